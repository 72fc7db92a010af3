import { countBy } from 'lodash';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { readShopStock } from '../../testing/sandbox/compareStock';
import { storeAndRun } from '../../testing/n8n/runStored';
import { setUpTemplate, templateFiles, withoutLimits } from '../../testing/templates/setUpTemplate';
import { openWorkbench, type Workbench } from '../../testing/n8n/workbench';
import type { Reason } from '../../sync/reason';

let bench: Workbench;
beforeAll(async () => {
	bench = await openWorkbench({ shop: { items: 120, orders: 0 }, sos: { intervalMs: 5 } });
});
afterAll(async () => await bench?.close());

interface Row {
	sku: string;
	before: number | null;
	after: number | null;
	written: boolean;
	reason?: Reason;
}

/** Runs the stock template with other parameters on the node that sets the stock, which names every SKU. */
async function runWith(settings: IDataObject, onNode: INodeParameters = {}): Promise<Row[]> {
	const { credentials, host } = bench;
	const workflow = await setUpTemplate(templateFiles.updateStock, 'stockRules', {
		credentials,
		settings,
		parameters: { 'Set stock': { output: 'eachSku', ...onNode } },
	});
	const { itemsFrom } = await storeAndRun(host, workflow);
	return itemsFrom('inventory', 'update').flat() as unknown as Row[];
}

const plan = async (onNode?: INodeParameters) => await runWith({ planOnly: true, ...withoutLimits }, onNode);

const key = (sku: unknown) => String(sku ?? '').toLowerCase();

/** The items of SOS with what keeps their stock from the shop, looked up past the APIs. */
function itemsWithObstacles() {
	const { bigCommerce, sos } = bench.sandbox;
	const counted = bigCommerce.state.stock.values();
	const items = sos.state.items.values().filter(({ sku }) => key(sku) === key(sku).trim());
	const carriers = countBy(sos.state.items.values(), ({ sku }) => key(sku).trim());
	return items.map((item) => {
		const inShop = counted.filter(({ sku }) => key(sku) === key(item.sku));
		const hasStock = ['Inventory Item', 'Assembly', 'Item Group'].includes(item.type);
		const obstacles = [
			key(item.sku) === '' && 'STOCK_NO_SKU',
			key(item.sku) !== '' && carriers[key(item.sku)] > 1 && 'STOCK_DUPLICATE_IN_SOS',
			key(item.sku) !== '' && inShop.length === 0 && 'STOCK_NOT_IN_SHOP',
			inShop.some(({ tracking }) => tracking === 'none') && 'STOCK_TRACKING_OFF',
			!item.updateBigCommerce && 'STOCK_UPDATE_OFF',
			item.archived && 'STOCK_ARCHIVED',
			!hasStock && 'STOCK_TYPE_WITHOUT_STOCK',
		].filter((obstacle) => obstacle !== false);
		return { item, obstacles, available: sos.quantitiesOf(item.id).available ?? 0 };
	});
}

it('names each condition that keeps an item from the shop', async () => {
	const rows = await plan();
	const found: Record<string, Set<string | undefined>> = {};
	for (const { item, obstacles } of itemsWithObstacles()) {
		if (obstacles.length !== 1 || key(item.sku) === '') continue;
		const row = rows.find(({ sku }) => key(sku) === key(item.sku));
		(found[obstacles[0]] ??= new Set()).add(row?.reason?.code);
	}
	for (const [obstacle, codes] of Object.entries(found)) expect([...codes]).toEqual([obstacle]);
	expect(Object.keys(found).sort()).toEqual([
		'STOCK_ARCHIVED',
		'STOCK_DUPLICATE_IN_SOS',
		'STOCK_NOT_IN_SHOP',
		'STOCK_TRACKING_OFF',
		'STOCK_TYPE_WITHOUT_STOCK',
		'STOCK_UPDATE_OFF',
	]);
	const codes = new Set(rows.map(({ reason }) => reason?.code));
	expect([...codes]).toEqual(expect.arrayContaining(['STOCK_NO_SKU', 'STOCK_NOT_IN_SOS']));
});

it.each<[string, INodeParameters, (available: number) => number]>([
	['the quantity itself', {}, (available) => available],
	['a buffer', { buffer: 3 }, (available) => available - 3],
	['a maximum', { maximum: 7 }, (available) => Math.min(available, 7)],
	['a minimum', { minimum: 2 }, (available) => Math.max(available, 2)],
	['a threshold', { threshold: 20 }, (available) => (available < 20 ? 0 : available)],
	['a percentage', { percentage: 33 }, (available) => available * 0.33],
	[
		'all together',
		{ percentage: 50, buffer: 2, threshold: 4, minimum: 1, maximum: 30 },
		(available) => {
			const kept = available / 2 - 2;
			return Math.min(Math.max(kept < 4 ? 0 : kept, 1), 30);
		},
	],
])('plans %s, in whole units and never below zero', async (_, stockRule, formula) => {
	const planned = new Map((await plan({ stockRule })).map((row) => [key(row.sku), row]));
	const free = itemsWithObstacles().filter(({ obstacles }) => obstacles.length === 0);
	expect(free.length).toBeGreaterThan(50);
	for (const { item, available } of free) {
		const row = planned.get(key(item.sku))!;
		const expected = Math.max(0, Math.floor(formula(Math.max(0, available)) + 1e-9));
		expect([item.sku, row.reason?.code, row.after]).toEqual([item.sku, undefined, expected]);
	}
});

it.each([
	['mostItemsToZero', { buffer: 100_000 }, 'STOCK_TOO_MANY_TO_ZERO'],
	['mostChangedPercent', { maximum: 1_000_000 }, 'STOCK_TOO_MANY_CHANGED'],
	['mostUnitsLostPercent', { percentage: 1 }, 'STOCK_TOO_MANY_UNITS_LOST'],
	['mostMissingPercent', {}, 'STOCK_TOO_MANY_MISSING'],
])('writes nothing above the limit %s', async (limit, stockRule, code) => {
	const before = readShopStock(bench.sandbox);
	const rows = await runWith({ planOnly: false, ...withoutLimits, [limit]: 0 }, { stockRule });
	expect(rows.map(({ reason }) => reason?.code)).toContain(code);
	expect(rows.filter(({ written }) => written)).toEqual([]);
	expect(readShopStock(bench.sandbox)).toEqual(before);
});
