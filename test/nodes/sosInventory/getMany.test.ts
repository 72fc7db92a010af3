import type { INodeParameters } from 'n8n-workflow';
import { items } from '../../../nodes/SosInventory/api/items';
import type { SosClient } from '../../../nodes/SosInventory/transport/client';
import { list } from '../../../nodes/SosInventory/transport/list';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';
import { countOneTooMany } from './countOneTooMany';

let company: TestCompany;
afterEach(async () => await company.stop());

const start = async (items: number, sos = {}) =>
	(company = await TestCompany.start({ shop: { items }, sos }));
const ids = async (operation: string, parameters: INodeParameters) => {
	const { outputs, error } = await company.run(`${operation}: getAll`, parameters);
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json.id);
};
const all = { returnAll: true, filters: { archived: 'any' } };
const calls = () => company.calls('GET /api/v2/item');
const itemIds = () => company.server.state.items.values().map(({ id }) => id);

describe('how many requests it takes', () => {
	/** Leaves `rows` items in SOS. */
	const startWith = async (rows: number) => {
		await start(300);
		for (const { id } of company.server.state.items.values().slice(rows))
			company.server.state.items.delete(id);
		expect(company.server.state.items.size).toBe(rows);
	};

	it.each([
		[0, 1],
		[1, 1],
		[200, 1],
		[201, 2],
	])('%i rows take %i', async (rows, expected) => {
		await startWith(rows);
		expect(await ids('item', all)).toEqual(itemIds());
		expect(calls()).toBe(expected);
	});

	it.each([
		[1, 1],
		[200, 1],
		[201, 2],
	])('a limit of %i stops after %i', async (limit, expected) => {
		await startWith(250);
		expect(await ids('item', { ...all, returnAll: false, limit })).toEqual(itemIds().slice(0, limit));
		expect(calls()).toBe(expected);
	});
});

it.each([0, -1, 2.5, 'ten'])('refuses the limit %p', async (limit) => {
	await start(10);
	const { error } = await company.run('item: getAll', { limit: `={{ ${JSON.stringify(limit)} }}` });
	expect(error?.message).toContain("'Limit' is");
	expect(company.calls()).toBe(0);
});

it.each(['oldestFirst', 'newestFirst'] as const)(
	'gives each row once when pages shift, %s',
	async (listOrder) => {
		await start(700, { listOrder });
		company.server.faults.add({ kind: 'shiftingPage' });
		const found = await ids('item', all);
		expect(found).toHaveLength(itemIds().length);
		expect(new Set(found)).toEqual(new Set(itemIds()));
		expect(company.server.faults.injected.shiftingPage).toBeGreaterThan(2);
	},
);

it('says so when SOS counts rows that cannot be had, and gives no part of the items', async () => {
	await start(60);
	countOneTooMany(company);
	const { error } = await company.run('item: getAll', all);
	expect(error?.message).toMatch(/SOS Inventory counts \d+ item records, but only \d+ of them could be read/);
	const { outputs } = await company.run('item: getAll', all, { onError: 'continueErrorOutput' });
	expect(outputs.map((items) => items.length)).toEqual([0, 1]);
});

it('does not take rows for missing that are added while the list is read', async () => {
	await start(250);
	const before = itemIds();
	company.server.faults.add({ kind: 'hang', path: 'start=201', delayMs: 300, times: 1 });
	void company.after(1, 'GET /api/v2/item').then(() => {
		const [item] = company.server.state.items.values();
		for (let id = 90_001; id < 90_004; id += 1) company.server.state.items.set({ ...item, id });
	});
	const found = await ids('item', all);
	expect(found).toEqual(expect.arrayContaining(before));
	expect(new Set(found).size).toBe(found.length);
});

