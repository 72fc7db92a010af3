import { openStore, told, type OpenStore } from './bigCommerceClient';

describe('BigCommerce sandbox: changing orders', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore({ stockVisibleAfterMs: 0 }, { orders: 120 });
	});
	afterAll(() => store.server.stop());

	const record = (id: number) => store.server.state.orders.get(id)!;
	const eligible = () => store.server.addOrders(1, { cases: ['couponPercentage'] })[0];

	it('changes only the fields that were sent, replaces staff notes, and moves date_modified', async () => {
		const { id } = eligible();
		store.server.state.orders.update(id, { modifiedAt: Date.now() - 60_000 });
		const before = (await store.http.get(`/v2/orders/${id}`)).data;
		await store.http.put(`/v2/orders/${id}`, {
			staff_notes: 'first',
			external_order_id: 'SO-1',
			status: 'Shipped',
			colour: 'red',
		});
		const { data } = await store.http.put(`/v2/orders/${id}`, { staff_notes: 'second' });
		expect(data).toEqual({
			...before,
			staff_notes: 'second',
			external_order_id: 'SO-1',
			date_modified: data.date_modified,
		});
		expect(Date.parse(data.date_modified)).toBeGreaterThan(Date.parse(before.date_modified));
		expect(
			(await store.http.get('/v2/orders?external_order_id=SO-1')).data.map(
				(order: { id: number }) => order.id,
			),
		).toEqual([id]);
	});

	it('refuses an unknown status, half a pair of totals, and an external merchant id', async () => {
		for (const body of [
			{ status_id: 99 },
			{ total_inc_tax: '1.00' },
			{ external_merchant_id: 'x' },
			{ staff_notes: 'x'.repeat(65_536) },
		]) {
			expect(told(await store.http.put('/v2/orders/100', body))).toMatchObject({
				status: 400,
				data: [{ status: 400 }],
			});
		}
		store.server.settings.unknownStatusId = 'ignored';
		expect((await store.http.put('/v2/orders/100', { status_id: 99 })).data.status_id).toBe(11);
		store.server.settings.unknownStatusId = 'refused';
	});

	it('takes the discounts off a line that products touch, and its share off the totals', async () => {
		const { id, products, total_inc_tax } = eligible();
		const [line] = products;
		const discount = line.applied_discounts.reduce((sum, { amount }) => sum + Number(amount), 0);
		expect(discount).toBeGreaterThan(0);
		const { data } = await store.http.put(`/v2/orders/${id}`, { products: [{ id: line.id }] });
		const [edited] = (await store.http.get(`/v2/orders/${id}/products`)).data;
		expect(edited.applied_discounts).toEqual([]);
		expect(edited.discounted_total_inc_tax).toBe(edited.total_inc_tax);
		const more = Number(edited.discounted_total_inc_tax) - Number(line.discounted_total_inc_tax);
		expect(Number(data.total_inc_tax)).toBeCloseTo(Number(total_inc_tax) + more, 4);
	});

	it('adds a line without id and removes one with quantity 0', async () => {
		const { id, products } = eligible();
		await store.http.put(`/v2/orders/${id}`, {
			products: [
				{ name: 'Ribbon', quantity: 2, price_ex_tax: 1.5, price_inc_tax: 1.62 },
				{ id: products[0].id, quantity: 0 },
			],
		});
		const lines = record(id).lines;
		expect(lines.map((line) => line.id)).not.toContain(products[0].id);
		expect(lines[lines.length - 1]).toMatchObject({
			name: 'Ribbon',
			product_id: 0,
			quantity: 2,
			total_inc_tax: '3.2400',
		});
		expect((await store.http.put(`/v2/orders/${id}`, { products: [{ id: 987654 }] })).status).toBe(400);
	});

	it('archives on DELETE, and does not archive everything', async () => {
		const { id } = eligible();
		expect((await store.http.delete(`/v2/orders/${id}`)).status).toBe(204);
		expect((await store.http.get(`/v2/orders/${id}`)).data.is_deleted).toBe(true);
		const count = store.server.state.orders.size;
		expect((await store.http.delete('/v2/orders')).status).toBe(405);
		expect(store.server.state.orders.size).toBe(count);
	});

	it('takes ordered quantities off stock and puts them back on cancellation', async () => {
		const stockOf = async (productId: number) =>
			(await store.http.get(`/v3/inventory/items?product_id:in=${productId}`)).data.data[0].locations[0]
				.total_inventory_onhand;
		const before = new Map<number, number>();
		for (const item of store.server.state.stock.values()) {
			const onhand = 1000 + item.product_id;
			store.server.state.stock.update(item.id, { levels: { 1: { ...item.levels[1], onhand } } });
			before.set(item.product_id, onhand);
		}
		const [order] = store.server.addOrders(1, { totalLines: 1 });
		const [line] = order.products;
		expect(await stockOf(line.product_id)).toBe(before.get(line.product_id)! - line.quantity);
		await store.http.put(`/v2/orders/${order.id}`, { status_id: 5 });
		expect(await stockOf(line.product_id)).toBe(before.get(line.product_id));
		await store.http.put(`/v2/orders/${order.id}`, { status_id: 5 });
		expect(await stockOf(line.product_id)).toBe(before.get(line.product_id));
	});

	it('places new orders that a list read afterwards shows, with the lines it promised', async () => {
		const placed = store.server.addOrders(4);
		const { data } = await store.http.get(`/v2/orders?min_id=${placed[0].id}&status_id=11`);
		expect(data.map((order: { id: number }) => order.id)).toEqual(placed.map(({ id }) => id));
		expect((await store.http.get(`/v2/orders/${placed[3].id}/products`)).data).toEqual(placed[3].products);
		expect(store.server.orders().slice(-4)).toEqual(placed);
	});
});

