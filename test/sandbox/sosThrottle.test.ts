import { clientFor, shopItem, startWithClient } from './sosShop';
import { startSosServer, type SosServer } from '../../sandbox/sos';
import { Throttle } from '../../sandbox/sos/http/throttle';
import { sosSettings } from '../../sandbox/sos/settings';

let server: SosServer;

afterEach(() => server.stop());

test('a company that asks too often is refused in three ways by turns, and the refusals are counted', async () => {
	server = await startSosServer({ intervalMs: 60_000 });
	const api = clientFor(server, server.accessToken);
	expect((await api.get('/location')).data.status).toBe('ok');
	const refused = [await api.get('/location'), await api.get('/location'), await api.get('/location')];
	expect(refused.map(({ status, data }) => [status, data.message])).toEqual([
		[429, 'Please issue requests less frequently than 60000ms'],
		[200, 'Throttle limit exceeded'],
		[400, 'Throttle limit exceeded.'],
	]);
	for (const { data, headers } of refused) {
		expect(data).toMatchObject({ data: null, status: expect.not.stringMatching(/^ok$/) });
		expect(headers).not.toHaveProperty('retry-after');
	}
	expect(server.counters).toMatchObject({ total: 4, refusedByLimit: 3 });
});

test('a refused write is not carried out', async () => {
	server = await startSosServer({ intervalMs: 60_000, catalogue: [shopItem('A')] });
	const api = clientFor(server, server.accessToken);
	await api.get('/location');
	const before = server.state.customers.size;
	await api.post('/customer', { name: 'Too early' });
	expect(server.state.customers.size).toBe(before);
});

test('an early request is let through once, but never more than one per interval in the long run', () => {
	let now = 0;
	const throttle = new Throttle(sosSettings({ intervalMs: 500, intervalTolerance: 0.1 }), () => now);
	const admitted = (every: number) =>
		Array.from({ length: 100 }, () => {
			now += every;
			return throttle.admit(1) === undefined;
		}).filter(Boolean).length;
	expect(admitted(500)).toBe(100);
	now += 10_000;
	expect(throttle.admit(1)).toBeUndefined();
	now += 449;
	expect(throttle.admit(1)).toBeDefined();
	now += 1;
	expect(throttle.admit(1)).toBeUndefined();
	now += 10_000;
	expect(admitted(475)).toBeLessThan(98);
});

test('the limit can be changed while the server runs, and can say how long to wait', async () => {
	server = await startSosServer({ intervalMs: 60_000, sendRetryAfter: true });
	const api = clientFor(server, server.accessToken);
	await api.get('/location');
	const { headers } = await api.get('/location');
	expect(Number(headers['retry-after'])).toBeGreaterThan(50);
	const changed = await api.post(`${server.url}/sandbox/settings`, { intervalMs: 0 });
	expect(changed.data.intervalMs).toBe(0);
	expect((await api.get('/location')).data.status).toBe('ok');
});

test('counts each route and shows what the company holds without a token', async () => {
	const started = await startWithClient({ catalogue: [shopItem('A')] });
	server = started.server;
	await started.api.get('/item/');
	await started.api.get('/item/1');
	const counters = await started.api.get(`${server.url}/sandbox/counters`);
	expect(counters.data.byRoute).toEqual({ 'GET /api/v2/item': 1, 'GET /api/v2/item/:id': 1 });
	const { data } = await started.api.get(`${server.url}/sandbox/state`);
	expect(data.items).toContainEqual(expect.objectContaining({ sku: 'A', onhand: 5, available: 3 }));
	expect(data.salesOrders).toHaveLength(2);
});
