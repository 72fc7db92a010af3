import { openStore, told, type OpenStore } from './bigCommerceClient';

const mark = { permission_set: 'app_only', namespace: 'sos', key: 'imported', value: 'SO-1' };

describe('BigCommerce sandbox: order metafields', () => {
	let store: OpenStore;
	beforeEach(async () => {
		store = await openStore({}, { orders: 5 });
	});
	afterEach(() => store.server.stop());

	it('lets exactly one of many claims through; the others get 409', async () => {
		const answers = await Promise.all(
			Array.from({ length: 8 }, () => store.http.post('/v3/orders/100/metafields', mark)),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
		const created = answers.find(({ status }) => status === 200)?.data.data;
		expect(created).toMatchObject({
			...mark,
			resource_type: 'order',
			resource_id: 100,
			owner_client_id: 'sandbox-client-full',
		});
		expect((await store.http.post('/v3/orders/101/metafields', mark)).status).toBe(200);
		expect((await store.http.post('/v3/orders/100/metafields', { ...mark, key: 'other' })).status).toBe(200);
	});

	it('keeps them apart by account, and hides app_only ones from the others', async () => {
		const other = store.as(store.server.tokens.ordersOnly);
		await store.http.post('/v3/orders/100/metafields', mark);
		await store.http.post('/v3/orders/100/metafields', { ...mark, key: 'open', permission_set: 'read' });
		expect((await other.post('/v3/orders/100/metafields', mark)).status).toBe(200);
		const seen = (await other.get('/v3/orders/100/metafields')).data.data;
		expect(seen.map(({ key, owner_client_id }: Record<string, string>) => [key, owner_client_id])).toEqual([
			['open', 'sandbox-client-full'],
			['imported', 'sandbox-client-ordersOnly'],
		]);
		expect((await other.put(`/v3/orders/100/metafields/${seen[0].id}`, { value: 'mine' })).status).toBe(403);
	});

	it('asks for every field and checks lengths', async () => {
		for (const field of ['permission_set', 'namespace', 'key', 'value']) {
			const answer = await store.http.post('/v3/orders/100/metafields', { ...mark, [field]: undefined });
			expect(told(answer)).toMatchObject({ status: 422, data: { errors: { [field]: expect.any(String) } } });
		}
		expect(
			(await store.http.post('/v3/orders/100/metafields', { ...mark, key: 'k'.repeat(65) })).status,
		).toBe(422);
		expect(
			(await store.http.post('/v3/orders/100/metafields', { ...mark, permission_set: 'all' })).status,
		).toBe(422);
	});

	it('does not look whether the order exists, and leaves date_modified alone', async () => {
		const before = store.server.state.orders.get(100)?.modifiedAt;
		expect((await store.http.post('/v3/orders/987654/metafields', mark)).status).toBe(200);
		await store.http.post('/v3/orders/100/metafields', mark);
		expect(store.server.state.orders.get(100)?.modifiedAt).toBe(before);
	});

	it('changes and deletes', async () => {
		const { id } = (await store.http.post('/v3/orders/100/metafields', mark)).data.data;
		const path = `/v3/orders/100/metafields/${id}`;
		expect((await store.http.put(path, { value: 'SO-2' })).data.data).toMatchObject({
			...mark,
			value: 'SO-2',
		});
		expect((await store.http.get(`/v3/orders/101/metafields/${id}`)).status).toBe(404);
		expect((await store.http.delete(path)).status).toBe(204);
		expect((await store.http.get(path)).status).toBe(404);
		expect((await store.http.post('/v3/orders/100/metafields', mark)).status).toBe(200);
	});

	it('lists all orders by namespace and key with cursors', async () => {
		const orders = Array.from({ length: 7 }, (_, index) => 100 + index);
		for (const id of orders) await store.http.post(`/v3/orders/${id}/metafields`, mark);
		await store.http.post('/v3/orders/100/metafields', { ...mark, namespace: 'else' });
		const seen: number[] = [];
		let after: string | undefined;
		for (let calls = 0; calls < 10; calls += 1) {
			const { data } = await store.http.get('/v3/orders/metafields', {
				params: { namespace: 'sos', key: 'imported', limit: 3, after },
			});
			seen.push(...data.data.map((row: { resource_id: number }) => row.resource_id));
			if (!data.meta.cursor_pagination.links.next) break;
			after = data.meta.cursor_pagination.end_cursor;
			await store.http.delete(`/v3/orders/${seen[seen.length - 1]}/metafields/${data.data[2].id}`);
		}
		expect(seen).toEqual(orders);
		expect((await store.http.get('/v3/orders/metafields?after=nonsense')).status).toBe(400);
	});

	it('writes batches row by row and names those that failed', async () => {
		await store.http.post('/v3/orders/100/metafields', mark);
		const rows = [100, 101, 102].map((resource_id) => ({ ...mark, resource_id }));
		const answer = await store.http.post('/v3/orders/metafields', rows);
		expect(answer.status).toBe(422);
		expect(answer.data.meta).toEqual({ total: 3, success: 2, failed: 1 });
		expect(answer.data.errors).toMatchObject([{ status: 409 }]);
		const ids = answer.data.data.map((row: { id: number }) => row.id);
		const changed = await store.http.put(
			'/v3/orders/metafields',
			ids.map((id: number) => ({ id, value: 'x' })),
		);
		expect(told(changed)).toMatchObject({ status: 200, data: { meta: { success: 2, failed: 0 } } });
		expect((await store.http.delete('/v3/orders/metafields', { data: ids })).data.data).toEqual(ids);
		const again = await store.http.delete('/v3/orders/metafields', { data: ids });
		expect(told(again)).toMatchObject({ status: 422, data: { meta: { success: 0, failed: 2 } } });
	});

	it('may answer a batch of nothing but duplicates by 409, and may not say which row an error is about', async () => {
		const rows = [100, 101].map((resource_id) => ({ ...mark, resource_id }));
		await store.http.post('/v3/orders/metafields', rows);
		store.server.settings.batchOfDuplicates = 'conflict';
		store.server.settings.batchErrorsNameRow = false;
		expect((await store.http.post('/v3/orders/metafields', rows)).status).toBe(409);
		const partly = await store.http.post('/v3/orders/metafields', [...rows, { ...mark, resource_id: 102 }]);
		expect(told(partly)).toMatchObject({ status: 422, data: { meta: { success: 1, failed: 2 } } });
		expect(partly.data.errors.map(({ errors }: { errors: object }) => errors)).toEqual([{}, {}]);
	});

	it('may show in lists only after a while, and by their id at once', async () => {
		store.server.settings.metafieldsListedAfterMs = 60_000;
		const { id } = (await store.http.post('/v3/orders/100/metafields', mark)).data.data;
		expect((await store.http.get('/v3/orders/metafields')).data.data).toEqual([]);
		expect((await store.http.get('/v3/orders/100/metafields')).data.data).toEqual([]);
		expect((await store.http.get(`/v3/orders/100/metafields/${id}`)).status).toBe(200);
		expect((await store.http.post('/v3/orders/100/metafields', mark)).status).toBe(409);
		store.server.settings.metafieldsListedAfterMs = 0;
		expect((await store.http.get('/v3/orders/metafields')).data.data).toHaveLength(1);
	});

	it('may move date_modified, when they are deleted too', async () => {
		store.server.settings.metafieldTouchesOrder = true;
		const changedAt = () => store.server.state.orders.get(100)!.modifiedAt;
		const { id } = (await store.http.post('/v3/orders/100/metafields', mark)).data.data;
		expect(changedAt()).toBeGreaterThan(Date.now() - 5000);
		store.server.state.orders.update(100, { modifiedAt: 0 });
		await store.http.delete(`/v3/orders/100/metafields/${id}`);
		expect(changedAt()).toBeGreaterThan(Date.now() - 5000);
	});
});

describe('BigCommerce sandbox: location metafields', () => {
	let store: OpenStore;
	beforeEach(async () => {
		store = await openStore({}, { orders: 1 });
	});
	afterEach(() => store.server.stop());

	const path = '/v3/inventory/locations';

	it('are kept on locations that exist, apart from those of orders', async () => {
		const created = await store.http.post(`${path}/1/metafields`, { ...mark, value: '1' });
		expect(created.data.data).toMatchObject({ resource_type: 'location', resource_id: 1, value: '1' });
		expect((await store.http.post(`${path}/1/metafields`, mark)).status).toBe(409);
		expect((await store.http.post(`${path}/2/metafields`, mark)).status).toBe(200);
		expect((await store.http.post(`${path}/99/metafields`, mark)).status).toBe(404);
		const changed = await store.http.put(`${path}/1/metafields/${created.data.data.id}`, { value: '2' });
		expect(changed.data.data.value).toBe('2');
		const listed = await store.http.get(`${path}/metafields?namespace=sos`);
		expect(listed.data.data.map((row: { resource_id: number; value: string }) => row.value)).toEqual([
			'2',
			'SO-1',
		]);
		expect((await store.http.get('/v3/orders/metafields')).data.data).toEqual([]);
	});

	it('need the scope of locations', async () => {
		const ordersOnly = store.as(store.server.tokens.ordersOnly);
		expect((await ordersOnly.get(`${path}/metafields`)).status).toBe(403);
		const readOnly = store.as(store.server.tokens.readOnly);
		expect((await readOnly.get(`${path}/metafields`)).status).toBe(200);
		expect((await readOnly.post(`${path}/1/metafields`, mark)).status).toBe(403);
	});
});
