import { failure, idOf, itemId } from './sosShop';
import { startStockShop, type StockShop } from './sosStockShop';

let shop: StockShop;

beforeEach(async () => {
	shop = await startStockShop();
});

afterEach(() => shop.server.stop());

describe('adjustments', () => {
	test('change stock by a difference or to a target', async () => {
		const { data } = await shop.adjust('A', { quantityDiff: -2 });
		expect(data.data).toMatchObject({ number: '1001', total: -10 });
		expect(data.data.lines[0]).toMatchObject({ quantityDiff: -2, newQuantity: 7 });
		await shop.adjust('A', { newQuantity: 20 });
		expect((await shop.quantities('A')).onhand).toBe(20);
	});

	test('with both follow the difference, or the target where that is chosen', async () => {
		await shop.adjust('A', { quantityDiff: 1, newQuantity: 50 });
		expect((await shop.quantities('A')).onhand).toBe(10);
		shop.server.settings.adjustmentPrecedence = 'newQuantity';
		await shop.adjust('A', { quantityDiff: 1, newQuantity: 50 });
		expect((await shop.quantities('A')).onhand).toBe(50);
	});

	test('that are replaced take back what they did', async () => {
		const { data } = await shop.adjust('A', { quantityDiff: 5 });
		const sent = { ...data.data, lines: [{ ...data.data.lines[0], quantityDiff: null, newQuantity: 10 }] };
		const { data: after } = await shop.api.put(`/adjustment/${data.data.id}`, sent);
		expect(after.data.lines[0]).toMatchObject({ quantityDiff: 1, newQuantity: 10 });
		expect((await shop.quantities('A')).onhand).toBe(10);
	});

	test('need an item that holds stock, must not bring an id, and may need an account', async () => {
		const refused = await shop.adjust('KIT', { quantityDiff: 1 });
		expect(refused.data.message).toBe('You cannot save an adjustment with no line items.');
		const lines = [{ item: { id: itemId(shop.server, 'A') }, quantityDiff: 1 }];
		expect(failure(await shop.api.post('/adjustment', { id: 7, lines }))).toEqual([400, 'invalid', null]);
		shop.server.settings.adjustmentAccountRequired = true;
		expect(failure(await shop.adjust('A', { quantityDiff: 1 }))).toEqual([400, 'invalid', null]);
		const account = { name: 'Inventory Shrinkage' };
		expect((await shop.api.post('/adjustment', { account, lines })).data.status).toBe('ok');
	});
});

