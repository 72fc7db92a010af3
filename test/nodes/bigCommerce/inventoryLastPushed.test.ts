import type { IDataObject } from 'n8n-workflow';
import { decodeLastPushed, encodeLastPushed } from '../../../sync/stock/lastPushed';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { compare, sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeEach(async () => void (shop = await StockShop.start()));
afterEach(async () => await shop.server.stop());

const kept = () =>
	shop.server.state.metafields.values().filter(({ resource_type }) => resource_type === 'location');
const metafieldCalls = () =>
	Object.entries(shop.server.counters.byRoute)
		.filter(([route]) => route.includes('locations/') && route.includes('metafields'))
		.map(([route, calls]) => `${route.split(' ')[0]} ${calls}`);

/** Makes the last run one of half an hour ago. */
function passTime(): void {
	for (const { id, value } of kept()) {
		const { figures } = decodeLastPushed([value]);
		const [older] = encodeLastPushed(figures, Date.now() - 30 * 60_000);
		shop.server.state.metafields.update(id, { value: older });
	}
}

const rowsFor = (figure: number) =>
	shop
		.counted()
		.slice(0, 4)
		.map(({ sku }) => sosItem(sku, figure));
const moves = async (items: IDataObject[]) =>
	jsonOf(await shop.run(compare, { items })).map(({ sku, sos, shop, lastPushed, moved }) => [
		sku,
		sos,
		shop,
		lastPushed,
		moved,
	]);
const warningsOf = (rows: IDataObject[]) =>
	rows.flatMap(({ sku, warning }) => (warning ? [[sku, (warning as { code: string }).code]] : []));

describe('the figures last pushed', () => {
	it('are kept with the location, in one read and one write', async () => {
		await shop.run(update, { items: rowsFor(50) });
		expect(metafieldCalls()).toEqual(['GET 1', 'POST 1']);
		const [{ resource_id, value, permission_set }] = kept();
		expect([resource_id, permission_set]).toEqual([1, 'write']);
		expect([...decodeLastPushed([value]).figures.values()]).toEqual([50, 50, 50, 50]);
	});

	it('are written again only when one of them changes, and those of other SKUs stay', async () => {
		await shop.run(update, { items: rowsFor(50) });
		await shop.run(update, { items: rowsFor(50) });
		expect(metafieldCalls()).toEqual(['GET 1']);
		await shop.run(update, { items: rowsFor(60).slice(0, 1) });
		expect(metafieldCalls()).toEqual(['GET 1', 'PUT 1']);
		expect([...decodeLastPushed([kept()[0].value]).figures.values()].sort()).toEqual([50, 50, 50, 60]);
	});

	it('can be gone on with by another API account', async () => {
		await shop.run(update, { items: rowsFor(50) });
		const token = shop.server.tokens.noInventory;
		await shop.run(update, { items: rowsFor(50), token });
		await shop.run(update, { items: rowsFor(70) });
		expect(kept()).toHaveLength(1);
	});

	it('are not kept by a plan, nor when that is switched off', async () => {
		await shop.run({ ...update, planOnly: true }, { items: rowsFor(50) });
		await shop.run({ ...update, options: { remember: false } }, { items: rowsFor(50) });
		expect(kept()).toEqual([]);
		expect(metafieldCalls()).toEqual([]);
	});

	it('fail no run whose stock is set: the node shows a hint', async () => {
		shop.server.faults.add({ kind: 'tokenExpired', path: 'locations/1/metafields' });
		const result = await shop.run(update, { items: rowsFor(50) });
		expect(jsonOf(result).map(({ written }) => written)).toEqual([true, true, true, true]);
		expect(result.runData['Node under test'][0].hints).toMatchObject([
			{ message: expect.stringContaining('Store Locations (modify)') },
		]);
	});
});

describe('Inventory: Compare', () => {
	it('says which side has moved since the last push, and writes nothing', async () => {
		const [same, sos, edited, both] = shop.counted();
		await shop.run(update, { items: rowsFor(50) });
		shop.setOnHand(edited, 40);
		shop.setOnHand(both, 41);
		const items = [
			sosItem(same.sku, 50),
			sosItem(sos.sku, 55),
			sosItem(edited.sku, 50),
			sosItem(both.sku, 56),
		];
		expect(await moves(items)).toEqual([
			[sos.sku, 55, 50, 50, 'sos'],
			[edited.sku, 50, 40, 50, 'shop'],
			[both.sku, 56, 41, 50, 'both'],
		]);
		expect(Object.keys(shop.server.counters.byRoute).filter((route) => !route.startsWith('GET'))).toEqual([]);
	});

	it('knows of no side while nothing was pushed', async () => {
		const [product] = shop.counted();
		const items = [sosItem(product.sku, (shop.onHand(product) as number) + 1)];
		expect((await moves(items)).map((row) => row.at(-1))).toEqual(['unknown']);
	});

	it('counts a figure the run found right as pushed, too', async () => {
		const [product] = shop.counted();
		await shop.run(update, { items: [sosItem(product.sku, shop.onHand(product))] });
		const before = shop.onHand(product) as number;
		shop.setOnHand(product, before + 3);
		expect(await moves([sosItem(product.sku, before)])).toEqual([
			[product.sku, before, before + 3, before, 'shop'],
		]);
	});

	it('follows the same rule as the update', async () => {
		const stockRule = { buffer: 5 };
		await shop.run({ ...update, stockRule }, { items: rowsFor(50) });
		expect(jsonOf(await shop.run({ ...compare, stockRule }, { items: rowsFor(50) }))).toEqual([]);
	});
});

describe('the check of the last push', () => {
	it('names figures that do not show although nobody bought, and sets them again', async () => {
		const [lost] = shop.counted();
		await shop.run(update, { items: rowsFor(50) });
		passTime();
		shop.setOnHand(lost, 12);
		expect(warningsOf(jsonOf(await shop.run(compare, { items: rowsFor(50) })))).toEqual([
			[lost.sku, 'STOCK_PUSH_NOT_TAKEN'],
		]);
		const rows = jsonOf(await shop.run({ ...update, output: 'changes' }, { items: rowsFor(50) }));
		expect(warningsOf(rows)).toEqual([[lost.sku, 'STOCK_PUSH_NOT_TAKEN']]);
		expect(rows).toMatchObject([{ sku: lost.sku, before: 12, after: 50, written: true }]);
		expect(shop.onHand(lost)).toBe(50);
	});

	it('is silent about what was sold since', async () => {
		const [{ products }] = shop.server.addOrders(1, { totalLines: 1 });
		const sold = shop.server.state.stock.values().find((item) => item.product_id === products[0].product_id)!;
		const items = [sosItem(sold.sku, 50)];
		await shop.run(update, { items });
		passTime();
		shop.setOnHand(sold, 50 - products[0].quantity);
		expect(warningsOf(jsonOf(await shop.run(compare, { items })))).toEqual([]);
	});

	it('waits while stock writes may still be under way', async () => {
		const [lost] = shop.counted();
		await shop.run(update, { items: rowsFor(50) });
		shop.setOnHand(lost, 12);
		expect(warningsOf(jsonOf(await shop.run(update, { items: rowsFor(50) })))).toEqual([]);
	});

	it('reads no orders while all is as it should be', async () => {
		await shop.run(update, { items: rowsFor(50) });
		passTime();
		await shop.run(update, { items: rowsFor(50) });
		expect(shop.server.counters.byRoute['GET /v2/orders']).toBeUndefined();
	});

	it('is counted in the summary', async () => {
		const [lost] = shop.counted();
		await shop.run(update, { items: rowsFor(50) });
		passTime();
		shop.setOnHand(lost, 12);
		const [summary] = jsonOf(await shop.run({ ...update, output: 'summary' }, { items: rowsFor(50) }));
		expect(summary.warnings).toMatchObject([{ code: 'STOCK_PUSH_NOT_TAKEN', count: 1, skus: [lost.sku] }]);
	});
});
