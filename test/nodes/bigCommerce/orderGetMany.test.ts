import { essentialOrder } from '../../../sync/essentialOrder';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

const getMany = { resource: 'order', operation: 'getAll' };
const all = { ...getMany, returnAll: true };

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({ archivedOrdersListed: true }, { orders: 101 })));
afterAll(async () => await shop.server.stop());
afterEach(() => shop.server.faults.clear());

const expected = () => shop.server.orders().filter(({ is_deleted }) => !is_deleted);
const idsOf = (orders: Array<{ id?: unknown }>) => orders.map(({ id }) => id);

describe('Order: Get Many', () => {
	it('reads every order once, with its lines, in pages of a hundred', async () => {
		const orders = jsonOf(await shop.run(all));
		expect(idsOf(orders)).toEqual(idsOf(expected()));
		expect(orders.map(({ products }) => products)).toEqual(expected().map(({ products }) => products));
		// A full page, the one order left, and the page that brings nothing new; and the refunds of a hundred.
		expect([shop.requests('GET /v2/orders'), shop.requests()]).toEqual([3, 4]);
	});

	it.each([
		[1, 1],
		[50, 1],
		[100, 1],
	])('stops reading at a limit of %d', async (limit, requests) => {
		const orders = jsonOf(await shop.run({ ...getMany, limit, options: { includeArchived: true } }));
		expect(idsOf(orders)).toEqual(idsOf(shop.server.orders()).slice(0, limit));
		expect(shop.requests('GET /v2/orders')).toBe(requests);
	});

	it('returns archived orders only when asked for', async () => {
		const orders = jsonOf(await shop.run({ ...all, options: { includeArchived: true } }));
		expect(orders).toHaveLength(101);
		expect(orders.length).toBeGreaterThan(expected().length);
	});

	it('leaves out what the import does not read when simplified', async () => {
		const simplified = jsonOf(await shop.run({ ...all, simplify: true }));
		expect(simplified).toEqual(jsonOf(await shop.run(all)).map((order) => essentialOrder(order as never)));
		expect(simplified[0]).not.toHaveProperty('ip_address');
	});

	it('finds nothing without stumbling over the empty answer', async () => {
		const result = await shop.run({ ...all, filters: { email: 'nobody@example.org' } });
		expect(jsonOf(result)).toEqual([]);
		expect(shop.requests()).toBe(1);
	});

	it('merges several statuses by order number', async () => {
		const statusIds = [11, 2, 5];
		const wanted = expected().filter(({ status_id }) => statusIds.includes(status_id!));
		expect(idsOf(jsonOf(await shop.run({ ...all, filters: { statusIds } })))).toEqual(idsOf(wanted));
		expect(new Set(wanted.map(({ status_id }) => status_id)).size).toBe(3);
	});

	it('stops each of several statuses after its first page when the limit is reached', async () => {
		await shop.run({ ...getMany, limit: 3, filters: { statusIds: [11, 2, 5] } });
		expect(shop.requests()).toBe(3);
	});

	it('sorts by another field, merging statuses by it', async () => {
		const sort = { field: 'date_modified', direction: 'desc' };
		const orders = jsonOf(await shop.run({ ...all, sort, filters: { statusIds: [11, 2] } }));
		const times = orders.map(({ date_modified }) => Date.parse(String(date_modified)));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		expect(orders).toHaveLength(
			expected().filter(({ status_id }) => status_id === 11 || status_id === 2).length,
		);
	});

	it('reads downwards by order number, too', async () => {
		const orders = jsonOf(await shop.run({ ...all, sort: { direction: 'desc' }, includeLines: false }));
		expect(idsOf(orders)).toEqual(idsOf(expected()).reverse());
	});

	it.each([
		['an order number', { minId: 120, maxId: 130 }, (id: number) => id >= 120 && id <= 130],
		[
			'a customer',
			{ customerId: 0 },
			(_: number, order: { customer_id?: number }) => order.customer_id === 0,
		],
		[
			'a channel',
			{ channelId: 1001 },
			(_: number, order: { channel_id?: number }) => order.channel_id === 1001,
		],
		[
			'a total',
			{ minTotal: 500 },
			(_: number, order: { total_inc_tax?: string }) => Number(order.total_inc_tax) >= 500,
		],
	])('filters by %s', async (_, filters, fits) => {
		const wanted = expected().filter((order) => fits(order.id, order));
		expect(wanted.length).toBeGreaterThan(0);
		expect(idsOf(jsonOf(await shop.run({ ...all, filters })))).toEqual(idsOf(wanted));
	});

	it.each([
		['ISO with an offset', (date: Date) => date.toISOString().replace('Z', '+00:00')],
		['RFC 2822', (date: Date) => date.toUTCString().replace('GMT', '+0000')],
		['an editor field in the time zone of the workflow', (date: Date) => localTime(date)],
	])('filters by a date given as %s', async (_, format) => {
		const orders = shop.server.orders();
		const from = new Date(Date.parse(orders[50].date_created!));
		const filters = { minDateCreated: format(from) };
		expect(idsOf(jsonOf(await shop.run({ ...all, filters, options: { includeArchived: true } })))).toEqual(
			idsOf(orders.slice(50)),
		);
	});

	it.each([
		['Customer Email', { email: '' }],
		['Customer Email', { email: ' ' }],
		['Customer ID', { customerId: '={{ $json.missing }}' }],
		['External Order ID', { externalOrderId: '' }],
		['Created From', { minDateCreated: '' }],
		['Status Names or IDs', { statusIds: [] }],
	])('refuses the filter %s when it is empty, instead of listing everything', async (name, filters) => {
		const { error } = await shop.run({ ...all, filters });
		expect(error?.message).toBe(`The filter '${name}' is empty`);
		expect(shop.requests()).toBe(0);
	});

	it('refuses a date that is none', async () => {
		const { error } = await shop.run({ ...all, filters: { minDateCreated: 'yesterday' } });
		expect(error?.message).toContain('"yesterday", which is no date');
	});

	it('refuses a status that is no ID', async () => {
		const { error } = await shop.run({ ...all, filters: { statusIds: "={{ ['11', 'Shipped'] }}" } });
		expect(error?.message).toContain('holds "Shipped", which is no status ID');
		expect(shop.requests()).toBe(0);
	});

	it('loses no order when orders change while they are read', async () => {
		shop.server.faults.add({ kind: 'editDuringRead', path: '/v2/orders?' });
		const orders = jsonOf(await shop.run({ ...all, includeLines: false, filters: { minId: 1 } }));
		expect(idsOf(orders)).toEqual(idsOf(expected()));
	});

	it('gives what was read before a later page failed to the error output’s neighbour', async () => {
		shop.server.faults.add({ kind: 'tokenExpired', path: 'min_id' });
		const { outputs } = await shop.run(all, { onError: 'continueErrorOutput' });
		expect(outputs[0].length).toBeGreaterThan(90);
		expect(outputs[1].map(({ json }) => json.error)).toEqual([
			expect.stringContaining('does not accept the access token'),
		]);
	});

	it('lists for each input item', async () => {
		const filters = { minId: '={{ $json.id }}', maxId: '={{ $json.id }}' };
		const { outputs } = await shop.run({ ...all, filters }, { items: [{ id: 110 }, { id: 112 }] });
		expect(outputs[0].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[110, { item: 0 }],
			[112, { item: 1 }],
		]);
	});
});

