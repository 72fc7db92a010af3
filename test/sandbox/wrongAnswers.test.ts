import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultRule } from '../../sandbox/shared/faultRule';
import { openStore, type OpenStore } from './bigCommerceClient';
import { itemId, salesBody, shopItems, startWithClient } from './sosShop';

const asText = { responseType: 'text' as const, transformResponse: (body: string) => body };

describe('wrong answers of BigCommerce', () => {
	let store: OpenStore;
	beforeEach(async () => {
		store = await openStore({ stockVisibleAfterMs: 0 }, { orders: 40 });
	});
	afterEach(() => store.server.stop());

	const fault = (rule: FaultRule) => store.server.faults.add(rule);
	const notes = () => store.server.state.orders.get(100)?.fields.staff_notes;
	const write = (config = {}) => store.http.put('/v2/orders/100', { staff_notes: 'written' }, config);
	const read = (path: string, config = {}) => store.http.get(path, config);

	it.each([
		['emptyBody', ''],
		['nullBody', 'null'],
		['emptyList', '[]'],
		['emptyObject', '{}'],
	] as const)('%s stands for the answer, also of a write that is done', async (kind, body) => {
		fault({ kind });
		const answer = await write(asText);
		expect([answer.status, answer.data, notes()]).toEqual([200, body, 'written']);
		expect((await read('/v2/orders?min_id=999999', asText)).data).toBe(body);
		expect((await read('/v2/orders/999999', asText)).status).toBe(200);
	});

	it.each([false, true])('cuts the connection in mid-body, chunked: %s', async (chunked) => {
		fault({ kind: 'cutInBody', chunked });
		await expect(write()).rejects.toMatchObject({ response: { status: 200 } });
		expect(notes()).toBe('written');
		const response = await fetch(`${store.server.url}/stores/${store.server.storeHash}/v3/catalog/products`, {
			headers: { 'X-Auth-Token': store.server.tokens.full },
		});
		const piece = await response.body?.getReader().read();
		expect(Buffer.from(piece?.value ?? []).toString()).toMatch(/^\{"data":\[/);
		expect(response.headers.has('content-length')).toBe(!chunked);
	});

	it('drips, byte by byte', async () => {
		const whole = (await read('/v2/time', asText)).data;
		fault({ kind: 'drip', delayMs: 5 });
		const began = performance.now();
		const dripped = await read('/v2/time', asText);
		expect(dripped.data).toHaveLength(whole.length);
		expect(performance.now() - began).toBeGreaterThan(4 * whole.length);
		store.server.faults.clear();
		fault({ kind: 'drip' });
		await expect(read('/v2/orders', { signal: AbortSignal.timeout(400) })).rejects.toThrow('canceled');
	});

	it.each([301, 302, 303, 307, 308])('redirects by %d and does nothing', async (status) => {
		const location = 'http://127.0.0.1:9/elsewhere?a=1';
		fault({ kind: 'redirect', status, location });
		const answer = await write({ maxRedirects: 0 });
		expect([answer.status, answer.headers.location, notes()]).toEqual([status, location, null]);
	});

	it('redirects to the other name of this server when told nothing else', async () => {
		fault({ kind: 'redirect', times: 1 });
		const answer = await read('/v2/time', { maxRedirects: 0 });
		const { port } = new URL(store.server.url);
		expect(answer.status).toBe(302);
		expect(answer.headers.location).toBe(`http://localhost:${port}/stores/${store.server.storeHash}/v2/time`);
	});

	it('makes an answer as large as asked, which still reads as what it is', async () => {
		fault({ kind: 'hugeBody', bytes: 300_000, times: 1 });
		const { data, headers } = await read('/v2/store', asText);
		expect([data.length, headers['content-length']]).toEqual([300_000, undefined]);
		expect(JSON.parse(data)).toEqual((await read('/v2/store')).data);
	});

	it('needs no memory for 150 MB', async () => {
		fault({ kind: 'hugeBody', bytes: 150_000_000 });
		const before = process.memoryUsage().rss;
		const { data } = await read('/v2/store', { responseType: 'stream' });
		let size = 0;
		for await (const piece of data) size += piece.length;
		expect(size).toBe(150_000_000);
		expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
	});

	it.each([
		['/v2/orders?limit=5', '/v2/orders?limit=5&page=2'],
		['/v2/orders?limit=5&sort=id:asc', '/v2/orders?limit=5&sort=id:asc&min_id=105'],
		['/v2/orders?limit=5&sort=id:desc', '/v2/orders?limit=5&sort=id:desc&max_id=110'],
		['/v3/catalog/products?limit=5', '/v3/catalog/products?limit=5&page=3'],
		['/v3/orders/metafields?limit=1', '/v3/orders/metafields?limit=1&after=aWQ6MQ%3D%3D'],
	])('answers a later page by the first one: %s', async (first, later) => {
		const metafield = { permission_set: 'app_only', namespace: 'n', value: 'v' };
		for (const key of ['a', 'b']) await store.http.post('/v3/orders/100/metafields', { ...metafield, key });
		const [firstPage, laterPage] = [(await read(first)).data, (await read(later)).data];
		expect(laterPage).not.toEqual(firstPage);
		fault({ kind: 'repeatedPage' });
		expect((await read(later)).data).toEqual(firstPage);
		expect((await read(first)).data).toEqual(firstPage);
		expect(store.server.faults.injected).toEqual({ repeatedPage: 1 });
	});

	it('leaves the totals out of a repeated page', async () => {
		fault({ kind: 'repeatedPage', totals: 'leftOut' });
		const { data } = await read('/v3/catalog/products?limit=5&page=2');
		expect(Object.keys(data.meta.pagination)).toEqual(['count', 'per_page', 'current_page', 'links']);
	});

	it.each(['html', 'json'] as const)('quotes the request in a proxy’s words: %s', async (format) => {
		fault({ kind: 'quotesRequest', format, ...(format === 'json' && { status: 400 }) });
		const answer = await write(asText);
		expect([answer.status, notes()]).toEqual([format === 'json' ? 400 : 502, null]);
		const { url, tokens } = store.server;
		for (const quoted of [`${url}/stores/`, tokens.full, 'x-auth-token', 'staff_notes'])
			expect(answer.data).toContain(quoted);
	});

	it('refuses rules with a field that cannot be a pattern', async () => {
		expect((await store.admin.post('/faults', { kind: 'mutatedAnswer', field: '(' })).status).toBe(400);
	});
});

describe('wrong answers of SOS Inventory', () => {
	it('repeats the first page of a list, also when it no longer says how many rows there are', async () => {
		const { server, api } = await startWithClient({ catalogue: shopItems(12) });
		try {
			const first = (await api.get('/item?maxresults=5')).data;
			server.faults.add({ kind: 'repeatedPage', times: 1 }, { kind: 'repeatedPage', totals: 'leftOut' });
			expect((await api.get('/item?maxresults=5&start=6')).data).toEqual(first);
			const { totalCount, ...rest } = first;
			expect(totalCount).toBeGreaterThan(12);
			expect((await api.get('/item?maxresults=5&start=6')).data).toEqual(rest);
			expect((await api.get('/item?maxresults=5&start=1')).data).toEqual(first);
		} finally {
			await server.stop();
		}
	});

	it('carries out what a spoiled answer does not tell, and not what a proxy stopped', async () => {
		const { server, api } = await startWithClient({ catalogue: shopItems(2) });
		try {
			const before = server.state.salesOrders.size;
			const body = { ...salesBody(server, 'SKU-1'), memo: String(itemId(server, 'SKU-1')) };
			server.faults.add({ kind: 'emptyObject', times: 1 }, { kind: 'quotesRequest', times: 1 });
			expect((await api.post('/salesorder', body)).data).toEqual({});
			expect(server.state.salesOrders.size).toBe(before + 1);
			expect((await api.post('/salesorder', body)).data).toContain(server.accessToken);
			expect(server.state.salesOrders.size).toBe(before + 1);
		} finally {
			await server.stop();
		}
	});

	it('shows client secrets of a token request to a proxy that quotes', async () => {
		const { server, api } = await startWithClient();
		try {
			server.faults.add({ kind: 'quotesRequest', path: '/oauth2/token', format: 'json' });
			const form = new URLSearchParams({ client_secret: server.oauth.clientSecret, grant_type: 'x' });
			const answer = await api.post(server.oauth.tokenUrl, form);
			expect(answer.data.request.body.client_secret).toBe(server.oauth.clientSecret);
		} finally {
			await server.stop();
		}
	});
});

it('a redirect that is followed reaches the host it names', async () => {
	const reached: string[] = [];
	const other: Server = createServer((request, response) => {
		reached.push(`${request.method} ${request.url}`);
		response.end('{}');
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const { server, api } = await startWithClient();
	try {
		const { port } = other.address() as AddressInfo;
		server.faults.add({ kind: 'redirect', status: 307, location: `http://localhost:${port}/there` });
		await api.post('/customer', { name: 'New' });
		expect(reached).toEqual(['POST /there']);
	} finally {
		await server.stop();
		other.close();
	}
});
