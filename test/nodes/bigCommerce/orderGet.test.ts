import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(async () => await shop.server.stop());

const get = { resource: 'order', operation: 'get' };
const byItem = { ...get, orderId: '={{ $json.id }}' };

describe('Order: Get', () => {
	it('reads an order with lines, addresses and fees in one request', async () => {
		const [expected] = shop.server.orders();
		const [order] = jsonOf(await shop.run({ ...get, orderId: String(expected.id) }));
		expect(order).toMatchObject({
			id: expected.id,
			total_inc_tax: expected.total_inc_tax,
			fees: expected.fees,
		});
		expect(order.products).toEqual(expected.products);
		expect(order.shipping_addresses).toMatchObject(
			expected.shipping_addresses.map(({ id, email }) => ({ id, email })),
		);
		expect(shop.requests()).toBe(1);
	});

	it('leaves links as they are when lines are not wanted', async () => {
		const [order] = jsonOf(await shop.run({ ...get, orderId: '100', includeLines: false }));
		expect(order.products).toMatchObject({ resource: '/orders/100/products' });
	});

	it('adds coupons with one more request, also where there are none', async () => {
		const withCoupons = shop.server.orders().find(({ coupons }) => coupons.length > 0)!;
		const without = shop.server.orders().find(({ coupons }) => coupons.length === 0)!;
		const items = [{ id: withCoupons.id }, { id: without.id }];
		const orders = jsonOf(await shop.run({ ...byItem, includeCoupons: true }, { items }));
		expect(orders.map(({ coupons }) => coupons)).toEqual([withCoupons.coupons, []]);
		expect(shop.requests()).toBe(4);
	});

	it.each([
		['empty', '', 'empty'],
		['zero', 0, '"0"'],
		['text', 'abc', '"abc"'],
		['a fraction', 10.5, '"10.5"'],
		['a path', '100/products', '"100/products"'],
		['missing', undefined, 'empty'],
	])('refuses an order number that is %s and asks for nothing', async (_, id, shown) => {
		const { error } = await shop.run(byItem, { items: [{ id }] });
		expect(error?.message).toBe(`'Order Number' is ${shown}`);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(shop.requests()).toBe(0);
	});

	it('names an unknown order and goes on with the others on the error output', async () => {
		const items = [{ id: 100 }, { id: 999999 }, { id: 101 }];
		const { outputs } = await shop.run(byItem, { items, onError: 'continueErrorOutput' });
		expect(outputs[0].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[100, { item: 0 }],
			[101, { item: 2 }],
		]);
		expect(outputs[1].map(({ json }) => json)).toMatchObject([
			{ id: 999999, error: expect.stringContaining('BigCommerce did not find order 999999') },
		]);
	});

	it('keeps a failed item in its place when the node continues', async () => {
		const items = [{ id: 999999 }, { id: 101 }];
		const { outputs } = await shop.run(byItem, { items, onError: 'continueRegularOutput' });
		expect(outputs[0].map(({ json }) => json.error ?? json.id)).toEqual([
			expect.stringContaining('did not find order 999999'),
			101,
		]);
	});

	it('says that the token is wrong and what to do', async () => {
		const { error } = await shop.run({ ...get, orderId: '100' }, { token: 'made-up-token' });
		expect(error).toMatchObject({
			httpCode: '401',
			message: expect.stringContaining('does not accept the access token'),
			description: expect.stringContaining('paste the access token'),
		});
	});
});

describe('lines that came cut', () => {
	let cut: OpenShop;
	beforeAll(async () => void (cut = await openShop({ consignmentLineLimit: 50 }, { orders: 90 })));
	afterAll(async () => await cut.server.stop());

	it('are read again, all of them', async () => {
		const long = cut.server.orders().find(({ products }) => products.length > 50)!;
		const [order] = jsonOf(await cut.run({ ...get, orderId: String(long.id) }));
		expect(order.products).toEqual(long.products);
		expect(cut.requests('GET /v2/orders/:id/products')).toBeGreaterThan(0);
	});
});
