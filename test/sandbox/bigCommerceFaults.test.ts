import { openStore, type OpenStore } from './bigCommerceClient';

describe('BigCommerce sandbox: faults on demand', () => {
	let store: OpenStore;
	beforeEach(async () => {
		store = await openStore({ stockVisibleAfterMs: 0 }, { orders: 60 });
	});
	afterEach(() => store.server.stop());

	const notes = () => store.server.state.orders.get(100)?.fields.staff_notes;
	const write = () => store.http.put('/v2/orders/100', { staff_notes: 'written' });
	const list = async (query = '') => (await store.http.get(`/v2/orders?limit=10&${query}`)).data;

	it('refuses by 429 with or without headers, 5xx and 401', async () => {
		store.server.faults.add(
			{ kind: 'tooManyRequests', times: 1 },
			{ kind: 'tooManyRequestsBare', times: 1 },
			{ kind: 'serverError503', times: 1 },
			{ kind: 'tokenExpired', times: 1 },
		);
		store.server.settings.quota = 100;
		const [first, second, third, fourth] = [await write(), await write(), await write(), await write()];
		expect(first.status).toBe(429);
		expect(first.headers).toHaveProperty('x-retry-after');
		expect(second.status).toBe(429);
		expect(Object.keys(second.headers).filter((name) => /rate|retry/.test(name))).toEqual([]);
		expect([third.status, fourth.status]).toEqual([503, 401]);
		expect(notes()).toBeNull();
		expect((await write()).status).toBe(200);
		expect(store.server.faults.injected).toEqual({
			tooManyRequests: 1,
			tooManyRequestsBare: 1,
			serverError503: 1,
			tokenExpired: 1,
		});
		expect(store.server.counters.total).toBe(5);
	});

	it('cuts the connection before or after the write', async () => {
		store.server.faults.add({ kind: 'resetBeforeHandling', times: 1 });
		await expect(write()).rejects.toThrow();
		expect(notes()).toBeNull();
		store.server.faults.add({ kind: 'resetAfterHandling', times: 1 });
		await expect(write()).rejects.toThrow();
		expect(notes()).toBe('written');
		expect((await write()).status).toBe(200);
	});

	it('answers late, having done the write at once', async () => {
		store.server.faults.add({ kind: 'hang', times: 1 });
		await expect(
			store.http.put('/v2/orders/100', { staff_notes: 'written' }, { timeout: 200 }),
		).rejects.toThrow(/timeout/);
		expect(notes()).toBe('written');
	});

	it('spoils answers', async () => {
		store.server.faults.add(
			{ kind: 'truncatedBody', times: 1 },
			{ kind: 'nonJsonBody', times: 1 },
			{ kind: 'htmlPage', times: 1 },
		);
		const text = { responseType: 'text' as const, transformResponse: (body: string) => body };
		const [cut, plain, page] = [
			await store.http.get('/v2/orders', text),
			await store.http.get('/v2/orders', text),
			await store.http.get('/v2/orders', text),
		];
		expect(cut.data).toMatch(/^\[\{"id":100/);
		expect(() => JSON.parse(cut.data)).toThrow();
		expect([plain.status, plain.headers['content-type'], page.status]).toEqual([
			200,
			'application/json',
			200,
		]);
		expect(() => JSON.parse(plain.data)).toThrow();
		expect(page.data).toMatch(/^<!DOCTYPE html>/);
	});

	it('lists orders and stock as they were before the last writes', async () => {
		const before = await list();
		await write();
		const [placed] = store.server.addOrders(1);
		store.server.faults.add({ kind: 'staleRead', times: 2, delayMs: 60_000 });
		expect(await list()).toEqual(before);
		expect(await list(`min_id=${placed.id}`)).toBe('');
		expect((await list(`min_id=${placed.id}`)).length).toBe(1);
		expect((await list())[0].staff_notes).toBe('written');
	});

	it('shifts later pages by a row, but nothing that is read by id', async () => {
		store.server.faults.add({ kind: 'shiftingPage' });
		const ids = async (query: string) => (await list(query)).map(({ id }: { id: number }) => id);
		const first = await ids('page=1');
		const second = await ids('page=2');
		expect(second[0]).toBe(first[9] + 2);
		const third = await ids('page=3');
		expect(third[0]).toBe(second[9] - 1);
		expect(await ids(`min_id=${first[9] + 1}`)).not.toEqual(second);
	});

	it('edits an order of the page that was just read', async () => {
		store.server.faults.add({ kind: 'editDuringRead', times: 1 });
		const [read] = await list();
		const [now] = await list();
		expect(now.staff_notes).not.toBe(read.staff_notes);
		expect(Date.parse(now.date_modified)).toBeGreaterThan(Date.parse(read.date_modified));
	});

	it('fires by method, path, turn and chance, the same way for the same seed', async () => {
		const { faults } = store.server;
		faults.add(
			{ kind: 'serverError500', method: 'put' },
			{ kind: 'serverError502', path: 'orders/10[12]$', every: 2 },
		);
		expect((await write()).status).toBe(500);
		const statuses = [];
		for (const path of ['/v2/orders/101', '/v2/orders/103', '/v2/orders/102', '/v2/orders/101'])
			statuses.push((await store.http.get(path)).status);
		expect(statuses).toEqual([200, 200, 502, 200]);
		const drawn = async () => {
			faults.clear();
			faults.add({ kind: 'serverError500', probability: 0.5, seed: 7 });
			const answers = [];
			for (let call = 0; call < 20; call += 1) answers.push((await store.http.get('/v2/time')).status);
			return answers;
		};
		const once = await drawn();
		expect(new Set(once)).toEqual(new Set([200, 500]));
		expect(await drawn()).toEqual(once);
	});

	it('is steered and watched under /sandbox, without token and uncounted', async () => {
		expect((await store.admin.post('/faults', { kind: 'serverError500', times: 1 })).status).toBe(201);
		expect((await store.admin.post('/faults', { kind: 'throttleText200' })).status).toBe(400);
		expect((await store.http.get('/v2/time')).status).toBe(500);
		await store.http.get('/v2/orders/100/products');
		expect((await store.admin.get('/faults')).data).toEqual([
			{ rule: { kind: 'serverError500', times: 1 }, seen: 2, fired: 1 },
		]);
		expect((await store.admin.get('/counters')).data).toEqual({
			total: 2,
			byRoute: { 'GET /v2/time': 1, 'GET /v2/orders/:id/products': 1 },
			refusedByLimit: 0,
			faults: { serverError500: 1 },
		});
		expect((await store.admin.post('/counters/reset')).data).toMatchObject({
			total: 0,
			byRoute: {},
			faults: {},
		});
		expect((await store.admin.delete('/faults')).data).toEqual([]);
		expect((await store.admin.get('/state')).data).toMatchObject({ orders: 60, customers: 25 });
		expect((await store.admin.post('/settings', { quota: 5, colour: 'red' })).status).toBe(400);
		expect((await store.admin.post('/settings', { quota: 5 })).data.quota).toBe(5);
		expect((await store.http.get('/v2/time')).headers['x-rate-limit-requests-quota']).toBe('5');
	});
});
