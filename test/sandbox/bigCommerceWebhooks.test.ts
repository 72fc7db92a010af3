import { openStore, told, type OpenStore } from './bigCommerceClient';

describe('BigCommerce sandbox: webhooks', () => {
	let store: OpenStore;
	beforeEach(async () => {
		store = await openStore({}, { items: 20, orders: 1 });
	});
	afterEach(() => store.server.stop());

	const hook = { scope: 'store/order/created', destination: 'https://n8n.example.com/webhook/1' };
	const create = (own: object = {}) => store.http.post('/v3/hooks', { ...hook, ...own });

	it.each([
		'store/order/*',
		'store/order/metafield/created',
		'store/channel/1/order/statusUpdated',
		'store/channel/*/order/created',
		'store/shipment/deleted',
		'store/sku/inventory/order/updated',
		'store/channel/*/inventory/product/stock_changed',
		'store/inventory/location/updated',
		'store/hook/deliveryException',
	])('knows %s', async (scope) => {
		expect((await create({ scope })).data.data).toMatchObject({ scope, is_active: true, headers: null });
	});

	it.each(['store/orders/created', 'store/order/refunded', 'store/channel/x/order/created', 'order', ''])(
		'does not know "%s", and takes it only where it is set to',
		async (scope) => {
			expect((await create({ scope })).status).toBe(422);
			store.server.settings.unknownHookScope = 'accepted';
			expect((await create({ scope })).status).toBe(scope === '' ? 422 : 200);
		},
	);

	it.each([
		[{ scope: undefined }, { scope: 'error.path.missing.' }],
		[{ destination: undefined }, { destination: 'error.path.missing.' }],
		[{ scope: 7 }, { scope: expect.any(String) }],
		[{ destination: ['https://n8n.example.com'] }, { destination: expect.any(String) }],
		[{ is_active: 'yes' }, { is_active: expect.any(String) }],
		[{ headers: 'secret' }, { headers: expect.any(String) }],
		[{ headers: { secret: 1 } }, { headers: expect.any(String) }],
	])('refuses %j by field', async (own, errors) => {
		const { status, data } = await create(own);
		expect([status, data.errors]).toEqual([422, errors]);
		expect(store.server.state.webhooks.size).toBe(0);
	});

	it('refuses what is no object, and a change of nothing', async () => {
		for (const body of [[hook], '"text"', '{"scope"']) {
			const answer = await store.http.post('/v3/hooks', body, {
				headers: { 'content-type': 'application/json' },
			});
			expect([answer.status, answer.data.title]).toEqual([400, 'Input is invalid.']);
		}
		const { id } = (await create()).data.data;
		expect((await store.http.put(`/v3/hooks/${id}`, { colour: 'red' })).status).toBe(400);
	});

	it('names the id it does not know', async () => {
		const answer = await store.http.get('/v3/hooks/77');
		expect([answer.status, answer.data.title]).toEqual([404, expect.stringContaining('77')]);
	});

	it('is revived by a change, and cannot take the destination of another', async () => {
		const first = (await create()).data.data;
		const second = (await create({ destination: 'https://n8n.example.com/webhook/2' })).data.data;
		expect((await store.http.put(`/v3/hooks/${second.id}`, { destination: first.destination })).status).toBe(
			422,
		);
		const change = async (is_active: boolean) =>
			(await store.http.put(`/v3/hooks/${first.id}`, { is_active })).data.data.is_active;
		expect([await change(false), await change(true)]).toEqual([false, true]);
	});

	it('answers with or without an envelope', async () => {
		store.server.settings.hookAnswer = 'bare';
		expect((await create()).data).toMatchObject(hook);
	});

	it('tells who is informed and which hooks rest', async () => {
		const { id } = (await create()).data.data;
		await create({ destination: 'https://n8n.example.com/webhook/2' });
		await store.http.put(`/v3/hooks/${id}`, { is_active: false });
		const admin = async (query = '') => (await store.http.get(`/v3/hooks/admin${query}`)).data.data;
		expect(await admin()).toEqual({
			emails: [],
			hooks_list: [
				expect.objectContaining({ id, status: 'inactive' }),
				expect.objectContaining({ status: 'active' }),
			],
			blocked_domains: [],
		});
		expect((await admin('?is_active=false')).hooks_list).toHaveLength(1);
		const set = await store.http.put('/v3/hooks/admin', { emails: ['owner@example.com'] });
		expect(told(set)).toEqual({ status: 204, data: '' });
		expect((await admin()).emails).toEqual(['owner@example.com']);
		expect((await store.http.put('/v3/hooks/admin', { emails: 'owner@example.com' })).status).toBe(422);
	});

	it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])(
		'is deleted by a request without a body that says %s',
		async (type) => {
			const { id } = (await create()).data.data;
			const { data } = await store.http.delete(`/v3/hooks/${id}`, { headers: { 'content-type': type } });
			expect(data.data.id).toBe(id);
			expect(store.server.state.webhooks.size).toBe(0);
		},
	);

	it('takes a body as nothing but JSON', async () => {
		const answer = await store.http.post('/v3/hooks', JSON.stringify(hook), {
			headers: { 'content-type': 'text/plain' },
		});
		expect(answer.status).toBe(415);
	});
});
