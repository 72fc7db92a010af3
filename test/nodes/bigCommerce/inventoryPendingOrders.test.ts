import type { ExpandedOrder } from '../../../sandbox';
import type { StockItem } from '../../../sandbox/bigCommerce/records/stockItem';
import { beforeLists, changeOrder } from './openOrders';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeEach(async () => void (shop = await StockShop.start()));
afterEach(async () => await shop.server.stop());

const subtracting = { ...update, subtractOrders: true };
const longAgo = '2026-01-01T00:00:00.000Z';

/** Places an order of one line, and says what it sold. */
function sell(): { order: ExpandedOrder; item: StockItem; quantity: number } {
	const [order] = shop.server.addOrders(1, { totalLines: 1 });
	const [{ product_id, quantity }] = order.products;
	const item = shop.server.state.stock.values().find((one) => one.product_id === product_id)!;
	return { order, item, quantity };
}

const push = async (item: StockItem, parameters = {}, changes = {}) =>
	await shop.run({ ...subtracting, ...parameters }, { items: [sosItem(item.sku, 100, changes)] });

const mark = async ({ id }: ExpandedOrder) => {
	const sos = { documentType: 'salesOrder', id: 1, number: 'BC-1', total: '1.00', hash: 'x' };
	const result = await shop.run({ resource: 'order', operation: 'markAsImported' }, { items: [{ id, sos }] });
	expect(jsonOf(result)).toMatchObject([{ alreadyMarked: false }]);
};

/** Changes the one line of an order, and the order. */
function changeLine(id: number, line: object, fields: object): void {
	const { orders } = shop.server.state;
	const order = orders.get(id)!;
	orders.update(id, {
		fields: { ...order.fields, ...fields },
		lines: [{ ...order.lines[0], ...line }],
	});
}

