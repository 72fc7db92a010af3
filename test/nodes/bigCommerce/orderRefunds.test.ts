import { readRefundedUnits } from '../../../nodes/BigCommerce/api/refunds';
import { normalizeOrder } from '../../../sync/normalizeOrder';
import { numberedOrders } from './numberedOrders';
import { changeOrder, placeOrders } from './openOrders';
import { scriptedStore } from './scriptedStore';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

const REFUNDS = 'GET /v3/orders/payment_actions/refunds';

let shop: OpenShop;
let placed: number[];
beforeEach(async () => {
	shop = await openShop({ refundFeedsLines: false }, { orders: 0 });
	placed = placeOrders(shop, 4, 11);
});
afterEach(async () => await shop.server.stop());

const lineOf = (id: number) => shop.server.state.orders.get(id)!.lines[0];
const refund = (id: number, quantity: number) =>
	shop.server.refund(id, { units: [{ lineId: lineOf(id).id, quantity }] });
const read = async (parameters: object) =>
	jsonOf(await shop.run({ resource: 'order', ...parameters } as never)).map((order) => ({
		id: order.id,
		refunded: (order.products as Array<{ quantity_refunded: unknown }>)[0].quantity_refunded,
	}));
const getMany = {
	operation: 'getAll',
	returnAll: true,
	leaveOutImported: true,
	filters: { statusIds: [11, 14, 4] },
};

describe('refunds that do not show on the lines', () => {
	it('are put on them, for all orders in one request', async () => {
		refund(placed[1], 1);
		refund(placed[2], 1);
		refund(placed[2], 1);
		expect((await read(getMany)).map(({ refunded }) => refunded)).toEqual([0, 1, 2, 0]);
		expect(shop.requests(REFUNDS)).toBe(1);
		const [one] = await read({ operation: 'get', orderId: String(placed[2]) });
		expect(one.refunded).toBe(2);
	});

	it('are not asked for where no order says that anything was refunded', async () => {
		await read(getMany);
		expect(shop.requests(REFUNDS)).toBe(0);
	});

	it('do not count when they were declined, and do not lower what a line says', async () => {
		refund(placed[0], 1);
		const { orders } = shop.server.state;
		const order = orders.get(placed[0])!;
		const [{ payments, ...rest }] = order.refunds;
		const declined = {
			...rest,
			payments: (payments as object[]).map((one) => ({ ...one, is_declined: true })),
		};
		orders.update(placed[0], { refunds: [declined] });
		refund(placed[1], 1);
		orders.update(placed[1], { lines: [{ ...lineOf(placed[1]), quantity_refunded: 3 }] });
		expect((await read(getMany)).map(({ refunded }) => refunded)).toEqual([0, 3, 0, 0]);
	});

	it('are put on them whichever orders are read', async () => {
		refund(placed[1], 1);
		expect((await read({ ...getMany, leaveOutImported: false }))[1].refunded).toBe(1);
		await read({ ...getMany, includeLines: false }).catch(() => undefined);
		expect(shop.requests(REFUNDS)).toBe(0);
	});

	it('say what they were for', async () => {
		const { orders } = shop.server.state;
		refund(placed[0], 1);
		shop.server.refund(placed[1], { amount: 0.01 });
		changeOrder(shop, placed[2], { status_id: 14, payment_status: 'captured' });
		expect(orders.get(placed[2])!.refunds).toEqual([]);
		const found = jsonOf(await shop.run({ resource: 'order', simplify: true, ...getMany } as never));
		expect(found.map(({ refunds_found }) => refunds_found)).toEqual(['units', 'money', 'none', undefined]);
	});

	it('are not known to an account that may not read them', async () => {
		const { store, asked } = scriptedStore(() => ({
			status: 403,
			body: { status: 403, title: 'Forbidden' },
		}));
		const order = { ...numberedOrders(1, 1)[0], payment_status: 'partially refunded' };
		expect(await readRefundedUnits(store, [order])).toEqual(new Map([[1, 'unreadable']]));
		expect(asked).toHaveLength(1);
	});

	it('are read once from a list that gives the same page whatever page is asked for', async () => {
		const items = [{ item_type: 'PRODUCT', item_id: 7, quantity: 2 }];
		const rows = Array.from({ length: 12 }, (_, index) => ({ id: 1 + index, order_id: 1, items }));
		const { store } = scriptedStore(() => ({ body: { data: rows, meta: {} } }));
		const order = { ...numberedOrders(1, 1)[0], status_id: 14 };
		expect(await readRefundedUnits(store, [order])).toEqual(new Map([[1, new Map([[7, 24]])]]));
	});

	it('keep an order with an odd line for its reader', async () => {
		refund(placed[1], 1);
		changeOrder(shop, placed[1], {});
		const [order] = jsonOf(
			await shop.run({ resource: 'order', operation: 'get', orderId: String(placed[1]) } as never),
		);
		expect(normalizeOrder(order).reason).toBeUndefined();
	});
});