describe('filters', () => {
	it.each([
		['item', { sku: '' }, 'SKU'],
		['item', { query: '   ' }, 'Search Text'],
		['customer', { email: '={{ $json.nothing }}' }, 'Email'],
		['salesOrder', { updatedsince: '' }, 'Updated Since'],
		['salesReceipt', { channel: '' }, 'Channel Name or ID'],
	])('%s %p is refused when empty: SOS would answer with everything', async (resource, filters, label) => {
		await start(10);
		const { error } = await company.run(`${resource}: getAll`, { filters } as INodeParameters);
		expect(error?.message).toBe(`The filter '${label}' is empty`);
		expect(company.calls()).toBe(0);
	});

	it('refuse a name that SOS would ignore, and answer with everything', async () => {
		const rows = list({} as SosClient, items, { query: { skus: 'A,B' } });
		await expect(rows.next()).rejects.toThrow('The list of items has no filter "skus"');
	});

	it('refuse what is no date', async () => {
		await start(10);
		const { error } = await company.run('item: getAll', { filters: { updatedsince: 'yesterday' } });
		expect(error?.message).toBe('The filter \'Updated Since\' is "yesterday", which is no date');
	});

	it('find items by SKU, type, search text, category, location and change', async () => {
		await start(60);
		const item = company.server.state.items
			.values()
			.find(({ type, sku }) => type === 'Inventory Item' && sku);
		const sku = item?.sku ?? '';
		expect(await ids('item', { filters: { sku } })).toEqual([item?.id]);
		expect(await ids('item', { filters: { query: sku.slice(1) } })).toContain(item?.id);
		expect(await ids('item', { filters: { type: 'Category' } })).toHaveLength(1);
		expect((await ids('item', { filters: { category: 'Merchandise' } })).length).toBe(50);
		expect(await ids('item', { filters: { updatedsince: '2100-01-01' } })).toEqual([]);
		const { outputs } = await company.run('item: getAll', { filters: { sku, location: 'East Warehouse' } });
		expect(outputs[0][0].json.onhand).toBe(
			company.server.quantitiesOf(item?.id ?? 0, 'East Warehouse').onhand,
		);
	});

	it('read a moment without an offset in the time zone of the workflow', async () => {
		await start(10);
		const item = company.server.state.items.values()[0];
		company.server.state.items.update(item.id, { updatedAt: Date.parse('2030-01-01T12:00:00Z') });
		const since = (updatedsince: string) => ids('item', { filters: { updatedsince, archived: 'any' } });
		expect(await since('2030-01-01T12:00:00.000Z')).toEqual([item.id]);
		expect(await since('2030-01-01T12:00:01.000Z')).toEqual([]);
		expect(await since('2030-01-01T14:00:00.000+02:00')).toEqual([item.id]);
		// n8n's own default: New York, five hours behind.
		expect(await since('2030-01-01T07:00:00')).toEqual([item.id]);
		expect(await since('2030-01-01T07:00:01')).toEqual([]);
		// Dates as other nodes hand them on.
		expect(await since('Tue, 01 Jan 2030 12:00:00 +0000')).toEqual([item.id]);
		expect(await since("={{ new Date('2030-01-01T12:00:01Z') }}")).toEqual([]);
	});

	it('find customers by e-mail and name, without their secrets', async () => {
		await start(10);
		const { id } = company.customer('Jordan Sample');
		expect(await ids('customer', { filters: { email: 'jordan.sample@example.com' } })).toEqual([id]);
		const { outputs } = await company.run('customer: getAll', { filters: { name: 'Jordan Sample' } });
		expect(outputs[0].map(({ json }) => json.id)).toEqual([id]);
		expect(JSON.stringify(outputs)).not.toMatch(/password|lastFour|expMonth|tokenType|hasCard/i);
	});

	it('find sales orders and receipts', async () => {
		const orderOptions = { onlyEligible: true, cases: ['plain', 'handling', 'noTax'] };
		company = await TestCompany.start({ shop: { orders: 3, orderOptions } });
		const orders = company.shop.orders.map(orderItem);
		await company.importOrders(orders.slice(0, 2), { channel: company.idIn('channels', 'Trade Show') });
		await company.importOrders(orders.slice(2), { transactionType: 'salesReceipt' });
		expect(await ids('salesOrder', { filters: { channel: 'Trade Show' } })).toHaveLength(2);
		const channel = company.idIn('channels', 'Trade Show');
		const orderStage = company.idIn('orderStages', 'New');
		expect(await ids('salesOrder', { filters: { channel } })).toHaveLength(2);
		expect(await ids('salesOrder', { filters: { channel, orderStage } })).toEqual([]);
		expect(await ids('salesOrder', { filters: { query: `BC-${String(orders[0].id)}` } })).toHaveLength(1);
		expect(await ids('salesOrder', { filters: { status: 'closed' } })).toEqual([]);
		expect(await ids('salesReceipt', {})).toEqual(
			company.server.state.salesReceipts.values().map(({ id }) => id),
		);
	});
});

it.each([
	['customer', ['billingCity', 'companyName'], ['billing', 'contact']],
	['salesOrder', ['customerName', 'lines'], ['customer', 'billing']],
])('leaves out of each %s what is seldom read when simplified', async (resource, kept, left) => {
	await start(10);
	const { outputs } = await company.run(`${resource}: getAll`, { simplify: true });
	for (const { json } of outputs[0]) {
		expect(Object.keys(json)).toEqual(expect.arrayContaining(kept));
		expect(Object.keys(json).filter((field) => left.includes(field))).toEqual([]);
	}
	expect(outputs[0].length).toBeGreaterThan(0);
});

it.each([
	['salesOrder', { channel: 99_999 }, 'SOS Inventory has no channel "99999"'],
	['salesReceipt', { orderStage: 'Nowhere' }, 'SOS Inventory has no order stage "Nowhere"'],
	['item', { location: 'Nowhere' }, 'SOS Inventory has no location "Nowhere"'],
])('%s %p is refused, as SOS would answer with nothing or everything', async (resource, filters, message) => {
	await start(10);
	const { error } = await company.run(`${resource}: getAll`, { filters } as INodeParameters);
	expect(error?.message).toBe(message);
	expect(company.calls()).toBe(1);
});

it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
	'hands on no part of the items when a page fails, with %s: it would be taken for the catalogue',
	async (onError) => {
		await start(300);
		company.server.faults.add({ kind: 'tokenExpired', path: 'start=201' });
		const { outputs } = await company.run('item: getAll', all, { onError });
		expect(outputs.flat().map(({ json }) => Object.keys(json))).toEqual([
			expect.arrayContaining(['error', 'details']),
		]);
	},
);