describe('BigCommerce sandbox: shipments', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore({}, { orders: 5 });
	});
	afterAll(() => store.server.stop());

	const place = () => {
		const [order] = store.server.addOrders(1, { totalLines: 2 });
		const items = order.products.map(({ id, quantity }) => ({ order_product_id: id, quantity }));
		return { path: `/v2/orders/${order.id}`, order, items, order_address_id: order.shipping_addresses[0].id };
	};

	it('ships part and then all, and moves the status along', async () => {
		const { path, items, order_address_id, order } = place();
		const first = await store.http.post(`${path}/shipments`, {
			order_address_id,
			items: items.slice(0, 1),
			tracking_number: '1Z1',
			shipping_provider: 'ups',
		});
		expect(first.status).toBe(201);
		expect(first.data).toMatchObject({
			order_id: order.id,
			tracking_number: '1Z1',
			items: [{ order_product_id: order.products[0].id, product_id: order.products[0].product_id }],
		});
		expect((await store.http.get(path)).data).toMatchObject({
			status_id: 3,
			date_shipped: '',
			items_shipped: items[0].quantity,
		});
		await store.http.post(`${path}/shipments`, { order_address_id, items: items.slice(1) });
		const done = (await store.http.get(path)).data;
		expect(done.status_id).toBe(2);
		expect(done.date_shipped).toMatch(/\+0000$/);
		expect((await store.http.get(`${path}/shipments`)).data).toHaveLength(2);
		expect((await store.http.get(`${path}/shipments/count`)).data).toEqual({ count: 2 });
	});

	it.each([
		[{ tracking_number: 5 }],
		[{ tracking_link: ['https://example.com'] }],
		[{ comments: null }],
		[{ merchant_shipping_cost: 'dear' }],
	])('refuses %j, which is of the wrong type', async (field) => {
		const { path, items, order_address_id } = place();
		const answer = await store.http.post(`${path}/shipments`, { order_address_id, items, ...field });
		expect([answer.status, answer.data[0].message]).toEqual([
			400,
			`The field '${Object.keys(field)[0]}' is invalid.`,
		]);
	});

	it('refuses a foreign address or line, too much, nothing, and texts that are too long', async () => {
		const { path, items, order_address_id } = place();
		const bad = [
			{ order_address_id: 999_999, items },
			{ order_address_id, items: [] },
			{ order_address_id },
			{ order_address_id, items: [{ order_product_id: 999_999, quantity: 1 }] },
			{ order_address_id, items: [{ ...items[0], quantity: 10_000 }] },
			{ order_address_id, items, tracking_number: 'x'.repeat(51) },
			{ order_address_id, items, shipping_provider: 'pigeon' },
		];
		for (const body of bad) expect((await store.http.post(`${path}/shipments`, body)).status).toBe(400);
		expect((await store.http.get(`${path}/shipments`)).status).toBe(204);
	});

	it('lets tracking be changed but not items, and a deleted shipment leaves the status alone', async () => {
		const { path, items, order_address_id } = place();
		const { id } = (await store.http.post(`${path}/shipments`, { order_address_id, items })).data;
		expect(
			(await store.http.put(`${path}/shipments/${id}`, { tracking_number: 'new' })).data.tracking_number,
		).toBe('new');
		expect((await store.http.put(`${path}/shipments/${id}`, { items: [] })).status).toBe(400);
		expect((await store.http.delete(`${path}/shipments/${id}`)).status).toBe(204);
		expect((await store.http.get(path)).data).toMatchObject({ status_id: 2, items_shipped: 0 });
		expect((await store.http.get(`${path}/shipments/${id}`)).status).toBe(404);
	});
});