describe('orders SOS does not know yet', () => {
	it('are taken off, so that a push never undoes a sale', async () => {
		const { item, quantity } = sell();
		await push(item);
		expect(shop.onHand(item)).toBe(100 - quantity);
	});

	it('are those placed while orders are read, too', async () => {
		const sold: Array<ReturnType<typeof sell>> = [];
		const hook = beforeLists(shop.open, (list) => {
			if (list === 2) sold.push(sell());
		});
		const items = shop.counted().map(({ sku }) => sosItem(sku, 100));
		await shop.run({ ...subtracting, orderStatuses: [11], circuitBreaker: false }, { items });
		hook.mockRestore();
		const [{ item, quantity }] = sold;
		expect(shop.onHand(item)).toBe(100 - quantity);
	});

	it('are not when it is not chosen', async () => {
		const { item } = sell();
		await shop.run(update, { items: [sosItem(item.sku, 100)] });
		expect(shop.onHand(item)).toBe(100);
	});

	it('no longer are once they are marked as imported', async () => {
		const { order, item } = sell();
		await mark(order);
		const [{ id, createdAt }] = shop.server.state.metafields.values();
		shop.server.state.metafields.update(id, { createdAt: createdAt - 5000, modifiedAt: createdAt - 5000 });
		await push(item, {}, { readAt: new Date().toISOString() });
		expect(shop.onHand(item)).toBe(100);
	});

	it('still are when they were imported after the figures had been read', async () => {
		const { order, item, quantity } = sell();
		await mark(order);
		await push(item, {}, { readAt: longAgo });
		expect(shop.onHand(item)).toBe(100 - quantity);
	});

	it('are those in the chosen statuses alone', async () => {
		const { order, item, quantity } = sell();
		shop.server.state.orders.update(order.id, {
			fields: { ...shop.server.state.orders.get(order.id)!.fields, status_id: 5 },
		});
		await push(item);
		expect(shop.onHand(item)).toBe(100);
		await push(item, { orderStatuses: [5] });
		expect(shop.onHand(item)).toBe(100 - quantity);
	});

	it.each([1, 3, 7, 8, 9, 11, 12, 13, 14])('are those in every open status: %d', async (status) => {
		const { order, item, quantity } = sell();
		changeOrder(shop, order.id, { status_id: status });
		await push(item);
		expect(shop.onHand(item)).toBe(100 - quantity);
	});

	it.each([0, 2, 4, 5, 6, 10])('are none that is finished or called off: %d', async (status) => {
		const { order, item } = sell();
		changeOrder(shop, order.id, { status_id: status });
		await push(item);
		expect(shop.onHand(item)).toBe(100);
	});

	it.each([
		[10, 0, 3, 93],
		[10, 0, 10, 100],
		[10, 4, 0, 90],
		[10, 4, 6, 96],
		[10, 10, 10, 90],
	])('of %d ordered, %d shipped and %d refunded leave %d', async (quantity, shipped, refunded, expected) => {
		const { order, item } = sell();
		const parts = { quantity, quantity_shipped: shipped, quantity_refunded: refunded };
		changeLine(order.id, parts, { status_id: 14, items_total: quantity });
		await push(item);
		expect(shop.onHand(item)).toBe(expected);
	});

	it('keep the refunded units once where BigCommerce has taken them off the line', async () => {
		const { order, item } = sell();
		changeLine(order.id, { quantity: 7, quantity_refunded: 3 }, { status_id: 14, items_total: 10 });
		const { runData } = await push(item);
		expect(shop.onHand(item)).toBe(93);
		// A line of three other units may be missing just as well.
		expect(runData['Node under test'][0].hints).toMatchObject([
			{ message: expect.stringContaining(`counts on them: ${order.id}.`) },
		]);
	});

	it.each([true, false])('are less what was refunded, whether or not lines show it: %p', async (feeds) => {
		shop.server.settings.refundFeedsLines = feeds;
		const { order, item } = sell();
		changeLine(order.id, { quantity: 10 }, { status_id: 11, items_total: 10 });
		const [{ id: lineId }] = shop.server.state.orders.get(order.id)!.lines;
		shop.server.refund(order.id, { units: [{ lineId, quantity: 3 }] });
		await push(item);
		expect(shop.onHand(item)).toBe(93);
		expect(shop.server.counters.byRoute['GET /v3/orders/payment_actions/refunds']).toBe(1);
	});

	it.each([
		[true, null],
		[true, 2],
		[false, null],
		[false, 2],
	])('are all units of a bundle, counted %p and cut at %p', async (bundledInItemsTotal, limit) => {
		Object.assign(shop.server.settings, { bundledInItemsTotal, consignmentLineLimit: limit });
		const { order, item } = sell();
		const { orders } = shop.server.state;
		const { fields, lines } = orders.get(order.id)!;
		const child = { ...lines[0], quantity: 2, is_bundled_product: true };
		const parent = { ...lines[0], quantity: 1, sku: 'PARENT', product_id: 0 };
		orders.update(order.id, {
			fields: { ...fields, items_total: 7 },
			lines: [parent, ...[1, 2, 3].map((more) => ({ ...child, id: lines[0].id + more }))],
		});
		await push(item);
		expect(shop.onHand(item)).toBe(94);
	});

	it('are named where the lines do not hold all units of an order', async () => {
		const { order, item, quantity } = sell();
		changeLine(order.id, {}, { items_total: quantity + 5 });
		const { runData } = await push(item);
		expect(shop.onHand(item)).toBe(100 - quantity);
		expect(runData['Node under test'][0].hints).toMatchObject([
			{ message: expect.stringContaining(`counts on them: ${order.id}.`) },
		]);
	});

	it.each([1, 2, 3])('are read by themselves where a list cuts lines at %d', async (limit) => {
		shop.server.settings.consignmentLineLimit = limit;
		const { order } = sell();
		const items = shop.counted().slice(0, 4);
		const { orders } = shop.server.state;
		const { fields, lines } = orders.get(order.id)!;
		orders.update(order.id, {
			fields: { ...fields, items_total: 8 },
			lines: items.map(({ sku }, index) => ({ ...lines[0], id: 900 + index, sku, quantity: 2 })),
		});
		await shop.run(subtracting, { items: items.map(({ sku }) => sosItem(sku, 100)) });
		expect(items.map((item) => shop.onHand(item))).toEqual([98, 98, 98, 98]);
	});

	it('are again once the mark of a deleted document is taken off', async () => {
		const { order, item, quantity } = sell();
		await mark(order);
		const [{ id, createdAt }] = shop.server.state.metafields.values();
		shop.server.state.metafields.update(id, { createdAt: createdAt - 5000, modifiedAt: createdAt - 5000 });
		const readAt = { readAt: new Date().toISOString() };
		await push(item, {}, readAt);
		expect(shop.onHand(item)).toBe(100);
		await shop.run({ resource: 'order', operation: 'removeImportMark', orderId: String(order.id) });
		await push(item, {}, readAt);
		expect(shop.onHand(item)).toBe(100 - quantity);
	});

	it('are those placed since the import began', async () => {
		const { item } = sell();
		await push(item, { ordersFrom: new Date(Date.now() + 3_600_000).toISOString() });
		expect(shop.onHand(item)).toBe(100);
	});

	it('count packs as the SOS units they are made of', async () => {
		const { item, quantity } = sell();
		const options = { aliases: { alias: [{ shopSku: item.sku, sosSku: 'SINGLE', packSize: 6 }] } };
		await shop.run({ ...subtracting, options }, { items: [sosItem('SINGLE', 100)] });
		expect(shop.onHand(item)).toBe(Math.floor((100 - 6 * quantity) / 6));
	});

	it.each([
		['order_placed', (quantity: number) => 100 - quantity],
		['order_completed_or_shipped', () => 100],
	] as const)('with on hand are those BigCommerce has deducted: %s', async (behavior, expected) => {
		shop.server.settings.updateStockBehavior = behavior;
		const { item, quantity } = sell();
		const rows = [sosItem(item.sku, 0, { onhand: 100 })];
		await shop.run({ ...subtracting, quantityFrom: 'onHand' }, { items: rows });
		expect(shop.onHand(item)).toBe(expected(quantity));
	});
});

describe('what it takes', () => {
	it('one list of marks, as far back as the oldest order, and three requests per status', async () => {
		shop.server.addOrders(5, { totalLines: 20 });
		const { item } = sell();
		await push(item, { orderStatuses: [11, 9] });
		const { byRoute } = shop.server.counters;
		expect(byRoute['GET /v3/orders/metafields']).toBe(1);
		expect(byRoute['GET /v3/settings/inventory']).toBe(1);
		expect(byRoute['GET /v2/orders']).toBeLessThanOrEqual(6);
	});

	it('no marks where there are no orders', async () => {
		await push(shop.counted()[0]);
		expect(shop.server.counters.byRoute['GET /v3/orders/metafields']).toBeUndefined();
	});

	it('at least one status, and a date that is one', async () => {
		const [item] = shop.counted();
		expect((await push(item, { orderStatuses: [] })).error?.message).toBe(
			"'Order Status Names or IDs' is empty",
		);
		expect((await push(item, { ordersFrom: 'soon' })).error?.message).toBe(
			`'Orders Placed From' is "soon", which is no date`,
		);
	});

	it('marks that can be read: without them nothing is written', async () => {
		shop.server.faults.add({ kind: 'tokenExpired', path: '/v3/orders/metafields' });
		const { item } = sell();
		const before = shop.onHand(item);
		expect((await push(item)).error?.message).toContain('access token');
		expect(shop.onHand(item)).toBe(before);
	});
});
