import type { AxiosInstance } from 'axios';
import { clientFor, itemId, salesBody, shopItem, shopItems, startWithClient } from './sosShop';
import { signedInTokens } from '../../testing/sandbox/sosSignIn';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

beforeEach(async () => {
	({ server, api } = await startWithClient({ catalogue: shopItems(604) }));
});

afterEach(() => server.stop());

test.each([
	['tooManyRequests', 429, /less frequently than 500ms/, '1'],
	['tooManyRequestsBare', 429, /less frequently than 500ms/, undefined],
	['throttleText200', 200, /^Throttle limit exceeded$/, undefined],
	['throttleText400', 400, /^Throttle limit exceeded\.$/, undefined],
	['serverError500', 500, /error/, undefined],
	['tokenExpired', 401, /denied/, undefined],
] as const)(
	'%s is answered as SOS Inventory would, and nothing is done',
	async (kind, status, text, wait) => {
		server.faults.add({ kind, times: 1 });
		const before = server.state.customers.size;
		const answer = await api.post('/customer', { name: 'New' });
		expect([answer.status, answer.headers['retry-after']]).toEqual([status, wait]);
		expect(answer.data.message).toMatch(text);
		expect(answer.data.status).not.toBe('ok');
		expect(server.state.customers.size).toBe(before);
		expect((await api.post('/customer', { name: 'New' })).data.status).toBe('ok');
		expect(server.faults.injected).toEqual({ [kind]: 1 });
	},
);

test.each([
	['serverError502', 502],
	['serverError503', 503],
	['htmlPage', 200],
] as const)('%s is a web page', async (kind, status) => {
	server.faults.add({ kind, times: 1 });
	const answer = await api.get('/item');
	expect([answer.status, answer.headers['content-type']]).toEqual([
		status,
		expect.stringContaining('text/html'),
	]);
});

test.each([
	['resetBeforeHandling', 0],
	['resetAfterHandling', 1],
] as const)('%s cuts the connection, with so many orders written: %d', async (kind, written) => {
	server.faults.add({ kind, method: 'POST', path: '/salesorder', times: 1 });
	const before = server.state.salesOrders.size;
	await expect(api.post('/salesorder', salesBody(server, 'SKU-9', { number: 'N-1' }))).rejects.toThrow();
	expect(server.state.salesOrders.size).toBe(before + written);
	const again = await api.post('/salesorder', salesBody(server, 'SKU-9', { number: 'N-1' }));
	expect(again.status).toBe(written === 1 ? 400 : 200);
});

test.each(['truncatedBody', 'nonJsonBody'] as const)('%s comes after the write', async (kind) => {
	server.faults.add({ kind, times: 1 });
	const { status, data } = await api.post('/customer', { name: 'New' });
	expect([status, typeof data]).toEqual([200, 'string']);
	expect(server.state.customers.values().at(-1)?.name).toBe('New');
});

test('an expired token from OAuth stays dead, the pasted one is good again', async () => {
	server.faults.add({ kind: 'tokenExpired', times: 2, path: '/api/' });
	expect((await api.get('/location')).status).toBe(401);
	expect((await api.get('/location')).status).toBe(401);
	expect((await api.get('/location')).status).toBe(200);

	const tokens = await signedInTokens(server);
	const withOAuth = clientFor(server, tokens.access_token);
	expect((await withOAuth.get('/location')).status).toBe(200);
	server.faults.add({ kind: 'tokenExpired', times: 1 });
	expect((await withOAuth.get('/location')).status).toBe(401);
	expect((await withOAuth.get('/location')).status).toBe(401);
});

test('a stale list does not show what was just written, quantities included', async () => {
	await api.post('/salesorder', salesBody(server, 'SKU-9', { number: 'N-1' }));
	server.faults.add({ kind: 'staleRead' });
	expect((await api.get('/salesorder?query=N-1')).data.count).toBe(0);
	expect((await api.get('/item?sku=SKU-9')).data.data[0].available).toBe(5);
	expect((await api.get(`/item/${itemId(server, 'SKU-9')}`)).data.data.available).toBe(3);
	server.faults.clear();
	expect((await api.get('/salesorder?query=N-1')).data.count).toBe(1);
});

test('a stale list soon after the start still shows what was there from the start', async () => {
	server.faults.add({ kind: 'staleRead' });
	expect((await api.get('/salesorder')).data.count).toBe(2);
	expect((await api.get('/customer')).data.count).toBe(4);
});

test('a later page that shifts starts too late or too early; the first never does', async () => {
	const firstIds = async (start: number) =>
		(await api.get(`/item?start=${start}&maxresults=200`)).data.data[0].id;
	const straight = [await firstIds(1), await firstIds(201), await firstIds(401)];
	server.faults.add({ kind: 'shiftingPage' });
	const shifted = [await firstIds(1), await firstIds(201), await firstIds(401)];
	expect(shifted).toEqual([straight[0], straight[1] + 1, straight[2] - 1]);
	expect(server.faults.injected).toEqual({ shiftingPage: 2 });
});

test('faults are added and removed over HTTP', async () => {
	const url = `${server.url}/sandbox/faults`;
	expect((await api.post(url, { kind: 'serverError500' })).status).toBe(201);
	expect((await api.get('/item')).status).toBe(500);
	await api.delete(url);
	expect((await api.get('/item')).status).toBe(200);
	expect((await api.post(url, { kind: 'editDuringRead' })).status).toBe(400);
});

test('the same catalogue makes the same company, ids included', async () => {
	const again = await startWithClient({ catalogue: [shopItem('A'), shopItem('B')] });
	const same = await startWithClient({ catalogue: [shopItem('A'), shopItem('B')] });
	try {
		expect((await again.api.get('/item')).data).toEqual((await same.api.get('/item')).data);
		expect((await again.api.get('/salesorder')).data).toEqual((await same.api.get('/salesorder')).data);
	} finally {
		await again.server.stop();
		await same.server.stop();
	}
});