describe('leaving out imported orders', () => {
	it('takes one list of marks for the store, none while no order is found', async () => {
		const mark = {
			resource: 'order',
			operation: 'markAsImported',
			documentType: 'salesorder',
			documentId: '1',
		};
		const items = [{ id: 100 }, { id: 105 }];
		await shop.run(mark, { items });
		const orders = jsonOf(await shop.run({ ...all, leaveOutImported: true }));
		expect(idsOf(orders)).toEqual(idsOf(expected()).filter((id) => id !== 100 && id !== 105));
		expect(shop.requests('GET /v3/orders/metafields')).toBe(1);

		await shop.run({ ...all, leaveOutImported: true, filters: { email: 'nobody@example.org' } });
		expect(shop.requests('GET /v3/orders/metafields')).toBe(0);
	});

	it('sees the marks of another API account', async () => {
		const token = shop.server.tokens.ordersOnly;
		const orders = jsonOf(await shop.run({ ...all, leaveOutImported: true }, { token }));
		expect(idsOf(orders)).not.toContain(105);
	});

	it('goes on by cursor where there are more marks than one page', async () => {
		const template = {
			permission_set: 'read',
			namespace: 'n8n-bigcommerce-sos',
			key: 'imported',
			value: '{}',
		};
		for (let id = 1; id <= 260; id++) {
			const resource_id = id === 260 ? 108 : 100_000 + id;
			const fields = {
				...template,
				id: 1000 + id,
				description: '',
				resource_type: 'order' as const,
				resource_id,
			};
			shop.server.state.metafields.load({
				...fields,
				owner_client_id: 'other',
				createdAt: Date.now(),
				modifiedAt: 0,
			});
		}
		const orders = jsonOf(await shop.run({ ...all, leaveOutImported: true }));
		expect(idsOf(orders)).not.toContain(108);
		expect(shop.requests('GET /v3/orders/metafields')).toBe(2);
	});
});

/** As n8n's date field stores it: local time without an offset. */
function localTime(date: Date): string {
	const zone = 'America/New_York';
	return date.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
}
