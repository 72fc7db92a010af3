import type { AxiosInstance, AxiosResponse } from 'axios';
import { idOf, itemId, salesBody, shopItem, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

// The orders that are there from the start are about the first three items.
const first = ['X', 'Y', 'Z'].map((sku) => shopItem(sku));

beforeEach(async () => {
	const catalogue = [
		...first,
		shopItem('A', { onhand: 9 }),
		shopItem('BIG', { onhand: 90 }),
		shopItem('HALF', { onhand: 2.5 }),
		shopItem('KIT', {
			type: 'Item Group',
			onhand: 0,
			components: [
				{ sku: 'A', quantity: 2 },
				{ sku: 'BIG', quantity: 1 },
			],
		}),
		shopItem('LABOUR', { type: 'Service', onhand: 0 }),
	];
	({ server, api } = await startWithClient({ catalogue }));
});

afterEach(() => server.stop());

async function quantities(sku: string, location?: string) {
	const { data } = await api.get(`/item/${itemId(server, sku)}`, { params: { location } });
	const { onhand, available, onSO, onSR } = data.data;
	return { onhand, available, onSO, onSR };
}

function order(sku: string, quantity: number, fields: object = {}, path = '/salesorder') {
	const line = { quantity, unitprice: 1, amount: quantity };
	return api.post(path, salesBody(server, sku, fields, line));
}

function adjust(sku: string, line: object, location = 'Main Warehouse') {
	const lines = [{ item: { id: itemId(server, sku) }, ...line }];
	return api.post('/adjustment', { location: { name: location }, lines });
}

function ship(document: { id: number }, sku: string, quantity: number, fields: object = {}, type = 'SO') {
	const linkedTransaction = { id: document.id, transactionType: type, lineNumber: 1 };
	return api.post('/shipment', {
		customer: { name: 'BigCommerce Store' },
		lines: [{ item: { id: itemId(server, sku) }, quantity, linkedTransaction }],
		...fields,
	});
}

const failure = ({ status, data }: AxiosResponse) => [status, data.status, data.data];

describe('available', () => {
	test('is what is in stock less open sales orders; deleting one gives it back', async () => {
		expect(await quantities('A')).toEqual({ onhand: 9, available: 9, onSO: 0, onSR: 0 });
		const { data } = await order('A', 4);
		expect(await quantities('A')).toEqual({ onhand: 9, available: 5, onSO: 4, onSR: 0 });
		await api.delete('/salesorder/batch', { data: { ids: [data.data.id] } });
		expect(await quantities('A')).toMatchObject({ available: 9, onSO: 0 });
	});

	test('follows an order that is changed, and can go below zero', async () => {
		const { data } = await order('A', 4);
		const [line] = data.data.lines;
		const lines = [{ ...line, quantity: 12, amount: 12 }];
		await api.put(`/salesorder/${data.data.id}`, { ...data.data, lines });
		expect(await quantities('A')).toMatchObject({ available: -3, onSO: 12 });
	});

	test('is lowered by receipts only by the company setting', async () => {
		await order('A', 4, {}, '/salesreceipt');
		expect(await quantities('A')).toEqual({ onhand: 9, available: 9, onSO: 0, onSR: 4 });
		server.settings.includeSalesReceiptsInAvailable = true;
		expect(await quantities('A')).toMatchObject({ available: 5 });
	});

	test('counts incoming goods only by the company setting', async () => {
		server.state.items.update(itemId(server, 'A'), { onPO: 30 });
		expect((await quantities('A')).available).toBe(9);
		server.settings.includeIncomingInAvailable = true;
		expect((await quantities('A')).available).toBe(39);
	});

	test('leaves out stock at a non-nettable location', async () => {
		const before = await quantities('A');
		await adjust('A', { quantityDiff: 3 }, 'Quarantine');
		expect(await quantities('A')).toMatchObject({ onhand: 12, available: before.available });
		expect(await quantities('A', 'Quarantine')).toMatchObject({ onhand: 3, available: 0 });
	});

	test("is the location's where one is named", async () => {
		await adjust('A', { quantityDiff: 5 }, 'East Warehouse');
		await order('A', 2, { location: { name: 'East Warehouse' } });
		expect(await quantities('A', 'East Warehouse')).toEqual({ onhand: 5, available: 3, onSO: 2, onSR: 0 });
		expect(await quantities('A', 'Main Warehouse')).toMatchObject({ onhand: 9, available: 9, onSO: 0 });
		expect(await quantities('A')).toMatchObject({ onhand: 14, available: 12 });
		const { data } = await api.get('/item', { params: { sku: 'A', location: 'East Warehouse' } });
		expect(data.data[0]).toMatchObject({ onhand: 5, available: 3 });
	});

	test('of a location that does not exist is a failure for a single item', async () => {
		const refused = await api.get(`/item/${itemId(server, 'A')}`, { params: { location: 'Nowhere' } });
		expect(failure(refused)).toEqual([200, 'failed', null]);
	});

	test('can be a fraction', async () => {
		await order('HALF', 0.3);
		expect((await quantities('HALF')).available).toBe(2.2);
	});

	test('of a kit is what its components allow, and selling it takes them', async () => {
		expect(await quantities('KIT')).toEqual({ onhand: 0, available: 4, onSO: 0, onSR: 0 });
		await order('KIT', 3);
		expect(await quantities('KIT')).toMatchObject({ available: 1, onSO: 3 });
		expect(await quantities('A')).toMatchObject({ available: 3, onSO: 6 });
	});

	test('of a service is 0, or null where that is chosen', async () => {
		expect(await quantities('LABOUR')).toMatchObject({ onhand: 0, available: 0 });
		server.settings.quantitiesOfNonStockItems = 'null';
		expect(await quantities('LABOUR')).toMatchObject({ onhand: null, available: null });
	});

	test('can be asked of the server itself', async () => {
		await order('A', 4);
		expect(server.quantitiesOf(itemId(server, 'A'))).toMatchObject({ onhand: 9, available: 5 });
		expect(server.quantitiesOf(itemId(server, 'A'), 'East Warehouse')).toMatchObject({ onhand: 0 });
	});
});

test('stock is spread over locations and adds up to what the shop says', async () => {
	const parts = await Promise.all(
		['Main Warehouse', 'East Warehouse', 'Quarantine'].map((name) => quantities('BIG', name)),
	);
	expect(parts.reduce((sum, { onhand }) => sum + onhand, 0)).toBe(90);
	expect((await quantities('BIG')).available).toBe(90 - parts[2].onhand);
});

test('the components of a kit are listed; other items have none', async () => {
	const { data } = await api.get(`/item/${itemId(server, 'KIT')}/bom`);
	expect(data.data.lines).toEqual([
		expect.objectContaining({
			lineNumber: 1,
			componentItem: { id: itemId(server, 'A'), name: 'Merchandise:Thing A' },
			quantity: 2,
			cost: 5,
			total: 10,
			typeOfItem: 'Inventory Item',
		}),
		expect.objectContaining({ lineNumber: 2, quantity: 1 }),
	]);
	expect((await api.get(`/item/${itemId(server, 'A')}/bom`)).data.data).toEqual({ lines: [] });
});

describe('adjustments', () => {
	test('change stock by a difference or to a target', async () => {
		const { data } = await adjust('A', { quantityDiff: -2 });
		expect(data.data).toMatchObject({ number: '1001', total: -10 });
		expect(data.data.lines[0]).toMatchObject({ quantityDiff: -2, newQuantity: 7 });
		await adjust('A', { newQuantity: 20 });
		expect((await quantities('A')).onhand).toBe(20);
	});

	test('with both follow the difference, or the target where that is chosen', async () => {
		await adjust('A', { quantityDiff: 1, newQuantity: 50 });
		expect((await quantities('A')).onhand).toBe(10);
		server.settings.adjustmentPrecedence = 'newQuantity';
		await adjust('A', { quantityDiff: 1, newQuantity: 50 });
		expect((await quantities('A')).onhand).toBe(50);
	});

	test('that are replaced take back what they did', async () => {
		const { data } = await adjust('A', { quantityDiff: 5 });
		const sent = { ...data.data, lines: [{ ...data.data.lines[0], quantityDiff: null, newQuantity: 10 }] };
		const { data: after } = await api.put(`/adjustment/${data.data.id}`, sent);
		expect(after.data.lines[0]).toMatchObject({ quantityDiff: 1, newQuantity: 10 });
		expect((await quantities('A')).onhand).toBe(10);
	});

	test('need an item that holds stock, must not bring an id, and may need an account', async () => {
		const refused = await adjust('KIT', { quantityDiff: 1 });
		expect(refused.data.message).toBe('You cannot save an adjustment with no line items.');
		const lines = [{ item: { id: itemId(server, 'A') }, quantityDiff: 1 }];
		expect(failure(await api.post('/adjustment', { id: 7, lines }))).toEqual([400, 'invalid', null]);
		server.settings.adjustmentAccountRequired = true;
		expect(failure(await adjust('A', { quantityDiff: 1 }))).toEqual([400, 'invalid', null]);
		const account = { name: 'Inventory Shrinkage' };
		expect((await api.post('/adjustment', { account, lines })).data.status).toBe('ok');
	});
});

describe('shipments', () => {
	test('take goods out of stock, move the order on and close it when all is shipped', async () => {
		const { data } = await order('A', 4);
		const partial = await ship(data.data, 'A', 1, { trackingNumber: '1Z 999' });
		expect(partial.data.data.trackingLink).toBe('https://tracking.example.com/1Z%20999');
		expect(await quantities('A')).toMatchObject({ onhand: 8, available: 5, onSO: 3 });
		const open = (await api.get(`/salesorder/${data.data.id}`)).data.data;
		expect(open).toMatchObject({ closed: false, syncToken: 1 });
		expect(open.lines[0].shipped).toBe(1);
		expect(open.linkedShipments).toEqual([
			{ id: partial.data.data.id, transactionType: 'Shipment', refNumber: '1001', lineNumber: null },
		]);

		await ship(data.data, 'A', 3);
		expect(await quantities('A')).toMatchObject({ onhand: 5, available: 5, onSO: 0 });
		const numbers = async (status: string) => {
			const rows = (await api.get('/salesorder', { params: { status } })).data.data;
			return rows.map(({ number }: { number: string }) => number);
		};
		expect(await numbers('closed')).toEqual([data.data.number]);
		expect(await numbers('open')).toEqual(['SO-0001', 'SO-0002']);
	});

	test('of a receipt close it too', async () => {
		const { data } = await order('A', 2, {}, '/salesreceipt');
		await ship(data.data, 'A', 2, {}, 'SR');
		expect(await quantities('A')).toEqual({ onhand: 7, available: 7, onSO: 0, onSR: 0 });
		expect((await api.get(`/salesreceipt/${data.data.id}`)).data.data.closed).toBe(true);
	});

	test('of a kit take its components', async () => {
		const { data } = await order('KIT', 2);
		await ship(data.data, 'KIT', 2);
		expect(await quantities('A')).toMatchObject({ onhand: 5, available: 5, onSO: 0 });
		expect(await quantities('KIT')).toMatchObject({ onhand: 0, available: 2 });
	});

	test('that are replaced take back what they did', async () => {
		const { data } = await order('A', 4);
		const { data: shipment } = await ship(data.data, 'A', 4);
		const lines = [{ ...shipment.data.lines[0], quantity: 1 }];
		await api.put(`/shipment/${shipment.data.id}`, { ...shipment.data, lines });
		expect(await quantities('A')).toMatchObject({ onhand: 8, onSO: 3 });
		expect((await api.get(`/salesorder/${data.data.id}`)).data.data.closed).toBe(false);
	});

	test('block the deletion of their order', async () => {
		const { data } = await order('A', 1);
		await ship(data.data, 'A', 1);
		const refused = await api.delete('/salesorder/batch', { data: { ids: [data.data.id] } });
		expect(failure(refused)).toEqual([200, 'failed', null]);
	});

	test('are found by customer, tracking number and location', async () => {
		const { data } = await order('A', 2);
		await ship(data.data, 'A', 1, { trackingNumber: 'TRACK-1' });
		await ship(data.data, 'A', 1, { location: { name: 'East Warehouse' } });
		const count = async (params: object) => (await api.get('/shipment', { params })).data.totalCount;
		expect(await count({ query: 'track-1' })).toBe(1);
		expect(await count({ location: 'East Warehouse' })).toBe(1);
		expect(await count({ customerId: idOf(server, 'customers', 'BigCommerce Store') })).toBe(2);
		expect(await count({ customerId: idOf(server, 'customers', 'Alex Example') })).toBe(0);
	});
});

test.each([
	['no', 0, 0],
	['updatedsince', 1, 0],
	['updatedsinceAndSyncToken', 1, 1],
] as const)('a change of stock touches the item: %s', async (choice, found, syncToken) => {
	server.settings.stockChangeTouchesItem = choice;
	const updatedsince = new Date().toISOString();
	await adjust('A', { quantityDiff: 1 });
	const { data } = await api.get('/item', { params: { updatedsince } });
	expect(data.totalCount).toBe(found);
	expect((await api.get(`/item/${itemId(server, 'A')}`)).data.data.syncToken).toBe(syncToken);
});
