import type { IDataObject } from 'n8n-workflow';
import type { StockItem } from '../../../sandbox/bigCommerce/records/stockItem';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeEach(async () => void (shop = await openShop({}, { orders: 1 })));
afterEach(async () => await shop.server.stop());

const update = { resource: 'inventory', operation: 'update' };
const stock = () => shop.server.state.stock.values();
const onHand = ({ id }: StockItem, locationId = 1) =>
	shop.server.state.stock.get(id)!.levels[locationId]?.onhand;
const tracked = (mode: StockItem['tracking']) =>
	stock().filter(({ tracking, sku }) => tracking === mode && sku !== '');
const codes = (rows: IDataObject[]) => rows.map(({ reason }) => (reason as { code: string }).code);

const setTo = (items: StockItem[], available: unknown): IDataObject[] =>
	items.map(({ sku }) => ({ sku, available }) as IDataObject);

describe('Inventory: Update', () => {
	it('sets products and variants by SKU, each in its own tracking mode', async () => {
		const items = [...tracked('product').slice(0, 3), ...tracked('variant').slice(0, 3)];
		const before = items.map((item) => onHand(item));
		const result = await shop.run(update, { items: setTo(items, 1000) });
		expect(jsonOf(result)).toEqual(
			items.map(({ sku, product_id, variant_id }, index) => ({
				sku,
				productId: product_id,
				variantId: variant_id,
				locationId: 1,
				before: before[index],
				after: 1000,
				written: true,
			})),
		);
		expect(result.outputs[0].map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(items.map((item) => onHand(item))).toEqual(items.map(() => 1000));
		expect(shop.requests('PUT /v3/inventory/adjustments/absolute')).toBe(1);
	});

	it('finds the SKU whatever its case, and one with a comma', async () => {
		const items = [tracked('product')[0], stock().find(({ sku }) => sku.includes(','))!];
		const given = items.map(({ sku }) => ({ sku: sku.toLowerCase(), available: 7 }));
		expect(jsonOf(await shop.run(update, { items: given })).map(({ after }) => after)).toEqual([7, 7]);
		expect(items.map((item) => onHand(item))).toEqual([7, 7]);
	});

	it('rounds down, and takes numbers as text', async () => {
		const items = tracked('product').slice(0, 2);
		await shop.run(update, {
			items: [
				{ sku: items[0].sku, available: 3.9 },
				{ sku: items[1].sku, available: '4' },
			],
		});
		expect(items.map((item) => onHand(item))).toEqual([3, 4]);
	});

	it('writes only what differs, unless told to write all', async () => {
		const items = tracked('product').slice(0, 5);
		const same = items.map((item) => ({ sku: item.sku, available: onHand(item) }) as IDataObject);
		const rows = jsonOf(await shop.run(update, { items: same }));
		expect(rows.map(({ written }) => written)).toEqual(items.map(() => false));
		expect(shop.requests('PUT /v3/inventory/adjustments/absolute')).toBe(0);
		expect(jsonOf(await shop.run({ ...update, output: 'changes' }, { items: same }))).toEqual([]);

		const all = jsonOf(await shop.run({ ...update, options: { fullPush: true } }, { items: same }));
		expect(all.map(({ written }) => written)).toEqual(items.map(() => true));
	});

	it('returns the plan and writes nothing with Plan Only', async () => {
		const items = tracked('product').slice(0, 2);
		const before = items.map((item) => onHand(item));
		const rows = jsonOf(await shop.run({ ...update, planOnly: true }, { items: setTo(items, 500) }));
		expect(rows.map(({ before, after, written }) => [before, after, written])).toEqual(
			before.map((figure) => [figure, 500, false]),
		);
		expect(items.map((item) => onHand(item))).toEqual(before);
		expect(shop.requests('PUT /v3/inventory/adjustments/absolute')).toBe(0);
	});

	it('adds the safety stock, so that the shop sells exactly the quantity', async () => {
		const [item] = tracked('product');
		const level = { ...item.levels[1], onhand: 30, safetyStock: 10 };
		shop.server.state.stock.update(item.id, { levels: { 1: level } });
		await shop.run(update, { items: setTo([item], 25) });
		expect(onHand(item)).toBe(35);
		await shop.run({ ...update, options: { safetyStock: 'heldBack' } }, { items: setTo([item], 25) });
		expect(onHand(item)).toBe(25);
	});

	it('follows the stock rule', async () => {
		const items = tracked('product').slice(0, 2);
		const stockRule = { percentage: 50, buffer: 2, maximum: 20 };
		await shop.run({ ...update, stockRule }, { items: [...setTo([items[0]], 20), ...setTo([items[1]], 90)] });
		expect(items.map((item) => onHand(item))).toEqual([8, 20]);
	});

	it('writes to the location of the item, and to the default one where none is given', async () => {
		const items = tracked('product').slice(0, 2);
		const given = [
			{ sku: items[0].sku, available: 11, place: 2 },
			{ sku: items[1].sku, available: 12 },
		];
		await shop.run({ ...update, locationId: '={{ $json.place }}' }, { items: given });
		expect([onHand(items[0], 2), onHand(items[1], 1)]).toEqual([11, 12]);
	});

	it('writes a product that keeps one stock for all its variants by the SKU of one of them', async () => {
		const whole = openWhole();
		await shop.run(update, { items: [{ sku: whole.sku, available: 44 }] });
		expect(onHand(whole.item)).toBe(44);
	});
});

/** A product with variants, made to count its stock as a whole; the SKU is one of its variants'. */
function openWhole(): { sku: string; item: StockItem } {
	const { state } = shop.server;
	const product = state.products
		.values()
		.find(
			({ base_variant_id, inventory_tracking }) =>
				base_variant_id === null && inventory_tracking === 'product',
		);
	if (!product) throw new Error('The made-up shop has no product that is tracked as a whole.');
	return {
		sku: state.variants.get(product.variantIds[0])!.sku,
		item: state.stock.values().find(({ product_id }) => product_id === product.id)!,
	};
}

describe('what is skipped', () => {
	it.each([
		['is not in the shop', { sku: 'NO-SUCH-SKU', available: 1 }, 'STOCK_NOT_IN_SHOP'],
		['has no SKU', { available: 1 }, 'STOCK_NO_SKU'],
		['has a negative quantity', { available: -1 }, 'STOCK_FIGURE_NEGATIVE'],
		['has a quantity that is no number', { available: 'lots' }, 'STOCK_FIGURE_NOT_A_NUMBER'],
		['has an empty quantity', {}, 'STOCK_FIGURE_MISSING'],
		['is switched off in SOS', { available: 1, updateBigCommerce: false }, 'STOCK_UPDATE_OFF'],
		['is archived in SOS', { available: 1, archived: true }, 'STOCK_ARCHIVED'],
		['is for a location that is gone', { available: 1, place: 99 }, 'STOCK_LOCATION_UNKNOWN'],
		['is for a location that is none', { available: 1, place: 'here' }, 'STOCK_LOCATION_UNKNOWN'],
		['is for a disabled location', { available: 1, place: 3 }, 'STOCK_LOCATION_DISABLED'],
	])('says why when a row %s, and writes the others', async (what, row, code) => {
		const [bad, good] = tracked('product');
		const sku = what === 'has no SKU' ? {} : { sku: bad.sku };
		const items = [
			{ ...sku, ...row },
			{ sku: good.sku, available: 77 },
		] as IDataObject[];
		const before = onHand(bad);
		const result = await shop.run({ ...update, locationId: '={{ $json.place }}' }, { items });
		expect(codes(jsonOf(result, 1))).toEqual([code]);
		expect(result.outputs[1][0].pairedItem).toEqual({ item: 0 });
		expect(jsonOf(result)).toMatchObject([{ sku: good.sku, written: true }]);
		expect([onHand(bad), onHand(good)]).toEqual([before, 77]);
	});

	it('names both rows of an SKU that came twice', async () => {
		const [item] = tracked('product');
		const items = [...setTo([item], 1), { sku: item.sku.toLowerCase(), available: 2 }];
		const result = await shop.run(update, { items });
		expect(codes(jsonOf(result, 1))).toEqual(['STOCK_DUPLICATE_IN_INPUT', 'STOCK_DUPLICATE_IN_INPUT']);
		expect(result.outputs[1].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it.each([true, false])(
		'leaves untracked products alone (inventory lists them: %p)',
		async (untrackedInInventory) => {
			shop.server.settings.untrackedInInventory = untrackedInInventory;
			const untracked = shop.server.state.variants
				.values()
				.filter(
					({ product_id, sku }) =>
						sku !== '' && shop.server.state.products.get(product_id)!.inventory_tracking === 'none',
				);
			const items = untracked.map(({ sku }) => ({ sku, available: 5 }));
			expect(items.length).toBeGreaterThan(2);
			expect(codes(jsonOf(await shop.run(update, { items }), 1))).toEqual(
				items.map(() => 'STOCK_TRACKING_OFF'),
			);
		},
	);

	it('judges SOS items by their type and switch, and reads below zero as 0', async () => {
		const [off, service, oversold] = tracked('product');
		const item = (sku: string, changes: IDataObject) => ({
			id: changes.id,
			name: sku,
			sku,
			type: 'Inventory Item',
			updateBigCommerce: true,
			archived: false,
			available: 3,
			...changes,
		});
		const items = [
			item(off.sku, { id: 1, updateBigCommerce: false }),
			item(service.sku, { id: 2, type: 'Service' }),
			item(oversold.sku, { id: 3, available: -4 }),
		];
		const result = await shop.run(update, { items });
		expect(codes(jsonOf(result, 1))).toEqual(['STOCK_UPDATE_OFF', 'STOCK_TYPE_WITHOUT_STOCK']);
		expect(onHand(oversold)).toBe(0);
	});

	it('reports the SKUs of the shop that the whole catalogue does not have', async () => {
		const items = setTo(tracked('product'), 5);
		const result = await shop.run({ ...update, inputHolds: 'catalogue', circuitBreaker: false }, { items });
		const missing = jsonOf(result, 1).filter(
			({ reason }) => (reason as { code: string }).code === 'STOCK_NOT_IN_SOS',
		);
		expect(missing.map(({ sku }) => sku)).toEqual(
			expect.arrayContaining(tracked('variant').map(({ sku }) => sku)),
		);
	});
});

describe('the circuit breaker', () => {
	it('writes nothing when too many SKUs would go to zero, and says so on each', async () => {
		const items = tracked('product').slice(0, 8);
		const result = await shop.run({ ...update, limits: { itemsToZero: 5 } }, { items: setTo(items, 0) });
		expect(jsonOf(result)).toEqual([]);
		expect(new Set(codes(jsonOf(result, 1)))).toEqual(new Set(['STOCK_TOO_MANY_TO_ZERO']));
		expect(shop.requests('PUT /v3/inventory/adjustments/absolute')).toBe(0);
	});

	it('lets it through when it is switched off', async () => {
		const items = tracked('product').slice(0, 8);
		const result = await shop.run({ ...update, circuitBreaker: false }, { items: setTo(items, 0) });
		expect(jsonOf(result)).toHaveLength(8);
	});
});

describe('Summary Only', () => {
	it('gives the figures of the run in one item', async () => {
		const items = [...setTo(tracked('product').slice(0, 4), 999), { sku: 'NO-SUCH', available: 1 }];
		const result = await shop.run({ ...update, output: 'summary' }, { items });
		expect(jsonOf(result)).toMatchObject([
			{
				planOnly: false,
				planned: 4,
				written: 4,
				unchanged: 0,
				skipped: 1,
				breaker: null,
				reasons: [{ code: 'STOCK_NOT_IN_SHOP', count: 1, skus: ['NO-SUCH'] }],
			},
		]);
		expect(jsonOf(result, 1)).toEqual([]);
	});

	it('counts what the circuit breaker stopped', async () => {
		const parameters = { ...update, output: 'summary', limits: { itemsToZero: 1 } };
		const result = await shop.run(parameters, { items: setTo(tracked('product').slice(0, 4), 0) });
		expect(jsonOf(result)).toMatchObject([
			{ written: 0, skipped: 4, breaker: { code: 'STOCK_TOO_MANY_TO_ZERO' } },
		]);
	});
});
