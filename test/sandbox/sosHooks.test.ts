import fastify, { type FastifyInstance } from 'fastify';
import type { AxiosInstance } from 'axios';
import { idOf, itemId, salesBody, shopItem, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;
let listener: FastifyInstance;
let postUri: string;
let received: Array<Record<string, unknown>>;
let whenReceived: () => void;

beforeEach(async () => {
	received = [];
	listener = fastify({ forceCloseConnections: true });
	listener.post('/hook', async (request) => {
		received.push(request.body as Record<string, unknown>);
		whenReceived();
		return {};
	});
	postUri = `${await listener.listen({ host: '127.0.0.1', port: 0 })}/hook`;
	const kit = { type: 'Item Group' as const, onhand: 0, components: [{ sku: 'A', quantity: 2 }] };
	const catalogue = [shopItem('X'), shopItem('Y'), shopItem('Z'), shopItem('A', { onhand: 9 })];
	({ server, api } = await startWithClient({ catalogue: [...catalogue, shopItem('KIT', kit)] }));
});

afterEach(async () => {
	await server.stop();
	await listener.close();
});

function create(fields: object = {}) {
	const hook = { eventType: 'item.quantity_updated', postUri, additionalData: '', enabled: true };
	return api.post('/hook', { ...hook, ...fields });
}

function adjust(sku: string, quantityDiff: number, location = 'Main Warehouse') {
	const lines = [{ item: { id: itemId(server, sku) }, quantityDiff }];
	return api.post('/adjustment', { location: { name: location }, lines });
}

/** Does something that sends `count` deliveries, and returns them once they are there. */
async function deliveries(count: number, act: () => Promise<unknown>) {
	const all = new Promise<void>((resolve) => {
		whenReceived = () => received.length >= count && resolve();
	});
	await act();
	await all;
	return received;
}

test('a webhook is created, listed, read and deleted', async () => {
	const { data } = await create();
	const hook = {
		id: data.data.id,
		syncToken: 0,
		eventType: 'item.quantity_updated',
		postUri,
		additionalData: '',
		enabled: true,
	};
	expect(data.data).toEqual(hook);
	expect((await api.get('/hook')).data).toMatchObject({ totalCount: 1, data: [hook] });
	expect((await api.get(`/hook/${hook.id}`)).data.data).toEqual(hook);
	expect((await api.delete(`/hook/${hook.id}`)).data.status).toBe('ok');
	expect((await api.get('/hook')).data.totalCount).toBe(0);
	expect((await api.delete(`/hook/${hook.id}`)).data.status).toBe('failed');
});

test.each([
	['another event', { eventType: 'order.created' }],
	['no address', { postUri: 'nowhere' }],
	['a location that does not exist', { additionalData: '999999' }],
])('a webhook with %s is refused', async (_, fields) => {
	const { status, data } = await create(fields);
	expect([status, data.status]).toEqual([400, 'invalid']);
});

test('a change of stock is told with the new quantities, for the kits of the item too', async () => {
	await create();
	const bodies = await deliveries(2, () => adjust('A', 3));
	expect(bodies).toContainEqual({
		id: itemId(server, 'A'),
		name: 'Thing A',
		fullname: 'Merchandise:Thing A',
		description: 'All about A',
		sku: 'A',
		onhand: 12,
		available: 12,
	});
	expect(bodies).toContainEqual(expect.objectContaining({ sku: 'KIT', available: 6 }));
});

test("a webhook for a location gets that location's quantities", async () => {
	await create({ additionalData: String(idOf(server, 'locations', 'East Warehouse')) });
	const [body] = await deliveries(1, () => adjust('X', 3, 'East Warehouse'));
	expect(body).toMatchObject({ sku: 'X', onhand: 3 });
});

test('a sales order fires only where that is chosen, a disabled webhook never', async () => {
	await create();
	await create({ enabled: false });
	await api.post('/salesorder', salesBody(server, 'X'));
	server.settings.salesOrderFiresHook = true;
	const bodies = await deliveries(1, () => api.post('/salesorder', salesBody(server, 'Y')));
	expect(bodies.map(({ sku }) => sku)).toEqual(['Y']);
});

test('a delivery that fails is kept on record and not repeated', async () => {
	await create({ postUri: postUri.replace('/hook', '/gone') });
	await adjust('X', 1);
	while (server.state.hookDeliveries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(server.state.hookDeliveries).toEqual([
		{ hookId: expect.any(Number), status: 404, body: expect.objectContaining({ sku: 'X' }) },
	]);
});

test.each(['application/json', 'application/x-www-form-urlencoded'])(
	'a webhook is deleted by a request without a body that says %s',
	async (type) => {
		const { server, api } = await startWithClient();
		try {
			const hook = { eventType: 'item.quantity_updated', postUri: 'https://n8n.example.com/1' };
			const { id } = (await api.post('/hook', hook)).data.data;
			const { data } = await api.delete(`/hook/${id}`, { headers: { 'content-type': type } });
			expect([data.status, server.state.hooks.size]).toEqual(['ok', 0]);
		} finally {
			await server.stop();
		}
	},
);