describe('shipments', () => {
	test('take goods out of stock, move the order on and close it when all is shipped', async () => {
		const { data } = await shop.order('A', 4);
		const partial = await shop.ship(data.data, 'A', 1, { trackingNumber: '1Z 999' });
		expect(partial.data.data.trackingLink).toBe('https://tracking.example.com/1Z%20999');
		expect(await shop.quantities('A')).toMatchObject({ onhand: 8, available: 5, onSO: 3 });
		const open = (await shop.api.get(`/salesorder/${data.data.id}`)).data.data;
		expect(open).toMatchObject({ closed: false, syncToken: 1 });
		expect(open.lines[0].shipped).toBe(1);
		expect(open.linkedShipments).toEqual([
			{ id: partial.data.data.id, transactionType: 'Shipment', refNumber: '1001', lineNumber: null },
		]);

		await shop.ship(data.data, 'A', 3);
		expect(await shop.quantities('A')).toMatchObject({ onhand: 5, available: 5, onSO: 0 });
		const numbers = async (status: string) => {
			const rows = (await shop.api.get('/salesorder', { params: { status } })).data.data;
			return rows.map(({ number }: { number: string }) => number);
		};
		expect(await numbers('closed')).toEqual([data.data.number]);
		expect(await numbers('open')).toEqual(['SO-0001', 'SO-0002']);
	});

	test('of a receipt close it too', async () => {
		const { data } = await shop.order('A', 2, {}, '/salesreceipt');
		await shop.ship(data.data, 'A', 2, {}, 'SR');
		expect(await shop.quantities('A')).toEqual({ onhand: 7, available: 7, onSO: 0, onSR: 0 });
		expect((await shop.api.get(`/salesreceipt/${data.data.id}`)).data.data.closed).toBe(true);
	});

	test('of a kit take its components', async () => {
		const { data } = await shop.order('KIT', 2);
		await shop.ship(data.data, 'KIT', 2);
		expect(await shop.quantities('A')).toMatchObject({ onhand: 5, available: 5, onSO: 0 });
		expect(await shop.quantities('KIT')).toMatchObject({ onhand: 0, available: 2 });
	});

	test('that are replaced take back what they did', async () => {
		const { data } = await shop.order('A', 4);
		const { data: shipment } = await shop.ship(data.data, 'A', 4);
		const lines = [{ ...shipment.data.lines[0], quantity: 1 }];
		await shop.api.put(`/shipment/${shipment.data.id}`, { ...shipment.data, lines });
		expect(await shop.quantities('A')).toMatchObject({ onhand: 8, onSO: 3 });
		expect((await shop.api.get(`/salesorder/${data.data.id}`)).data.data.closed).toBe(false);
	});

	test('block the deletion of their order', async () => {
		const { data } = await shop.order('A', 1);
		await shop.ship(data.data, 'A', 1);
		const refused = await shop.api.delete('/salesorder/batch', { data: { ids: [data.data.id] } });
		expect(failure(refused)).toEqual([200, 'failed', null]);
	});

	test('are found by customer, tracking number and location', async () => {
		const { data } = await shop.order('A', 2);
		await shop.ship(data.data, 'A', 1, { trackingNumber: 'TRACK-1' });
		await shop.ship(data.data, 'A', 1, { location: { name: 'East Warehouse' } });
		const count = async (params: object) => (await shop.api.get('/shipment', { params })).data.totalCount;
		expect(await count({ query: 'track-1' })).toBe(1);
		expect(await count({ location: 'East Warehouse' })).toBe(1);
		expect(await count({ customerId: idOf(shop.server, 'customers', 'BigCommerce Store') })).toBe(2);
		expect(await count({ customerId: idOf(shop.server, 'customers', 'Alex Example') })).toBe(0);
	});
});

describe('lines of shipments', () => {
	test('carry the keys of order lines, in the same casing', async () => {
		const { data } = await shop.order('A', 2);
		const { data: shipment } = await shop.ship(data.data, 'A', 2);
		const orderKeys = Object.keys(data.data.lines[0]);
		expect(Object.keys(shipment.data.lines[0]).sort()).toEqual(orderKeys.sort());
		expect(orderKeys).toEqual(
			expect.arrayContaining(['unitprice', 'percentdiscount', 'duedate', 'listPrice']),
		);
	});

	test.each([
		['quantity', 3, 1],
		['shipped', 1, 3],
	] as const)('say by %s how much leaves', async (key, quantity, shipped) => {
		shop.server.settings.shipmentQuantity = key;
		const { data } = await shop.order('A', 4);
		const { data: sent } = await shop.ship(data.data, 'A', quantity, {}, 'SO', { shipped });
		expect(await shop.quantities('A')).toMatchObject({ onhand: 6, onSO: 1 });
		expect(sent.data.lines[0]).toMatchObject({ quantity, shipped });
	});
});

test.each([
	['no', 0, 0],
	['updatedsince', 1, 0],
	['updatedsinceAndSyncToken', 1, 1],
] as const)('a change of stock touches the item: %s', async (choice, found, syncToken) => {
	shop.server.settings.stockChangeTouchesItem = choice;
	const updatedsince = new Date().toISOString();
	await shop.adjust('A', { quantityDiff: 1 });
	const { data } = await shop.api.get('/item', { params: { updatedsince } });
	expect(data.totalCount).toBe(found);
	expect((await shop.api.get(`/item/${itemId(shop.server, 'A')}`)).data.data.syncToken).toBe(syncToken);
});
