import { openStore, type OpenStore } from './bigCommerceClient';

describe('BigCommerce sandbox: refunds', () => {
	let store: OpenStore;
	beforeEach(async () => {
		store = await openStore({}, { orders: 1, orderOptions: { totalLines: 2 } });
	});
	afterEach(() => store.server.stop());

	const order = () => store.server.state.orders.get(100)!;
	const secondLine = () => order().lines[1];

	it('of units show on their line, in the payment and in the status; quantities, totals and stock stay', async () => {
		const before = order();
		const stock = store.server.state.stock.values();
		store.server.refund(100, { units: [{ lineId: secondLine().id, quantity: 1 }] });
		expect(order().fields).toEqual({
			...before.fields,
			status_id: 14,
			payment_status: 'partially refunded',
		});
		expect(secondLine()).toMatchObject({ quantity: before.lines[1].quantity, quantity_refunded: 1 });
		expect(order().modifiedAt).toBeGreaterThan(before.modifiedAt);
		expect(store.server.state.stock.values()).toEqual(stock);
		const { data } = await store.http.get('/v3/orders/100/payment_actions/refunds');
		expect(data.data).toMatchObject([
			{ items: [{ item_type: 'PRODUCT', item_id: secondLine().id, quantity: 1 }] },
		]);
	});

	it('of an amount name no line; one of all makes the order refunded', () => {
		store.server.refund(100, { amount: 1 });
		expect(order().fields).toMatchObject({ status_id: 14, payment_status: 'partially refunded' });
		expect(order().lines.every(({ quantity_refunded }) => quantity_refunded === 0)).toBe(true);
		store.server.refund(100, { amount: Number(order().fields.total_inc_tax) - 1 });
		expect(order().fields).toMatchObject({ status_id: 4, payment_status: 'refunded' });
	});

	it('may leave status, lines and date alone', () => {
		const before = order();
		Object.assign(store.server.settings, {
			statusAfterRefund: 'stays',
			refundFeedsLines: false,
			refundTouchesOrder: false,
		});
		store.server.refund(100, { units: [{ lineId: secondLine().id, quantity: 1 }] });
		expect(order().fields.status_id).toBe(before.fields.status_id);
		expect(order()).toMatchObject({ lines: before.lines, modifiedAt: before.modifiedAt });
	});
});

describe('BigCommerce sandbox: lines in lists of orders', () => {
	it('may be cut anywhere, by consignment or by order; the order says how many units it has', async () => {
		const store = await openStore({}, { orders: 1, orderOptions: { cases: ['pickList'] } });
		try {
			const { fields, lines } = store.server.state.orders.get(100)!;
			const bundled = lines.filter(({ is_bundled_product }) => is_bundled_product);
			const params = { include: 'consignments.line_items', consignment_structure: 'object' };
			const read = async () => (await store.http.get('/v2/orders', { params })).data[0];
			const linesOf = async () => (await read()).consignments.shipping[0].line_items.length;
			expect(bundled.length).toBeGreaterThan(0);
			expect(await linesOf()).toBe(lines.length);
			store.server.settings.consignmentLineLimit = 1;
			expect(await linesOf()).toBe(1);
			store.server.settings.lineLimitCounts = 'perOrder';
			expect(await linesOf()).toBe(1);
			expect((await store.http.get('/v2/orders/100/products')).data).toHaveLength(lines.length);
			expect((await read()).items_total).toBe(fields.items_total);
			store.server.settings.bundledInItemsTotal = false;
			expect((await read()).items_total).toBeLessThan(fields.items_total);
		} finally {
			await store.server.stop();
		}
	});
});
