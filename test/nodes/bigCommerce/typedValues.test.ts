import type { IDataObject } from 'n8n-workflow';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { codesOf, sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeAll(async () => {
	const orderOptions = { cases: ['plain', 'awaitingShipment', 'shipped', 'plain', 'plain'] };
	shop = await StockShop.start({}, { items: 400, orders: 5, orderOptions });
});
afterAll(async () => await shop.server.stop());

const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	await shop.run(parameters as never, { items });

describe('a stock update', () => {
	it.each(['false', 'FALSE', 'no', '0', 0, false])(
		'switches no tracking on for %j',
		async (switchTracking) => {
			const { stock, products } = shop.server.state;
			const untracked = stock
				.values()
				.find(({ sku, tracking }) => sku !== '' && tracking === 'none' && !sku.includes(','))!;
			const result = await run({ ...update, options: { switchTracking } }, [sosItem(untracked.sku, 5)]);
			expect(codesOf(result)).toEqual(['STOCK_TRACKING_OFF']);
			expect(products.get(untracked.product_id)!.inventory_tracking).toBe('none');
		},
	);

	it.each<IDataObject>([
		{ planOnly: 'yes' },
		{ circuitBreaker: 'true', limits: { itemsToZero: '5', unitsLostPercent: ' 30.0 ' } },
		{ circuitBreaker: 'false' },
		{ output: '={{ " summary " }}', inputHolds: ' selection' },
		{ stockRule: { buffer: '2', maximum: '' } },
		{ options: { fullPush: 'false', remember: 'no', requireUpdateBigCommerce: 1 } },
		{ options: { ignoreOuterSpaces: '' } },
		{ options: { locationMap: { row: [{ sosLocation: '', locationId: '' }] } } },
		{ subtractOrders: '={{ "true" }}', orderStatuses: '[11, 9]' },
		{ subtractOrders: '={{ 1 }}', orderStatuses: '11, 9', ordersFrom: '2026-01-31 08:00' },
	])('takes %j', async (parameters) => {
		const [{ sku }] = shop.counted();
		const { error } = await run({ ...update, planOnly: true, ...parameters }, [sosItem(sku, 50)]);
		expect(error).toBeUndefined();
	});

	it('names the rows of its tables that cannot be used, and goes by the others', async () => {
		const [first, second, third] = shop.counted();
		const options = {
			aliasesJson: [
				{ shopSku: first.sku, sosSku: 4711, packSize: '6' },
				{ shopSku: null, sosSku: null },
				{ shopSku: second.sku, sosSku: 'A' },
				{ shopSku: second.sku, sosSku: 'A', packSize: 2 },
			],
			skuRulesJson: [{ sku: ` ${third.sku} `, buffer: '3' }, { buffer: 5 }, { sku: '', buffer: '' }],
		};
		const items = [sosItem('4711', 600), sosItem('A', 50), sosItem(third.sku, 50)];
		const result = await run({ ...update, circuitBreaker: false, options }, items);
		expect(shop.onHand(first)).toBe(100);
		expect(shop.onHand(third)).toBe(47);
		expect(codesOf(result)).toEqual(['STOCK_ALIAS_AMBIGUOUS']);
		expect(result.runData['Node under test'][0].hints).toMatchObject([
			{ message: "Rows left out: row 2 of 'Rules for Individual SKUs (JSON)' has no SKU (sku)" },
		]);
	});
});

describe('Order: Get Many', () => {
	const getAll = { resource: 'order', operation: 'getAll' };

	it.each<[IDataObject, number]>([
		[{ returnAll: 'true' }, 5],
		[{ returnAll: '={{ "false" }}', limit: '2' }, 2],
		[{ returnAll: true, filters: { statusIds: '[11, 9]' } }, 4],
		[{ returnAll: true, filters: { statusIds: '11, 9' } }, 4],
		[{ returnAll: true, filters: { statusIds: ['11, 9'] } }, 4],
		[{ returnAll: true, filters: { statusIds: 9 } }, 1],
		[{ returnAll: true, filters: { minTotal: '0.01', minDateCreated: '2001-01-31' } }, 5],
		[{ returnAll: true, leaveOutImported: 'false', simplify: 'no', includeCoupons: 0 }, 5],
		[{ returnAll: true, includeLines: '={{ $json.missing }}', options: { includeArchived: 'false' } }, 5],
	])('takes %j', async (parameters, count) => {
		const result = await run({ ...getAll, ...parameters });
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)).toHaveLength(count);
	});

	it.each<[IDataObject, string]>([
		[{ returnAll: 'all' }, `'Return All' is "all"`],
		[{ includeLines: 'some' }, `'Include Lines and Addresses' is "some"`],
		[{ options: { includeArchived: 'both' } }, `'Include Archived Orders' is "both"`],
		[{ sort: { direction: 'down' } }, `'Direction' is "down"`],
		[{ filters: { minDateCreated: '12' } }, `The filter 'Created From' is "12", which is no date`],
		[{ filters: { minDateModified: '2026' } }, `The filter 'Modified From' is "2026", which is no date`],
	])('refuses %j by name', async (parameters, message) => {
		expect((await run({ ...getAll, ...parameters })).error?.message).toBe(message);
	});
});
