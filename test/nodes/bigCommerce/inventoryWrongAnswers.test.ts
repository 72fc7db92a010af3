import type { FaultRule } from '../../../sandbox/shared/faultRule';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { adjustments, codesOf, sosItem, StockShop, update } from './stockShop';

jest.setTimeout(60_000);

let shop: StockShop;
beforeEach(async () => void (shop = await StockShop.start({}, { items: 60 })));
afterEach(async () => await shop.server.stop());

const items = '/v3/inventory/items';
const settings = '/v3/settings/inventory';

async function updateUnder(rule: FaultRule, parameters = {}) {
	const [product] = shop.counted();
	const before = shop.onHand(product);
	shop.server.faults.add(rule);
	const rows = shop.counted().map(({ sku }) => sosItem(sku, 100));
	const result = await shop.run({ ...update, circuitBreaker: false, ...parameters }, { items: rows });
	expect(shop.server.counters.byRoute[adjustments]).toBeUndefined();
	expect(shop.onHand(product)).toBe(before);
	return result.error?.message;
}

describe('an inventory level that is not a whole number', () => {
	it.each([
		['safety_stock', 'wrongType'],
		['safety_stock', 'notANumber'],
		['safety_stock', 'huge'],
		['total_inventory_onhand', 'wrongType'],
		['total_inventory_onhand', 'notANumber'],
		['total_inventory_onhand', 'null'],
		['total_inventory_onhand', 'missing'],
		['available_to_sell', 'huge'],
	] as const)('writes nothing, and is named by item, location and field: %s %s', async (field, mutation) => {
		const message = await updateUnder({ kind: 'mutatedAnswer', path: items, field: `${field}$`, mutation });
		expect(message).toMatch(
			new RegExp(`inventory item ".+" \\(product \\d+, variant \\d+\\): "locations\\[location \\d\\]\\.`),
		);
		expect(message).toContain(field);
	});

	it('does not matter for a safety stock that is left out, since it can be worked out', async () => {
		const [product] = shop.counted();
		const level = { ...product.levels[1], onhand: 30, safetyStock: 10 };
		shop.server.state.stock.update(product.id, { levels: { 1: level } });
		shop.server.faults.add({ kind: 'mutatedAnswer', path: items, field: 'settings$', mutation: 'missing' });
		await shop.run(update, { items: [sosItem(product.sku, 25)] });
		expect(shop.onHand(product)).toBe(35);
	});
});

describe('an answer in place of which nothing came', () => {
	it.each(['emptyList', 'emptyObject'] as const)(
		'writes nothing, where stock would be too high without it: %s',
		async (kind) => {
			expect(await updateUnder({ kind, path: settings }, { subtractOrders: true })).toContain(
				'the inventory settings',
			);
			shop.server.faults.clear();
			expect(await updateUnder({ kind, path: items })).toContain('the list of inventory items');
			shop.server.faults.clear();
			expect(await updateUnder({ kind, path: '/v3/inventory/locations' })).toContain('locations');
		},
	);

	it('is asked for once more', async () => {
		const [product] = shop.counted();
		shop.server.faults.add({ kind: 'nullBody', path: items, times: 1 });
		await shop.run(update, { items: [sosItem(product.sku, 25)] });
		expect(shop.onHand(product)).toBe(25);
	});
});

it('a moment of deduction that is not documented writes nothing', async () => {
	const rule = { kind: 'mutatedAnswer', path: settings, field: 'update_stock_behavior$' } as const;
	expect(await updateUnder({ ...rule, mutation: 'wrongType' }, { subtractOrders: true })).toMatch(
		/update_stock_behavior.*order_placed/,
	);
});

it('a sold quantity that is not a number leaves its SKU alone, and the others are set', async () => {
	const [order] = shop.server.addOrders(1, { totalLines: 1 });
	const sold = shop.server.state.stock
		.values()
		.find((one) => one.product_id === order.products[0].product_id)!;
	const other = shop.counted().find(({ id }) => id !== sold.id)!;
	const before = shop.onHand(sold);
	shop.server.faults.add({
		kind: 'mutatedAnswer',
		path: '/v2/orders',
		// In the list of orders and, where its lines do not add up, in the list of lines as well.
		field: '\\d+\\.quantity$',
		mutation: 'notANumber',
	});
	const rows = [sosItem(sold.sku, 100), sosItem(other.sku, 100)];
	const result = await shop.run({ ...update, subtractOrders: true }, { items: rows });
	expect(codesOf(result)).toEqual(['STOCK_SOLD_UNITS_UNKNOWN']);
	expect([shop.onHand(sold), shop.onHand(other)]).toEqual([before, 100]);
});

describe('a sold line that is not as documented', () => {
	const spoilLine = (path: string, field: string, mutation: 'missing' | 'null' | 'wrongType') =>
		shop.server.faults.add({ kind: 'mutatedAnswer', path, field: `${field}$`, mutation });

	const soldItem = () => {
		const [order] = shop.server.addOrders(1, { totalLines: 1 });
		const [{ product_id, quantity }] = order.products;
		const sold = shop.server.state.stock.values().find((one) => one.product_id === product_id)!;
		return { sold, quantity: Number(quantity) };
	};

	const push = async (sku: string) =>
		await shop.run({ ...update, subtractOrders: true }, { items: [sosItem(sku, 100)] });

	it.each([
		['line_items\\.\\d+', 'null'],
		['line_items\\.\\d+', 'wrongType'],
		['line_items\\.\\d+\\.sku', 'missing'],
	] as const)('is read by itself, so that its units are taken off: %s %s', async (field, mutation) => {
		const { sold, quantity } = soldItem();
		spoilLine('/v2/orders', field, mutation);
		const { error } = await push(sold.sku);
		expect(error).toBeUndefined();
		expect(shop.onHand(sold)).toBe(100 - quantity);
	});

	it('writes nothing when it is not then either, and is named', async () => {
		const { sold } = soldItem();
		const before = shop.onHand(sold);
		spoilLine('/v2/orders\\?', 'line_items\\.\\d+\\.sku', 'missing');
		spoilLine('/v2/orders/\\d+/products', '\\d+\\.sku', 'missing');
		const { error } = await push(sold.sku);
		expect(error?.message).toMatch(/products of order \d+ .* order line \d+: "sku" is missing/);
		expect(shop.onHand(sold)).toBe(before);
	});
});

it.each(['selection', 'catalogue'])(
	'a SKU of 100,000 characters fails no other row (%s)',
	async (inputHolds) => {
		const [product] = shop.counted();
		const rows = [
			sosItem('X'.repeat(100_000), 5),
			{ sku: 'Y'.repeat(256), available: 5 },
			sosItem(product.sku, 31),
		];
		const result = await shop.run({ ...update, inputHolds, circuitBreaker: false }, { items: rows });
		expect(jsonOf(result).map(({ sku }) => sku)).toEqual([product.sku]);
		const tooLong = jsonOf(result, 1).map(({ reason }) => reason as { code: string; message: string });
		expect(tooLong.filter(({ code }) => code === 'SKU_TOO_LONG')).toHaveLength(2);
		for (const { message } of tooLong) expect(message.length).toBeLessThan(300);
		expect(shop.onHand(product)).toBe(31);
	},
);
