import { sumBy } from 'lodash';
import type { AxiosInstance } from 'axios';
import type { SosServer } from '../../sandbox/sos';
import { failure, idOf, itemId, rowsOf, salesBody, shopItem, shopItems, startWithClient } from './sosShop';

let server: SosServer;
let api: AxiosInstance;
beforeEach(async () => {
	const kit = shopItem('KIT', {
		type: 'Item Group',
		components: [
			{ sku: 'SKU-1', quantity: 2 },
			{ sku: 'SKU-2', quantity: 1 },
		],
	});
	({ server, api } = await startWithClient({ catalogue: [...shopItems(2), kit] }));
});
afterEach(() => server.stop());

const post = async (sku: string, fields = {}, line = {}) =>
	(await api.post('/salesorder', salesBody(server, sku, fields, line))).data.data;
const stored = (id: number) => server.state.salesOrders.get(id)!;
const available = (sku: string) => server.quantitiesOf(itemId(server, sku)).available;

describe('SOS sandbox: people at work', () => {
	it('split and merge lines; items, quantities and money stay', async () => {
		const { id, total } = await post('SKU-1', {}, { quantity: 3, unitprice: 3.35, amount: 10.05 });
		server.staff.splitLines(id);
		expect(stored(id)).toMatchObject({ total, syncToken: 1 });
		expect(stored(id).lines.map(({ quantity }) => quantity)).toEqual([1, 2]);
		expect(sumBy(stored(id).lines, 'amount')).toBeCloseTo(10.05, 5);
		server.staff.mergeLines(id);
		expect(stored(id).lines).toMatchObject([{ quantity: 3, amount: 10.05, unitprice: 3.35 }]);
	});

	it('delete documents and enter them again; what they ask for goes and comes', async () => {
		const before = available('SKU-1')!;
		const { id, number } = await post('SKU-1');
		const document = stored(id);
		expect(available('SKU-1')).toBe(before - 2);
		server.staff.deleteDocument(id);
		expect(await rowsOf(api, '/salesorder', { query: number, archived: 'any' })).toEqual([]);
		expect(available('SKU-1')).toBe(before);
		const again = server.staff.enterAgain(document);
		expect(again).not.toBe(id);
		expect(stored(again).number).toBe(number);
		expect(available('SKU-1')).toBe(before - 2);
	});

	it('delete items, make them again and move their SKUs', async () => {
		const before = itemId(server, 'SKU-1');
		const left = available('SKU-1');
		const made = server.staff.remakeItem(before);
		expect(made).not.toBe(before);
		expect(await rowsOf(api, '/item', { sku: 'SKU-1' })).toMatchObject([{ id: made, available: left }]);
		const other = itemId(server, 'SKU-2');
		server.staff.moveSku(made, other);
		expect(await rowsOf(api, '/item', { sku: 'SKU-1' })).toMatchObject([{ id: other }]);
		server.staff.deleteItem(other);
		expect(await rowsOf(api, '/item', { sku: 'SKU-1' })).toEqual([]);
	});
});

describe('SOS sandbox: company settings and what is unknown about documents', () => {
	it('expands kits on sales orders for the same money, on receipts not', async () => {
		server.settings.expandKitsOnSalesOrders = true;
		const before = ['SKU-1', 'SKU-2'].map((sku) => available(sku)!);
		const document = await post('KIT', {}, { quantity: 3, unitprice: 3.35, amount: 10.05 });
		const lines = (of: typeof document) =>
			of.lines.map(({ item, quantity, amount }: Record<string, never>) => [item['name'], quantity, amount]);
		expect(lines(document)).toEqual([
			['Thing SKU-1', 6, 10.05],
			['Thing SKU-2', 3, 0],
		]);
		expect(document.total).toBe(10.05);
		expect([available('SKU-1'), available('SKU-2')]).toEqual([before[0] - 6, before[1] - 3]);
		server.settings.expandedKitMoney = 'byComponentPrice';
		const spread = await post('KIT', {}, { quantity: 1, unitprice: 10, amount: 10 });
		expect(lines(spread)).toEqual([
			['Thing SKU-1', 2, 6.67],
			['Thing SKU-2', 1, 3.33],
		]);
		const receipt = (await api.post('/salesreceipt', salesBody(server, 'KIT'))).data.data;
		expect(receipt.lines).toMatchObject([{ quantity: 2 }]);
	});

	it('may want a location', async () => {
		server.settings.documentLocation = 'required';
		expect(failure(await api.post('/salesorder', salesBody(server, 'SKU-1')))).toEqual([
			400,
			'invalid',
			null,
		]);
		const { name } = server.state.defaultLocation();
		const location = { id: idOf(server, 'locations', name) };
		expect((await post('SKU-1', { location })).location.name).toBe(name);
	});

	it('may ignore a header tax: without percentage and tax code there is none', async () => {
		server.settings.headerTaxAmount = 'recomputed';
		expect(await post('SKU-1', { taxAmount: 4.2 })).toMatchObject({ taxAmount: 0, total: 25 });
	});
});
