import { allPages, openStore, type OpenStore } from './bigCommerceClient';

const includeAll = 'include=consignments.line_items,fees&consignment_structure=object';

describe('BigCommerce sandbox: reading orders', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore({}, { orders: 120 });
	});
	afterAll(() => store.server.stop());

	const ids = async (query: string) => {
		const answer = await store.http.get(`/v2/orders?limit=250&${query}`);
		return answer.status === 204 ? [] : answer.data.map((order: { id: number }) => order.id);
	};
	const records = () => store.server.state.orders.values().filter(({ fields }) => !fields.is_deleted);

	it('answers 204 without a body for a list or a part with nothing in it, and past the last page', async () => {
		for (const path of [
			'/v2/orders?customer_id=987654',
			'/v2/orders?page=99',
			'/v2/orders/100/coupons',
			'/v2/orders/100/shipments',
			'/v2/orders/100/messages',
		]) {
			const answer = await store.http.get(path);
			expect([path, answer.status, answer.data]).toEqual([path, 204, '']);
		}
	});

	it('lists bare arrays of 50 by id, up to 250 a page, and refuses larger pages', async () => {
		const { data, headers } = await store.http.get('/v2/orders');
		expect(data).toHaveLength(50);
		expect(data.map((order: { id: number }) => order.id)).toEqual(
			records()
				.slice(0, 50)
				.map(({ id }) => id),
		);
		expect(headers).not.toHaveProperty('x-total-count');
		expect((await store.http.get('/v2/orders?limit=251')).status).toBe(413);
		expect((await allPages(store.http, '/v2/orders', 7)).map(({ id }) => id)).toEqual(
			records().map(({ id }) => id),
		);
	});

	it('filters by every documented parameter and ignores the others', async () => {
		const some = records()[30];
		const matching = (test: (order: typeof some) => boolean) =>
			records()
				.filter(test)
				.map(({ id }) => id);
		const total = Number(some.fields.total_inc_tax);
		expect(await ids(`min_id=${some.id}`)).toEqual(matching(({ id }) => id >= some.id));
		expect(await ids(`max_id=${some.id}`)).toEqual(matching(({ id }) => id <= some.id));
		expect(await ids(`min_total=${total}`)).toEqual(
			matching(({ fields }) => Number(fields.total_inc_tax) >= total),
		);
		expect(await ids(`max_total=${total}`)).toEqual(
			matching(({ fields }) => Number(fields.total_inc_tax) <= total),
		);
		expect(await ids('customer_id=0')).toEqual(matching(({ fields }) => fields.customer_id === 0));
		expect(await ids('status_id=11')).toEqual(matching(({ fields }) => fields.status_id === 11));
		expect(await ids('channel_id=1001')).toEqual(matching(({ fields }) => fields.channel_id === 1001));
		expect(await ids(`cart_id=cart-${some.id}`)).toEqual([some.id]);
		expect(await ids('payment_method=Bank%20Deposit')).toEqual(
			matching(({ fields }) => fields.payment_method === 'Bank Deposit'),
		);
		const { email } = some.fields.billing_address;
		expect(await ids(`email=${email.toUpperCase()}`)).toEqual(
			matching(({ fields }) => fields.billing_address.email === email),
		);
		expect(await ids('colour=red')).toEqual(matching(() => true));
	});

	it('takes dates in RFC 2822 and in ISO with offset, bounds included, and refuses what it cannot read', async () => {
		const some = records()[30];
		const rfc = encodeURIComponent((await store.http.get(`/v2/orders/${some.id}`)).data.date_created);
		const iso = encodeURIComponent(new Date(some.createdAt).toISOString().replace('Z', '+00:00'));
		const from = records()
			.filter(({ createdAt }) => createdAt >= some.createdAt - 999)
			.map(({ id }) => id);
		expect(await ids(`min_date_created=${rfc}`)).toEqual(from);
		expect(await ids(`min_date_created=${iso}`)).toEqual(from);
		expect(await ids(`min_date_created=${rfc}&max_date_created=${rfc}`)).toEqual([some.id]);
		expect((await store.http.get('/v2/orders?min_date_modified=2026-03-01T10:00:00+00:00')).status).toBe(400);
		store.server.settings.dateBounds = 'exclusive';
		expect(await ids(`min_date_created=${rfc}`)).toEqual(from.slice(1));
		store.server.settings.dateBounds = 'inclusive';
	});

	it.each(['id', 'customer_id', 'date_created', 'date_modified', 'status_id', 'channel_id', 'external_id'])(
		'sorts by %s both ways',
		async (key) => {
			const up = (await store.http.get(`/v2/orders?limit=250&sort=${key}:asc`)).data;
			const down = (await store.http.get(`/v2/orders?limit=250&sort=${key}:desc`)).data;
			const valueOf = (order: Record<string, unknown>) =>
				key.startsWith('date') ? Date.parse(String(order[key])) : (order[key] ?? '');
			const values = up.map(valueOf);
			expect(values).toEqual([...values].sort((one, other) => (one === other ? 0 : one < other ? -1 : 1)));
			expect(down.map(valueOf)).toEqual([...values].reverse());
			expect((await store.http.get('/v2/orders?sort=total:asc')).status).toBe(400);
		},
	);

	it('gives parts as links, and in place when they are included', async () => {
		const plain = (await store.http.get('/v2/orders/100')).data;
		for (const part of ['products', 'shipping_addresses', 'coupons', 'consignments', 'fees']) {
			expect(plain[part]).toEqual({
				url: `${store.server.url}/stores/sandbox1/v2/orders/100/${part}`,
				resource: `/orders/100/${part}`,
			});
		}
		const full = (await store.http.get(`/v2/orders?min_id=100&limit=1&${includeAll}`)).data[0];
		expect(Object.keys(full.consignments)).toEqual(['pickups', 'shipping', 'downloads', 'email']);
		expect(full.consignments.shipping[0].line_items).toEqual(
			(await store.http.get('/v2/orders/100/products')).data,
		);
		expect(full.fees).toEqual([]);
		const older = (await store.http.get('/v2/orders/100?include=consignments')).data.consignments;
		expect(older).toHaveLength(1);
		expect(older[0].shipping[0].line_items[0].resource).toMatch(/^\/orders\/100\/products\/\d+$/);
	});

	it('groups every line of every order under the consignment it belongs to', async () => {
		for (const order of (await store.http.get(`/v2/orders?limit=250&${includeAll}`)).data) {
			const { pickups, shipping, downloads, email } = order.consignments;
			const lines = [...pickups, ...shipping, ...downloads, ...email.gift_certificates].flatMap(
				(part) => part.line_items,
			);
			const expected = store.server.state.orders.get(order.id)?.lines.map(({ id }) => id);
			expect(lines.map(({ id }) => id).sort()).toEqual([...(expected ?? [])].sort());
		}
	});

	it('pages the lines of an order by 50', async () => {
		const long = records().find(({ lines }) => lines.length > 50);
		expect((await store.http.get(`/v2/orders/${long?.id}/products`)).data).toHaveLength(50);
		expect((await store.http.get(`/v2/orders/${long?.id}/products?page=2`)).data).toHaveLength(
			(long?.lines.length ?? 0) - 50,
		);
	});

	it('counts orders in all and by status', async () => {
		const { data } = await store.http.get('/v2/orders/count?channel_id=1');
		const mine = records().filter(({ fields }) => fields.channel_id === 1);
		expect(data.count).toBe(mine.length);
		expect(data.statuses[11]).toMatchObject({
			id: 11,
			name: 'Awaiting Fulfillment',
			custom_label: 'Ready to pack',
			count: mine.filter(({ fields }) => fields.status_id === 11).length,
		});
	});

	it('shows archived and incomplete orders in lists as it is set to, and always by id', async () => {
		const archived = store.server.state.orders.values().find(({ fields }) => fields.is_deleted);
		const incomplete = records().find(({ fields }) => fields.status_id === 0);
		expect(await ids('')).not.toContain(archived?.id);
		expect(await ids('is_deleted=true')).toEqual([archived?.id]);
		expect((await store.http.get(`/v2/orders/${archived?.id}`)).data.is_deleted).toBe(true);
		Object.assign(store.server.settings, { archivedOrdersListed: true, incompleteOrdersListed: false });
		expect(await ids('')).toContain(archived?.id);
		expect(await ids('')).not.toContain(incomplete?.id);
		expect(await ids('status_id=0')).toContain(incomplete?.id);
		Object.assign(store.server.settings, { archivedOrdersListed: false, incompleteOrdersListed: true });
	});

	it('tells what was paid, with 204 where nothing was, and what was paid back', async () => {
		const offline = records().find(({ transactions }) => transactions.length === 0);
		expect((await store.http.get(`/v3/orders/${offline?.id}/transactions`)).status).toBe(204);
		expect((await store.http.get('/v3/orders/999999/transactions')).status).toBe(404);
		expect((await store.http.get('/v3/orders/100/transactions')).data.data[0]).toMatchObject({
			order_id: '100',
			event: 'purchase',
			status: 'ok',
		});
		const refunded = records().find(({ refunds }) => refunds.length > 0);
		const { data } = await store.http.get(`/v3/orders/payment_actions/refunds?order_id:in=${refunded?.id}`);
		expect(data.data).toEqual(refunded?.refunds);
		expect((await store.http.get(`/v3/orders/${refunded?.id}/payment_actions/refunds`)).data.data).toEqual(
			refunded?.refunds,
		);
	});
});

