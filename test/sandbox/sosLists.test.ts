import type { AxiosInstance } from 'axios';
import { itemId, rowsOf, shopItem, shopItems, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

afterEach(() => server.stop());

async function skusOf(params: object) {
	return (await rowsOf(api, '/item', params)).map(({ sku }) => sku);
}

describe('pages', () => {
	beforeEach(async () => {
		({ server, api } = await startWithClient({ catalogue: shopItems(404) }));
	});

	test('start is a row number from 1, and 0 is taken as 1', async () => {
		const { data } = await api.get('/item', { params: { start: 1, maxresults: 3 } });
		expect(data).toMatchObject({ count: 3, totalCount: 405, status: 'ok', message: '' });
		const [, second] = data.data;
		const fromSecond = await rowsOf(api, '/item', { start: 2, maxresults: 1 });
		expect(fromSecond[0].id).toBe(second.id);
		expect(await rowsOf(api, '/item', { start: 0, maxresults: 3 })).toEqual(data.data);
	});

	test('hold 200 rows at most and by default; beyond the end there are none', async () => {
		expect((await api.get('/item?maxresults=500')).data.count).toBe(200);
		expect((await api.get('/item')).data.count).toBe(200);
		expect((await api.get('/item?start=401')).data.count).toBe(5);
		const beyond = await api.get('/item?start=406');
		expect(beyond.data).toMatchObject({ count: 0, totalCount: 405, data: [] });
	});

	test('together hold every row once', async () => {
		const pages = [
			await rowsOf(api, '/item'),
			await rowsOf(api, '/item?start=201'),
			await rowsOf(api, '/item?start=401'),
		];
		expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(405);
	});

	test('can come newest first', async () => {
		const oldest = await rowsOf(api, '/item', { maxresults: 1 });
		server.settings.listOrder = 'newestFirst';
		const newest = await rowsOf(api, '/item', { maxresults: 1 });
		expect(newest[0].id).toBeGreaterThan(Number(oldest[0].id));
	});

	test('are paged in tables as well', async () => {
		const terms = await rowsOf(api, '/terms/', { start: 2, maxresults: 1 });
		expect(terms).toEqual([expect.objectContaining({ name: 'Net 15', dueDays: 15 })]);
	});
});

describe('filters', () => {
	beforeEach(async () => {
		const catalogue = [
			shopItem('Alpha'),
			shopItem('alpha'),
			shopItem('Old', { archived: true }),
			shopItem('Labour', { type: 'Service' }),
		];
		({ server, api } = await startWithClient({ catalogue }));
	});

	test('that are unknown are ignored: a typo returns everything', async () => {
		expect(await skusOf({ max: 1, SKUs: 'Alpha', fromDate: '2030-01-01' })).toHaveLength(4);
	});

	test('sku is exact, or tolerant where that is chosen', async () => {
		expect(await skusOf({ sku: 'Alpha' })).toEqual(['Alpha']);
		expect(await skusOf({ sku: 'Alph' })).toEqual([]);
		server.settings.skuMatch = 'ignoreCaseAndSpaces';
		expect(await skusOf({ sku: ' ALPHA' })).toEqual(['Alpha', 'alpha']);
	});

	test('archived is yes, no or any; left out it hides archived rows unless chosen otherwise', async () => {
		expect(await skusOf({ archived: 'yes' })).toEqual(['Old']);
		expect(await skusOf({ archived: 'no' })).not.toContain('Old');
		expect(await skusOf({ archived: 'any' })).toContain('Old');
		expect(await skusOf({ sku: 'Old' })).toEqual([]);
		server.settings.skuFindsArchived = true;
		expect(await skusOf({ sku: 'Old' })).toEqual(['Old']);
		server.settings.archivedDefault = 'any';
		expect(await skusOf({})).toContain('Old');
	});

	test('query is a substring of certain fields', async () => {
		expect(await skusOf({ query: 'bout LAB' })).toEqual(['Labour']);
		expect(await skusOf({ query: '12.5' })).toEqual([]);
	});

	test('type, ids and category choose items', async () => {
		expect(await skusOf({ type: 'Service' })).toEqual(['Labour']);
		const ids = `${itemId(server, 'Alpha')},${itemId(server, 'Labour')}`;
		expect(await skusOf({ ids })).toEqual(['Alpha', 'Labour']);
		expect(await skusOf({ category: 'Merchandise' })).toHaveLength(3);
		expect(await skusOf({ category: 'Nothing' })).toEqual([]);
	});

	test('tags choose items that have one of them', async () => {
		await api.post('/item', { name: 'Tagged', type: 'Other', sku: 'T', tags: 'new, web' });
		expect(await skusOf({ tags: 'sale,WEB' })).toEqual(['T']);
	});

	test('summary is on with any value, even no', async () => {
		const [summary] = await rowsOf(api, '/item', { sku: 'Alpha', summary: 'no' });
		expect(summary).toMatchObject({ sku: 'Alpha', summaryOnly: true });
		expect(summary).not.toHaveProperty('updateBigCommerce');
		const [full] = await rowsOf(api, '/item', { sku: 'Alpha' });
		expect(full).toMatchObject({ summaryOnly: false, updateBigCommerce: true });
	});

	test('location names the location; an unknown name finds nothing, or is refused where that is chosen', async () => {
		expect(await skusOf({ location: 'East Warehouse' })).toHaveLength(4);
		expect(await skusOf({ location: 'Nowhere' })).toEqual([]);
		server.settings.itemLocationFilter = 'stockedThere';
		expect(await skusOf({ location: 'East Warehouse' })).toEqual([]);
		server.settings.unknownLocationName = 'refused';
		const { status, data } = await api.get('/item?location=Nowhere');
		expect([status, data.status]).toEqual([400, 'invalid']);
	});
});

describe('answers', () => {
	beforeEach(async () => {
		({ server, api } = await startWithClient({ catalogue: [shopItem('A')] }));
	});

	test('an unknown id is a failure under HTTP 200', async () => {
		for (const path of ['/item/999999', '/item/abc', '/salesorder/999999', '/location/999999', '/hook/1']) {
			const { status, data } = await api.get(path);
			expect([status, data.status, data.data]).toEqual([200, 'failed', null]);
		}
	});

	test('a read by id has the single envelope', async () => {
		const { data } = await api.get(`/item/${itemId(server, 'A')}`);
		expect(Object.keys(data)).toEqual(['status', 'message', 'data']);
		expect(data.data.sku).toBe('A');
	});

	test('an unknown entity or method is HTTP 404 in an envelope', async () => {
		expect((await api.get('/nothing')).status).toBe(404);
		const { status, data } = await api.delete(`/salesorder/1`);
		expect([status, data.status, data.data]).toEqual([404, 'error', null]);
	});

	test('a body that is no JSON, or no object, is refused', async () => {
		const headers = { 'content-type': 'application/json' };
		for (const body of ['{', '[]', '']) {
			const { status, data } = await api.post('/customer', body, { headers });
			expect([status, data.status]).toEqual([400, 'invalid']);
		}
	});

	test('JSON under the form content type works, as in the official samples', async () => {
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const { data } = await api.post('/customer', JSON.stringify({ name: 'From a form' }), { headers });
		expect(data.data.name).toBe('From a form');
	});

	test.each([
		'account channel class customfield department location orderstage paymentmethod pricetier priority',
		'salesrep shipmethod taxcode terms uom user warranty',
	])('the tables have rows: %s', async (tables) => {
		for (const table of tables.split(' ')) {
			const rows = await rowsOf(api, `/${table}`);
			const called = table === 'salesrep' ? 'firstName' : 'name';
			expect(rows[0]).toMatchObject({ id: expect.any(Number), syncToken: 0, [called]: expect.any(String) });
			expect((await api.get(`/${table}/${rows[0].id}`)).data.data).toEqual(rows[0]);
		}
	});
});
