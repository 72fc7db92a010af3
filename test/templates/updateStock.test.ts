import type { IDataObject, IRun } from 'n8n-workflow';
import { compareStock, readShopStock } from '../../scripts/demo/compareStock';
import {
	executeWorkflow,
	importCredentials,
	importWorkflows,
	type StoredCredential,
} from '../../scripts/n8n/commands';
import { itemsFrom } from '../../scripts/n8n/runItems';
import { setUpTemplate, templateFiles } from '../../scripts/n8n/templates';
import { openWorkbench, type Workbench } from '../../scripts/workbench';
import type { Reason } from '../../sync/reason';

let bench: Workbench;
beforeAll(async () => void (bench = await openWorkbench({ sos: { intervalMs: 20 } })));
afterAll(async () => await bench?.close());

/** The shop and SOS were never in step before, so that the first update changes nearly everything. */
const withoutLimits = {
	mostItemsToZero: 10_000,
	mostChangedPercent: 100,
	mostUnitsLostPercent: 100,
	mostMissingPercent: 100,
};

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

	it('gives every item that meets the conditions what SOS has available, and touches no other', async () => {
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
		const { bigCommerce } = bench.sandbox;
		const [order] = bigCommerce.addOrders(1);
		const before = readShopStock(bench.sandbox);
		const { changed: restored } = await runUpdate({ planOnly: false });
		const sold = new Set(order.products.map(({ sku }) => sku));
		expect(restored.map(({ sku }) => sku).every((sku) => sold.has(sku as string))).toBe(true);
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
