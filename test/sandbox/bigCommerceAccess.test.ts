import axios from 'axios';
import { openStore, told, type OpenStore } from './bigCommerceClient';

describe('BigCommerce sandbox: who may do what', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore();
	});
	afterAll(() => store.server.stop());

	const call = (path: string, headers: Record<string, string>) =>
		axios.get(`${store.server.url}${path}`, { headers, validateStatus: () => true });

	it('answers a bad or missing token as text or JSON, as BigCommerce does', async () => {
		const path = '/stores/sandbox1/v2/time';
		const missing = await call(path, {});
		expect(told(missing)).toEqual({ status: 401, data: 'X-Auth-Token header is required' });
		expect(missing.headers['content-type']).toMatch(/^text\/plain/);
		expect(told(await call(path, { 'X-Auth-Token': '' }))).toEqual({
			status: 401,
			data: 'X-Auth-Token header should have correct format',
		});
		const wrong = await call(path, { 'X-Auth-Token': 'nope' });
		expect(wrong.headers['content-type']).toMatch(/^application\/json/);
		expect(wrong.data).toMatchObject({ status: 401, title: 'Unauthorized' });
	});

	it('finds the route before it looks at the token, and the token before the store', async () => {
		const unknown = await call('/stores/sandbox1/v2/nothing', {});
		expect(told(unknown)).toEqual({ status: 404, data: 'The route is not found, check the URL' });
		expect(unknown.headers['content-type']).toMatch(/^text\/plain/);
		expect((await call('/stores/other/v2/time', { 'X-Auth-Token': 'nope' })).status).toBe(401);
		expect((await call('/stores/other/v2/time', { 'X-Auth-Token': store.server.tokens.full })).status).toBe(
			403,
		);
	});

	it.each([
		['ordersOnly', 'get', '/v2/orders', 200],
		['ordersOnly', 'get', '/v2/time', 403],
		['ordersOnly', 'get', '/v3/catalog/products', 403],
		['ordersOnly', 'get', '/v3/orders/100/payment_actions/refunds', 200],
		['ordersOnly', 'get', '/v3/orders/100/transactions', 403],
		['ordersOnly', 'get', '/v3/hooks', 200],
		['readOnly', 'get', '/v3/inventory/items', 200],
		['readOnly', 'put', '/v3/inventory/adjustments/absolute', 403],
		['readOnly', 'put', '/v2/orders/100', 403],
		['readOnly', 'post', '/v3/orders/100/metafields', 403],
		['noInventory', 'get', '/v3/inventory/items', 403],
		['noInventory', 'get', '/v3/inventory/locations', 200],
		['noInventory', 'get', '/v2/time', 200],
	] as const)('lets the token %s %s %s: %i', async (account, method, path, status) => {
		const answer = await store
			.as(store.server.tokens[account])
			.request({ method, url: path, data: method === 'get' ? undefined : {} });
		expect(answer.status).toBe(status);
		if (status === 403)
			expect(JSON.stringify(answer.data)).toContain(
				"You don't have the required scope to access the endpoint.",
			);
	});

	it('words refusals as an array in V2 and as an object in V3', async () => {
		expect((await store.http.get('/v2/orders/999999')).data).toEqual([
			{ status: 404, message: expect.any(String) },
		]);
		expect((await store.http.get('/v3/catalog/products/999999')).data).toMatchObject({
			status: 404,
			title: expect.any(String),
			errors: {},
		});
		expect((await store.http.get('/v2/orders?status_id=9,11')).data[0]).toMatchObject({
			status: 400,
			message: "The field 'status_id' is invalid.",
		});
		const broken = await store.http.put('/v2/orders/100', '{"status_id": ', {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(broken.data).toEqual([{ status: 400, message: expect.any(String) }]);
		expect(
			(await store.http.put('/v2/orders/100', 'x=1', { headers: { 'Content-Type': 'text/csv' } })).status,
		).toBe(415);
	});
});

describe('BigCommerce sandbox: rate limit', () => {
	const open: OpenStore[] = [];
	const limited = async (...options: Parameters<typeof openStore>) => {
		open.push(await openStore(...options));
		return open[open.length - 1];
	};
	afterAll(() => Promise.all(open.map(({ server }) => server.stop())));

	it('counts down, refuses when nothing is left, and says for how long in ms and s', async () => {
		const { http, as, server } = await limited({ quota: 3, windowMs: 60_000 });
		const first = await http.get('/v2/time');
		expect(first.headers).toMatchObject({
			'x-rate-limit-requests-quota': '3',
			'x-rate-limit-requests-left': '2',
			'x-rate-limit-time-window-ms': '60000',
		});
		await as(server.tokens.readOnly).get('/v2/time');
		await http.get('/v2/orders/999999');
		const refused = await http.get('/v2/time');
		expect(refused.status).toBe(429);
		const { 'x-rate-limit-time-reset-ms': reset, 'x-retry-after': retry } = refused.headers;
		expect(Number(reset)).toBeGreaterThan(1000);
		expect(Number(retry)).toBe(Math.ceil(Number(reset) / 1000));
		expect(server.counters).toMatchObject({ total: 4, refusedByLimit: 1 });
	});

	it('opens again with the next window', async () => {
		const { http, server } = await limited({ quota: 1, windowMs: 60_000 });
		await http.get('/v2/time');
		expect((await http.get('/v2/time')).status).toBe(429);
		server.settings.windowMs = 0;
		expect((await http.get('/v2/time')).status).toBe(200);
	});

	it('sends no headers on a plan without quota, nor where they are switched off', async () => {
		const unlimited = await limited({ quota: null });
		expect((await unlimited.http.get('/v2/time')).headers).not.toHaveProperty('x-rate-limit-requests-left');
		const silent = await limited({ quota: 1, windowMs: 60_000, rateLimitHeaders: false });
		await silent.http.get('/v2/time');
		const refused = await silent.http.get('/v2/time');
		expect(refused.status).toBe(429);
		expect(Object.keys(refused.headers).filter((name) => /rate|retry/.test(name))).toEqual([]);
	});
});
