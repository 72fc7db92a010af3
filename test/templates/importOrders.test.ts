import { DateTime } from 'luxon';
import type { IDataObject, IRun } from 'n8n-workflow';
import { compareOrders } from '../../testing/sandbox/compareOrders';
import { executeWorkflow, importWorkflows, type StoredWorkflow } from '../../testing/n8n/commands';
import { itemsFrom } from '../../testing/n8n/runItems';
import { setUpTemplate, templateFiles } from '../../testing/templates/setUpTemplate';
import { openWorkbench, type Workbench } from '../../testing/n8n/workbench';
import type { Reason } from '../../sync/reason';

let bench: Workbench;
beforeAll(async () => void (bench = await openWorkbench({ sos: { intervalMs: 20 } })));
afterAll(async () => await bench?.close());

const importFrom = DateTime.utc().minus({ months: 2 }).toISODate();

interface ImportRun {
	run: IRun;
	read: IDataObject[];
	imported: IDataObject[];
	held: IDataObject[];
	/** SOS numbers of sales orders that were not there before. */
	created: string[];
}

async function storeImport(settings: Record<string, unknown>): Promise<StoredWorkflow> {
	const { credentials, host } = bench;
	const workflow = await setUpTemplate(templateFiles.importOrders, 'importOrders', {
		credentials,
		settings: { importFrom, ...settings },
	});
	await importWorkflows(host, [workflow]);
	return workflow;
}

/** Stores the template with these settings and runs it. */
async function runImport(settings: Record<string, unknown>): Promise<ImportRun> {
	const { host, sandbox } = bench;
	const workflow = await storeImport(settings);
	const before = new Set(sandbox.sos.state.salesOrders.values().map(({ id }) => id));
	const run = await executeWorkflow(host, workflow.id);
	const [read = []] = itemsFrom(run, workflow, 'order', 'getAll');
	const [imported = [], held = []] = itemsFrom(run, workflow, 'salesOrder', 'createFromBigCommerceOrder');
	const fresh = sandbox.sos.state.salesOrders.values().filter(({ id }) => !before.has(id));
	return { run, read, imported, held, created: fresh.map(({ number }) => number) };
}

const ids = (orders: IDataObject[]) => orders.map(({ id }) => id as number).sort((one, other) => one - other);
const numbers = (orders: IDataObject[]) => ids(orders).map((id) => `BC-${id}`);

function writes(): string[] {
	const routes = [bench.sandbox.bigCommerce, bench.sandbox.sos].flatMap(({ counters }) =>
		Object.keys(counters.byRoute),
	);
	return routes.filter((route) => !route.startsWith('GET '));
}

describe('Import BigCommerce orders into SOS Inventory', () => {
	it('as it is shipped, shows the sales orders and writes nothing', async () => {
		const { run, read, imported, held } = await runImport({});
		expect(run.data.resultData.error).toBeUndefined();
		expect(read.length).toBeGreaterThan(50);
		expect(ids([...imported, ...held])).toEqual(ids(read));
		expect(imported.map(({ sos }) => (sos as IDataObject).status)).toEqual(imported.map(() => 'planned'));
		expect(writes()).toEqual([]);
	});

	it('takes many orders in slices, each run behind the one before, and begins again at the end', async () => {
		const workflow = await storeImport({ ordersPerRun: 25 });
		const taken: number[] = [];
		for (let run = 1; run <= 4; run++) {
			const [slice = []] = itemsFrom(
				await executeWorkflow(bench.host, workflow.id),
				workflow,
				'order',
				'getAll',
			);
			expect(slice).toHaveLength(25);
			taken.push(...slice.map(({ id }) => id as number));
		}
		const once = [...new Set(taken)];
		expect(once.length).toBeGreaterThan(50);
		expect(once).toEqual([...once].sort((one, other) => one - other));
		expect(taken.slice(once.length)).toEqual(once.slice(0, 100 - once.length));
	});

	it('stops with what to do when a setting names a location that SOS does not have', async () => {
		const { imported, held, run } = await runImport({ planOnly: false, sosLocation: '999999' });
		const said = JSON.stringify([run.data.resultData.error ?? null, held.map(({ reason }) => reason)]);
		expect(imported).toEqual([]);
		expect(said).toContain('999999');
	});

	it('writes one sales order per order that is not held, equal to the cent, and marks the order', async () => {
		const { sandbox } = bench;
		const { run, read, imported, held, created } = await runImport({ planOnly: false });
		expect(run.data.resultData.error).toBeUndefined();
		expect(ids([...imported, ...held])).toEqual(ids(read));
		expect(created.sort()).toEqual(numbers(imported).sort());
		expect(compareOrders(sandbox, 'BC-')).toEqual({ imported: imported.length, different: [], repeated: [] });
		const marked = sandbox.bigCommerce.state.metafields.values().map(({ resource_id }) => resource_id);
		expect(new Set(marked)).toEqual(new Set(ids(imported)));
	});

	it('holds orders with a reason that a shop-keeper can act on', async () => {
		const { held, created } = await runImport({ planOnly: false });
		expect(held.length).toBeGreaterThan(0);
		for (const { id, reasons } of held) {
			for (const { code, message, fix } of reasons as unknown as Reason[]) {
				expect({ id, code, message, fix }).toEqual({
					id,
					code: expect.stringMatching(/^[A-Z_]+$/),
					message: expect.stringMatching(/\w+.*\.$/s),
					fix: expect.stringMatching(/\w+.*\.$/s),
				});
			}
		}
		expect(created).toEqual([]);
	});

	it('imports only the orders that came since', async () => {
		const placed = bench.sandbox.bigCommerce.addOrders(5);
		const { created } = await runImport({ planOnly: false });
		expect(created.sort()).toEqual(placed.map(({ id }) => `BC-${id}`).sort());
	});

	it('creates nothing again when the marks are lost', async () => {
		const { metafields } = bench.sandbox.bigCommerce.state;
		for (const { id } of metafields.values()) metafields.delete(id);
		const { read, held, created, imported } = await runImport({ planOnly: false });
		expect(read.length).toBe(imported.length + held.length);
		expect(imported.length).toBeGreaterThan(50);
		expect(imported.map(({ sos }) => (sos as IDataObject).status)).toEqual(imported.map(() => 'existing'));
		expect(created).toEqual([]);
	});
});
