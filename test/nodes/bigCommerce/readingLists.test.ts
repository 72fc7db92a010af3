import { listByValues, listWanted } from '../../../nodes/BigCommerce/transport/byValues';
import { mergeSorted } from '../../../nodes/BigCommerce/transport/mergeSorted';
import { listOrders } from '../../../nodes/BigCommerce/api/orderList';
import { readMoment } from '../../../nodes/shared/parameters/moment';
import { separated } from '../../../nodes/shared/parameters/separated';
import { collect } from '../../../nodes/shared/parameters/limit';
import { record, text } from '../../../nodes/shared/request/shape';
import { numberedOrders as numbered } from './numberedOrders';
import { scriptedStore } from './scriptedStore';

describe('orders by number', () => {
	const sort = { field: 'id' as const, direction: 'asc' as const };

	/** Answers as BigCommerce does, with pages of `largestPage` at the most. */
	const storeWith = (all: Array<{ id: number }>, { exclusive = 0, largestPage = 250 } = {}) =>
		scriptedStore(({ query }) => {
			const from = Number(query.min_id ?? -Infinity) + exclusive;
			const to = Number(query.max_id ?? Infinity) - exclusive;
			const rows = all.filter(({ id }) => id >= from && id <= to);
			if (query.sort === 'id:desc') rows.reverse();
			const page = rows.slice(0, Math.min(Number(query.limit), largestPage));
			return page.length > 0 ? { body: page } : { status: 204 };
		});

	it.each([
		['counts the bound in', 0],
		['leaves the bound out', 1],
	])('come once and completely when BigCommerce %s', async (_, exclusive) => {
		const all = numbered(1, 700);
		const { store, asked } = storeWith(all, { exclusive });
		const orders = await collect(listOrders(store, { statusIds: [], sort, withLines: false }));
		expect(orders.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
		expect(asked.every(({ query }) => query.page === '1' && Number(query.limit) <= 250)).toBe(true);
	});

	it('go on after a page that came shorter than asked for', async () => {
		const { store } = storeWith(numbered(1, 120), { largestPage: 50 });
		const orders = await collect(listOrders(store, { statusIds: [], sort, withLines: false }));
		expect(orders).toHaveLength(120);
	});

	it.each([
		['counts the bound in', 0],
		['leaves the bound out', 1],
	])('begin behind a number when BigCommerce %s', async (_, exclusive) => {
		const { store } = storeWith(numbered(1, 20), { exclusive });
		const list = { statusIds: [], sort, withLines: false, after: 15 };
		expect(await collect(listOrders(store, list))).toEqual(numbered(16, 20));
	});
});

describe('rows by value', () => {
	const request = {
		noun: { words: 'thing', shape: record({ page: text }), keyOf: ({ page }: { page: string }) => page },
		path: '/v3/things',
		subject: 'the list of things',
		manyFilter: 'sku:in',
		oneFilter: 'sku',
	};
	const page = (data: unknown[], total_pages: number) => ({
		body: { data, meta: { pagination: { total_pages } } },
	});

	it('are asked for in as few requests as the length of a URL allows, those with a comma alone', async () => {
		const values = [...numbered(1, 600).map(({ id }) => `SKU-${id}`), 'A,B'];
		const { store, asked } = scriptedStore(() => page([], 1));
		await collect(listByValues(store, { ...request, values }));
		expect(asked.map(({ query }) => query['sku:in']?.split(',').length ?? query.sku)).toEqual([
			250,
			250,
			100,
			'A,B',
		]);
	});

	it('are cut by characters, too', async () => {
		const values = numbered(1, 100).map(({ id }) => `${'long '.repeat(20)}${id}`);
		const { store, asked } = scriptedStore(() => page([], 1));
		await collect(listByValues(store, { ...request, values }));
		expect(asked.length).toBeGreaterThan(2);
		expect(asked.every(({ query }) => encodeURIComponent(query['sku:in']).length <= 4000)).toBe(true);
	});

	it.each([
		['are read with the whole list where that is fewer requests', 3, 3],
		['are named where the whole list is longer', 50, 1 + 4],
	])('%s', async (_, pages, requests) => {
		const values = numbered(1, 1000).map(({ id }) => `SKU-${id}`);
		const { store, asked } = scriptedStore(({ query }) =>
			page([{ page: query.page }], query['sku:in'] ? 1 : pages),
		);
		await collect(listWanted(store, { ...request, values }));
		expect(asked).toHaveLength(requests);
	});
});

test('sorted lists merge into one', async () => {
	const list = async function* (...ids: number[]) {
		for (const id of ids) yield { id };
	};
	const merged = mergeSorted([list(1, 4, 6), list(), list(2, 9)], (a, b) => a.id - b.id);
	expect(await collect(merged)).toEqual([1, 2, 4, 6, 9].map((id) => ({ id })));
});

test.each([
	['2026-03-31T08:00:00', '2026-03-31T12:00:00.000Z'],
	['2026-03-31 08:00:00', '2026-03-31T12:00:00.000Z'],
	['2026-03-31', '2026-03-31T04:00:00.000Z'],
	['2026-03-31T08:00:00+02:00', '2026-03-31T06:00:00.000Z'],
	['Tue, 31 Mar 2026 08:00:00 +0000', '2026-03-31T08:00:00.000Z'],
	['next week', undefined],
	['', undefined],
])('the moment %s', (text, expected) => {
	expect(readMoment(text, 'America/New_York')?.toJSDate().toISOString()).toBe(expected);
});

test.each([
	['A, B ,,C', ['A', 'B', 'C']],
	['A,1\n B \n', ['A,1', 'B']],
	[
		['A,1', 2],
		['A,1', '2'],
	],
	['', []],
])('the list %j', (given, expected) => {
	expect(separated(given)).toEqual(expected);
});
