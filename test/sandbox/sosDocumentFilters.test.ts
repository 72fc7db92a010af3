import type { AxiosInstance } from 'axios';
import { idOf, rowsOf, salesBody, shopItem, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

afterEach(() => server.stop());

async function numbersOf(path: string, params: object = {}) {
	return (await rowsOf(api, path, params)).map(({ number }) => number);
}

describe('filters of documents', () => {
	beforeEach(async () => {
		({ server, api } = await startWithClient({ catalogue: [shopItem('A', { onhand: 100 })] }));
		const post = (fields: object) => api.post('/salesorder', salesBody(server, 'A', fields));
		await post({
			number: 'W-1',
			date: '2026-03-01T10:00:00',
			channel: { name: 'BigCommerce' },
			orderStage: { name: 'Web Order' },
			customerPO: 'BC 4711',
		});
		await post({
			number: 'W-2',
			date: '2026-03-02',
			location: { name: 'East Warehouse' },
			comment: 'fragile',
		});
	});

	test('channel, stage and location go by name', async () => {
		expect(await numbersOf('/salesorder', { channel: 'BigCommerce' })).toEqual(['W-1']);
		expect(await numbersOf('/salesorder', { channel: idOf(server, 'channels', 'BigCommerce') })).toEqual([]);
		expect(await numbersOf('/salesorder', { orderStage: 'Web Order' })).toEqual(['W-1']);
		expect(await numbersOf('/salesorder', { location: 'East Warehouse' })).toEqual(['W-2']);
		expect(await numbersOf('/salesorder', { location: 'Nowhere' })).toEqual([]);
	});

	test('query searches number, comment, customer PO and customer, and finds too much', async () => {
		expect(await numbersOf('/salesorder', { query: '4711' })).toEqual(['W-1']);
		expect(await numbersOf('/salesorder', { query: 'FRAGILE' })).toEqual(['W-2']);
		expect(await numbersOf('/salesorder', { query: 'W-' })).toEqual(['W-1', 'W-2']);
		expect(await numbersOf('/salesorder', { query: 'BigCommerce Store' })).toEqual(['W-1', 'W-2']);
	});

	test('there is no filter for the number', async () => {
		expect(await numbersOf('/salesorder', { number: 'W-1' })).toHaveLength(4);
	});

	test('from and to bound the date, both included', async () => {
		expect(await numbersOf('/salesorder', { from: '2026-03-01T10:00:00' })).toEqual(['W-1', 'W-2']);
		expect(await numbersOf('/salesorder', { from: '2026-03-01T10:00:01' })).toEqual(['W-2']);
		const day = { from: '2026-03-01T00:00:00', to: '2026-03-01T23:59:59' };
		expect(await numbersOf('/salesorder', day)).toEqual(['W-1']);
	});

	test('updatedsince and createdsince are UTC, inclusive to the second; records show no time', async () => {
		const [order] = server.state.salesOrders.values().slice(-1);
		const isIn = async (params: object) => (await numbersOf('/salesorder', params)).includes('W-2');
		for (const milliseconds of [0, 999]) {
			const time = Date.UTC(2026, 2, 5, 12, 30, 15, milliseconds);
			server.state.salesOrders.update(order.id, { createdAt: time, updatedAt: time });
			expect(await isIn({ updatedsince: '2026-03-05T12:30:15' })).toBe(true);
			expect(await isIn({ updatedsince: '2026-03-05T12:30:15Z' })).toBe(true);
			expect(await isIn({ createdsince: '2026-03-05T12:30:15' })).toBe(true);
			expect(await isIn({ updatedsince: '2026-03-05T12:30:16' })).toBe(false);
			expect(await isIn({ createdsince: '2026-03-05T12:30:16' })).toBe(false);
		}
		const [row] = await rowsOf(api, '/salesorder');
		expect(row).not.toHaveProperty('updatedAt');
		expect(row).not.toHaveProperty('createdAt');
	});

	test("updatedsince without a zone can mean the company's time", async () => {
		server.settings.timeZone = 'Etc/GMT+6';
		const inAnHour = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
		expect(await numbersOf('/salesorder', { updatedsince: inAnHour })).toEqual([]);
		const fourHoursAgo = new Date(Date.now() - 4 * 3_600_000).toISOString().slice(0, 19);
		expect(await numbersOf('/salesorder', { updatedsince: fourHoursAgo })).toEqual(['W-1', 'W-2']);
		server.settings.zoneOfFilters = 'company';
		expect(await numbersOf('/salesorder', { updatedsince: fourHoursAgo })).toEqual([]);
	});

	test('what was there at the start is a month old', async () => {
		const dayAgo = new Date(Date.now() - 24 * 3_600_000).toISOString();
		for (const path of ['/item', '/customer'])
			expect((await api.get(path, { params: { updatedsince: dayAgo } })).data.totalCount).toBe(0);
	});

	test('a date that is none is refused', async () => {
		const { status, data } = await api.get('/salesorder?updatedsince=yesterday');
		expect([status, data.status]).toEqual([400, 'invalid']);
	});
});
