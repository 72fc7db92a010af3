import type { IDataObject, IRun } from 'n8n-workflow';
import { compareStock, readShopStock } from '../../testing/sandbox/compareStock';
import {
	executeWorkflow,
	importCredentials,
	importWorkflows,
	type StoredCredential,
} from '../../testing/n8n/commands';
import { itemsFrom } from '../../testing/n8n/runItems';
import { setUpTemplate, templateFiles, withoutLimits } from '../../testing/templates/setUpTemplate';
import { openWorkbench, type Workbench } from '../../testing/n8n/workbench';
import { matchingItems } from '../../sandbox/shop/matching';
import type { Reason } from '../../sync/reason';

let bench: Workbench;
beforeAll(async () => void (bench = await openWorkbench({ sos: { intervalMs: 20 } })));
afterAll(async () => await bench?.close());

/** Stores the template with these settings and runs it. */
async function runUpdate(
	settings: Record<string, unknown>,
	credentials: StoredCredential[] = bench.credentials,
): Promise<{ run: IRun; changed: IDataObject[]; skipped: IDataObject[] }> {
	const { host } = bench;
	const workflow = await setUpTemplate(templateFiles.updateStock, 'updateStock', { credentials, settings });
	await importWorkflows(host, [workflow]);
	const run = await executeWorkflow(host, workflow.id);
	const [changed = [], skipped = []] = itemsFrom(run, workflow, 'inventory', 'update');
	return { run, changed, skipped };
}

const codes = (items: IDataObject[]) =>
	new Set(items.map(({ reason }) => (reason as unknown as Reason).code));

describe('Update BigCommerce stock from SOS Inventory', () => {
	it('as it is shipped, shows the figures and writes nothing', async () => {
		const before = readShopStock(bench.sandbox);
		const { run } = await runUpdate(withoutLimits);
		expect(run.data.resultData.error).toBeUndefined();
		expect(readShopStock(bench.sandbox)).toEqual(before);
	});

	it('writes nothing when more would change than the limits allow', async () => {
		const before = readShopStock(bench.sandbox);
		const { changed, skipped } = await runUpdate({ planOnly: false });
		expect(changed).toEqual([]);
		expect(codes(skipped)).toContain('STOCK_TOO_MANY_CHANGED');
		expect(readShopStock(bench.sandbox)).toEqual(before);
	});

	it('gives every item that meets the conditions what SOS has, less what SOS does not know is sold, and touches no other', async () => {
		const before = readShopStock(bench.sandbox);
		const { run, changed, skipped } = await runUpdate({ planOnly: false, ...withoutLimits });
		expect(run.data.resultData.error).toBeUndefined();
		const { eligible, different, touched } = compareStock(bench.sandbox, before);
		expect({ different, touched }).toEqual({ different: [], touched: [] });
		expect(eligible).toBeGreaterThan(50);
		expect(changed.length).toBeGreaterThan(50);
		expect(codes(skipped).size).toBeGreaterThan(5);
	});

	it('writes only what changed since, within the usual limits', async () => {
		const { changed } = await runUpdate({ planOnly: false });
		expect(changed).toEqual([]);
		bench.sandbox.bigCommerce.addOrders(1);
		const before = readShopStock(bench.sandbox);
		const { changed: afterSale } = await runUpdate({ planOnly: false });
		// The shop has taken the sold units off by itself, and SOS does not know the order: nothing to undo.
		expect(afterSale).toEqual([]);
		expect(compareStock(bench.sandbox, before)).toMatchObject({ different: [], touched: [] });
	});

	it('says what is wrong when the shop refuses the token', async () => {
		const [shop, ...others] = bench.credentials;
		const refused = { ...shop, id: 'refused', data: { ...shop.data, accessToken: 'wrong' } };
		await importCredentials(bench.host, [refused]);
		const { run } = await runUpdate({ planOnly: false }, [refused, ...others]);
		expect(run.data.resultData.error?.message).toMatch(/access token/i);
	});
});

describe('Reconcile BigCommerce stock nightly', () => {
	const reconcile = async (settings: Record<string, unknown>) => {
		const { host, credentials } = bench;
		const workflow = await setUpTemplate(templateFiles.reconcileStock, 'reconcileStock', {
			credentials,
			settings: { ...withoutLimits, ...settings },
		});
		await importWorkflows(host, [workflow]);
		const run = await executeWorkflow(host, workflow.id);
		expect(run.data.resultData.error).toBeUndefined();
		const [drift = []] = itemsFrom(run, workflow, 'inventory', 'compare');
		const [written = []] = itemsFrom(run, workflow, 'inventory', 'update');
		return { drift, written, run };
	};

	it('names who changed what since the last update, and sets all stock', async () => {
		const { state } = bench.sandbox.bigCommerce;
		const before = readShopStock(bench.sandbox);
		const [{ sku }] = matchingItems(bench.sandbox.shop.catalogue).filter(
			({ tracking, sos }) => tracking === 'product' && sos?.updateBigCommerce && Number(sos.onhand) > 30,
		);
		const edited = state.stock.values().find((item) => item.sku === sku)!;
		const level = { ...edited.levels[1], onhand: edited.levels[1].onhand - 7 };
		state.stock.update(edited.id, { levels: { ...edited.levels, 1: level } });

		const planned = await reconcile({});
		expect(planned.drift).toMatchObject([{ sku: edited.sku, moved: 'shop', lastPushed: level.onhand + 7 }]);
		expect(planned.run.data.resultData.runData['Drift report'][0].data?.main[0]).toHaveLength(1);

		const { written } = await reconcile({ planOnly: false });
		expect(written).toMatchObject([{ sku: edited.sku, written: true }]);
		expect(compareStock(bench.sandbox, before)).toMatchObject({ different: [], touched: [] });
		expect((await reconcile({})).drift).toEqual([]);
	});
});
