import { failure, itemId } from './sosShop';
import { startStockShop, type StockShop } from './sosStockShop';

let shop: StockShop;

beforeEach(async () => {
	shop = await startStockShop();
});

afterEach(() => shop.server.stop());

describe('available', () => {
	test('is what is in stock less open sales orders; deleting one gives it back', async () => {
		expect(await shop.quantities('A')).toEqual({ onhand: 9, available: 9, onSO: 0, onSR: 0 });
		const { data } = await shop.order('A', 4);
		expect(await shop.quantities('A')).toEqual({ onhand: 9, available: 5, onSO: 4, onSR: 0 });
		await shop.api.delete('/salesorder/batch', { data: { ids: [data.data.id] } });
		expect(await shop.quantities('A')).toMatchObject({ available: 9, onSO: 0 });
	});

	test('follows an order that is changed, and can go below zero', async () => {
		const { data } = await shop.order('A', 4);
		const [line] = data.data.lines;
		const lines = [{ ...line, quantity: 12, amount: 12 }];
		await shop.api.put(`/salesorder/${data.data.id}`, { ...data.data, lines });
		expect(await shop.quantities('A')).toMatchObject({ available: -3, onSO: 12 });
	});

	test('is lowered by receipts only by the company setting', async () => {
		await shop.order('A', 4, {}, '/salesreceipt');
		expect(await shop.quantities('A')).toEqual({ onhand: 9, available: 9, onSO: 0, onSR: 4 });
		shop.server.settings.includeSalesReceiptsInAvailable = true;
		expect(await shop.quantities('A')).toMatchObject({ available: 5 });
	});

	test('counts incoming goods only by the company setting', async () => {
		shop.server.state.items.update(itemId(shop.server, 'A'), { onPO: 30 });
		expect((await shop.quantities('A')).available).toBe(9);
		shop.server.settings.includeIncomingInAvailable = true;
		expect((await shop.quantities('A')).available).toBe(39);
	});

	test('leaves out stock at a non-nettable location', async () => {
		const before = await shop.quantities('A');
		await shop.adjust('A', { quantityDiff: 3 }, 'Quarantine');
		expect(await shop.quantities('A')).toMatchObject({ onhand: 12, available: before.available });
		expect(await shop.quantities('A', 'Quarantine')).toMatchObject({ onhand: 3, available: 0 });
	});

	test("is the location's where one is named", async () => {
		await shop.adjust('A', { quantityDiff: 5 }, 'East Warehouse');
		await shop.order('A', 2, { location: { name: 'East Warehouse' } });
		expect(await shop.quantities('A', 'East Warehouse')).toEqual({
			onhand: 5,
			available: 3,
			onSO: 2,
			onSR: 0,
		});
		expect(await shop.quantities('A', 'Main Warehouse')).toMatchObject({ onhand: 9, available: 9, onSO: 0 });
		expect(await shop.quantities('A')).toMatchObject({ onhand: 14, available: 12 });
		const { data } = await shop.api.get('/item', { params: { sku: 'A', location: 'East Warehouse' } });
		expect(data.data[0]).toMatchObject({ onhand: 5, available: 3 });
	});

	test('of a location that does not exist is a failure for a single item', async () => {
		const refused = await shop.api.get(`/item/${itemId(shop.server, 'A')}`, {
			params: { location: 'Nowhere' },
		});
		expect(failure(refused)).toEqual([200, 'failed', null]);
	});

	test('can be a fraction', async () => {
		await shop.order('HALF', 0.3);
		expect((await shop.quantities('HALF')).available).toBe(2.2);
	});

	test('of a kit is what its components allow, and selling it takes them', async () => {
		expect(await shop.quantities('KIT')).toEqual({ onhand: 0, available: 4, onSO: 0, onSR: 0 });
		await shop.order('KIT', 3);
		expect(await shop.quantities('KIT')).toMatchObject({ available: 1, onSO: 3 });
		expect(await shop.quantities('A')).toMatchObject({ available: 3, onSO: 6 });
	});

	test('of a service is 0, or null where that is chosen', async () => {
		expect(await shop.quantities('LABOUR')).toMatchObject({ onhand: 0, available: 0 });
		shop.server.settings.quantitiesOfNonStockItems = 'null';
		expect(await shop.quantities('LABOUR')).toMatchObject({ onhand: null, available: null });
	});

	test('can be asked of the server itself', async () => {
		await shop.order('A', 4);
		expect(shop.server.quantitiesOf(itemId(shop.server, 'A'))).toMatchObject({ onhand: 9, available: 5 });
		expect(shop.server.quantitiesOf(itemId(shop.server, 'A'), 'East Warehouse')).toMatchObject({ onhand: 0 });
	});
});

test('stock is spread over locations and adds up to what the shop says', async () => {
	const parts = await Promise.all(
		['Main Warehouse', 'East Warehouse', 'Quarantine'].map((name) => shop.quantities('BIG', name)),
	);
	expect(parts.reduce((sum, { onhand }) => sum + onhand, 0)).toBe(90);
	expect((await shop.quantities('BIG')).available).toBe(90 - parts[2].onhand);
});

test('the components of a kit are listed; other items have none', async () => {
	const { data } = await shop.api.get(`/item/${itemId(shop.server, 'KIT')}/bom`);
	expect(data.data.lines).toEqual([
		expect.objectContaining({
			lineNumber: 1,
			componentItem: { id: itemId(shop.server, 'A'), name: 'Merchandise:Thing A' },
			quantity: 2,
			cost: 5,
			total: 10,
			typeOfItem: 'Inventory Item',
		}),
		expect.objectContaining({ lineNumber: 2, quantity: 1 }),
	]);
	expect((await shop.api.get(`/item/${itemId(shop.server, 'A')}/bom`)).data.data).toEqual({ lines: [] });
});