describe('BigCommerce sandbox: orders, smaller facts', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore();
	});
	afterAll(() => store.server.stop());

	it('shows the lines of consignments by their documented name, links without it', async () => {
		const path = '/v2/orders/100/consignments';
		const linked = (await store.http.get(path)).data;
		const full = (await store.http.get(path, { params: { include: 'consignments.line_items' } })).data;
		const lines = (await store.http.get('/v2/orders/100/products')).data;
		expect(full.shipping[0].line_items).toEqual(lines);
		expect(Object.keys(linked.shipping[0].line_items[0])).toEqual(['url', 'resource']);
		expect((await store.http.get(path, { params: { include: 'line_items' } })).data).toEqual(linked);
		expect(full.shipping[0]).not.toHaveProperty('order_id');
	});

	it('has no event dates', async () => {
		const [line] = (await store.http.get('/v2/orders/100/products')).data;
		expect(line.event_date).toBeNull();
	});

	it('holds an order of a marketplace, which its number finds', async () => {
		const marketplace = store.server.state.orders
			.values()
			.find(({ fields }) => fields.external_order_id !== '');
		const found = (await store.http.get('/v2/orders?external_order_id=MP-114-2203718')).data;
		expect(found.map(({ id }: { id: number }) => id)).toEqual([marketplace?.id]);
		expect(found[0]).toMatchObject({ order_source: 'external', external_source: 'Marketplace' });
	});

	it('has the fees of an order in an object, or bare where it is set to', async () => {
		const order = store.server.state.orders.values().find(({ fees }) => fees.length > 0);
		const path = `/v2/orders/${order?.id}/fees`;
		expect((await store.http.get(path)).data).toEqual({ fees: order?.fees });
		store.server.settings.feesForm = 'list';
		expect((await store.http.get(path)).data).toEqual(order?.fees);
		expect((await store.http.get('/v2/orders/100/fees')).status).toBe(204);
	});

	it('says nothing about the pages of the refunds', async () => {
		const { data } = await store.http.get('/v3/orders/payment_actions/refunds?limit=1');
		expect([data.data.length, data.meta]).toEqual([1, {}]);
	});

	it('holds an order of more lines than a page has, in the list with its lines too', async () => {
		const long = store.server.state.orders.values().find(({ lines }) => lines.length > 50);
		const page = async (number: number) =>
			(await store.http.get(`/v2/orders/${long?.id}/products?page=${number}`)).data;
		expect([(await page(1)).length, (await page(2)).length, await page(3)]).toEqual([50, 10, '']);
	});
});
