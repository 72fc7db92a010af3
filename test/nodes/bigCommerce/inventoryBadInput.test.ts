import type { IDataObject } from 'n8n-workflow';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { adjustments, codesOf, sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeEach(async () => void (shop = await StockShop.start({}, { items: 60 })));
afterEach(async () => await shop.server.stop());

describe('the same SKU twice', () => {
	it('on two SOS items is pushed for neither, and both are named', async () => {
		const [product] = shop.counted();
		const items = [sosItem(product.sku, 50, { id: 71 }), sosItem(product.sku.toLowerCase(), 60, { id: 72 })];
		const before = shop.onHand(product);
		const result = await shop.run(update, { items });
		expect(codesOf(result)).toEqual(['STOCK_DUPLICATE_IN_SOS', 'STOCK_DUPLICATE_IN_SOS']);
		expect(jsonOf(result, 1)[0].reason).toMatchObject({ details: { itemIds: [71, 72] } });
		expect(shop.onHand(product)).toBe(before);
	});

	it('on two products of the shop is pushed to neither, and both are named', async () => {
		const [one, other] = shop.counted();
		const { state } = shop.server;
		state.products.update(other.product_id, { sku: one.sku });
		state.variants.update(other.id, { sku: one.sku });
		state.stock.update(other.id, { sku: one.sku });
		const before = [shop.onHand(one), shop.onHand(other)];
		const result = await shop.run(
			{ ...update, inputHolds: 'catalogue', circuitBreaker: false },
			{ items: [sosItem(one.sku, 500)] },
		);
		const duplicate = jsonOf(result, 1).find(({ sku }) => sku === one.sku);
		expect(duplicate?.reason).toMatchObject({
			code: 'STOCK_DUPLICATE_IN_SHOP',
			details: { productIds: expect.arrayContaining([one.product_id, other.product_id]) },
		});
		expect([shop.onHand(one), shop.onHand(other)]).toEqual(before);
	});
});

describe('SKUs of any letters', () => {
	it.each(['A,B,C', 'TEE "XL"', "O'NEIL", 'GRÜN-ß', '茶-1', 'A&B=C#1 %20', 'a/b\\c'])(
		'are found and set: %s',
		async (sku) => {
			const [product] = shop.counted();
			await shop.rename(product, sku);
			for (const inputHolds of ['selection', 'catalogue']) {
				const figure = inputHolds === 'selection' ? 31 : 32;
				await shop.run({ ...update, inputHolds, circuitBreaker: false }, { items: [sosItem(sku, figure)] });
				expect(shop.onHand(product)).toBe(figure);
			}
		},
	);
});

describe('figures of SOS', () => {
	it.each([
		[-4, 0],
		[12.75, 12],
		['7.00000', 7],
		[0, 0],
	])('%p becomes %p', async (available, expected) => {
		const [product] = shop.counted();
		await shop.run(update, { items: [sosItem(product.sku, available)] });
		expect(shop.onHand(product)).toBe(expected);
	});

	it.each([
		[null, 'STOCK_FIGURE_MISSING'],
		['', 'STOCK_FIGURE_MISSING'],
		['1,200', 'STOCK_FIGURE_NOT_A_NUMBER'],
		['many', 'STOCK_FIGURE_NOT_A_NUMBER'],
	])('%p leaves the stock alone', async (available, code) => {
		const [product] = shop.counted();
		const before = shop.onHand(product);
		expect(codesOf(await shop.run(update, { items: [sosItem(product.sku, available)] }))).toEqual([code]);
		expect(shop.onHand(product)).toBe(before);
	});
});

describe('the circuit breaker', () => {
	/** Every SKU the shop tracks, with the figure that `change` makes of the shop's. */
	const catalogue = (change: (onHand: number, index: number) => number | undefined) =>
		[...shop.counted(), ...shop.counted('variant')].flatMap((item, index): IDataObject[] => {
			const figure = change(shop.onHand(item) as number, index);
			return figure === undefined ? [] : [sosItem(item.sku, figure)];
		});

	it.each([
		['STOCK_TOO_MANY_TO_ZERO', { itemsToZero: 2 }, (_: number, n: number) => (n < 3 ? 0 : 100)],
		['STOCK_TOO_MANY_UNITS_LOST', { unitsLostPercent: 40 }, (onHand: number) => Math.floor(onHand / 2)],
		['STOCK_TOO_MANY_CHANGED', { changedPercent: 20 }, (onHand: number) => onHand + 1],
		[
			'STOCK_TOO_MANY_MISSING',
			{ missingPercent: 30 },
			(onHand: number, n: number) => (n % 2 ? onHand : undefined),
		],
	] as const)('stops a run before the first write: %s', async (code, limits, change) => {
		const others = { itemsToZero: 1000, changedPercent: 100, unitsLostPercent: 100, missingPercent: 100 };
		const parameters = { ...update, inputHolds: 'catalogue', output: 'summary' };
		const items = catalogue(change);
		const stopped = await shop.run({ ...parameters, limits: { ...others, ...limits } }, { items });
		expect(jsonOf(stopped)[0]).toMatchObject({ written: 0, breaker: { code } });
		expect(shop.server.counters.byRoute[adjustments]).toBeUndefined();
		const passed = await shop.run({ ...parameters, limits: others }, { items });
		expect(jsonOf(passed)[0]).toMatchObject({ breaker: null });
	});

	it('says once why, with what to do', async () => {
		const parameters = { ...update, inputHolds: 'catalogue', limits: { itemsToZero: 2 } };
		const { runData } = await shop.run(parameters, { items: catalogue((_, n) => (n < 3 ? 0 : 100)) });
		expect(runData['Node under test'][0].hints).toMatchObject([
			{ message: expect.stringMatching(/3 items would go to zero.*raise this limit/) },
		]);
	});

	it('leaves a single SKU alone that rises too far, and writes the others', async () => {
		const [wild, usual, beyond] = shop.counted();
		const before = [shop.onHand(wild), shop.onHand(beyond)];
		const items = [sosItem(wild.sku, 5_000_000), sosItem(usual.sku, 400), sosItem(beyond.sku, 1e308)];
		expect(codesOf(await shop.run(update, { items }))).toEqual([
			'STOCK_RISES_TOO_FAR',
			'STOCK_FIGURE_TOO_LARGE',
		]);
		expect([shop.onHand(wild), shop.onHand(usual), shop.onHand(beyond)]).toEqual([before[0], 400, before[1]]);
		await shop.run({ ...update, limits: { riseUnits: '9000000' } }, { items });
		expect([shop.onHand(wild), shop.onHand(beyond)]).toEqual([5_000_000, before[1]]);
	});

	it('stops an empty catalogue', async () => {
		const parameters = { ...update, inputHolds: 'catalogue', output: 'summary', circuitBreaker: false };
		const [summary] = jsonOf(await shop.run(parameters, { items: [{ note: 'nothing here' }] }));
		expect(summary).toMatchObject({ written: 0, breaker: { code: 'STOCK_SOURCE_EMPTY' } });
	});
});

describe('settings that make no sense', () => {
	it.each<[IDataObject, string]>([
		[
			{ limits: { itemsToZero: 'abc' } },
			`'Items to Zero' under 'Limits' is "abc", which is not a number of 0 or more`,
		],
		[
			{ limits: { changedPercent: -1 } },
			`'Changed Percent' under 'Limits' is "-1", which is not a number of 0 or more`,
		],
		[{ stockRule: { buffer: 'ten' } }, `'Buffer' under 'Stock Rule' is "ten", which cannot be used`],
		[{ stockRule: { minimum: 9, maximum: 5 } }, `'Minimum' under 'Stock Rule' is "9", which cannot be used`],
		[{ planOnly: '={{ $json.missing }}' }, `'Plan Only' is ""`],
		[{ circuitBreaker: '={{ $json.missing }}' }, `'Safety Limits' is ""`],
		[{ inputHolds: 'catalog' }, `'The Input Is' is "catalog"`],
		[{ quantityFrom: 'stock' }, `'Quantity' is "stock"`],
		[{ options: { safetyStock: 'add' } }, `'Safety Stock' is "add"`],
		[{ options: { switchTracking: '={{ "later" }}' } }, `'Switch Tracking On' is "later"`],
		[{ options: { switchTracking: '={{ $json.missing }}' } }, `'Switch Tracking On' is ""`],
		[{ options: { fullPush: '={{ "falsch" }}' } }, `'Full Push' is "falsch"`],
		[{ options: { remember: '={{ $json.missing }}' } }, `'Remember What Was Pushed' is ""`],
		[{ options: { requireUpdateBigCommerce: '={{ 2 }}' } }, `'Only Items to Update in BigCommerce' is "2"`],
		[{ options: { ignoreOuterSpaces: '={{ "maybe" }}' } }, `'Ignore Outer Spaces' is "maybe"`],
		[{ subtractOrders: '={{ $json.missing }}' }, `'Subtract Orders Not Yet Imported' is ""`],
		...['paid', -1, 1.5, null].map((status): [IDataObject, string] => [
			{ subtractOrders: true, orderStatuses: [11, status] },
			`'Order Status Names or IDs' holds "${status}", which is no status ID`,
		]),
		[{ subtractOrders: true, orderStatuses: '={{ $json.missing }}' }, "'Order Status Names or IDs' is empty"],
		[
			{ subtractOrders: true, orderStatuses: '={{ "paid" }}' },
			`'Order Status Names or IDs' holds "paid", which is no status ID`,
		],
	])('stop the run before anything is asked: %j', async (parameters, message) => {
		const [product] = shop.counted();
		const { error } = await shop.run({ ...update, ...parameters } as never, {
			items: [sosItem(product.sku, 5)],
		});
		expect(error?.message).toBe(message);
		expect(shop.server.counters.total).toBe(0);
	});
});

it('takes SKUs that are numbers in the tables of aliases and rules, and leaves rows without any alone', async () => {
	const [product] = shop.counted();
	await shop.rename(product, '4711');
	const options = {
		aliases: {
			alias: [
				{ shopSku: '={{ 4711 }}', sosSku: 'MUG', packSize: 2 },
				{ shopSku: '={{ null }}', sosSku: 'X' },
			],
		},
		skuRulesJson: [{ sku: 4711, buffer: 3 }],
		skuRules: { rule: [{ sku: '={{ $json.missing }}', buffer: '5' }] },
	};
	const { error } = await shop.run({ ...update, options }, { items: [sosItem('MUG', 40)] });
	expect(error).toBeUndefined();
	expect(shop.onHand(product)).toBe(17);
});

it.each<[unknown, number | undefined]>([
	['6', 5],
	[' 6.0 ', 5],
	[6, 5],
	['six', undefined],
	['', 34],
	['  ', 34],
	[null, 34],
	['-6', undefined],
])('takes the pack size %j of an alias as what it says', async (packSize, figure) => {
	const [product] = shop.counted();
	const before = shop.onHand(product);
	const options = { aliasesJson: [{ shopSku: product.sku, sosSku: 'MUG', packSize }] };
	const result = await shop.run({ ...update, options } as never, { items: [sosItem('MUG', 34)] });
	expect(result.error).toBeUndefined();
	expect(shop.onHand(product)).toBe(figure ?? before);
	if (figure === undefined) expect(codesOf(result)).toContain('STOCK_PACK_SIZE_INVALID');
});
