import { listByValues, listWanted } from '../../../nodes/BigCommerce/transport/byValues';
import { list } from '../../../nodes/BigCommerce/transport/paging';
import { mergeSorted } from '../../../nodes/BigCommerce/transport/mergeSorted';
import { listOrders } from '../../../nodes/BigCommerce/api/orderList';
import { readMoment } from '../../../nodes/shared/parameters/moment';
import { separated } from '../../../nodes/shared/parameters/separated';
import { collect } from '../../../nodes/shared/parameters/limit';
import { id, record, text } from '../../../nodes/shared/request/shape';
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

describe('a list that is counted', () => {
	const noun = { words: 'thing', shape: record({ id }), keyOf: (thing: { id: number }) => thing.id };
	const things = { noun, path: '/v3/things', subject: 'the list of things' };
	const page = (rows: number, pagination: object, from = 1) => ({
		body: { data: numbered(from, from + rows - 1), meta: { pagination } },
	});
	const read = async (...pages: Array<ReturnType<typeof page> | { status: number }>) => {
		const { store } = scriptedStore(({ query }) => pages[Number(query.page) - 1]);
		return await collect(list(store, things));
	};

	it.each([
		['has fewer rows than it says', [page(2, { count: 3, total_pages: 1 })], /has 3 rows, and has 2$/],
		['has more rows than it says', [page(2, { count: 1, total_pages: 1 })], /has 1 rows, and has 2$/],
		['is empty before the last one', [page(0, { count: 0, total_pages: 2 })], /page 1 of 2 has no rows$/],
		[
			'is empty before the last one of the page before',
			[page(2, { total_pages: 3 }), page(0, {})],
			/page 2 of 3 has no rows$/,
		],
		['is nothing at all', [page(2, { total_pages: 3 }), { status: 204 }], /page 2 of 3 has no rows$/],
	])('is not read short where a page %s', async (_, pages, message) => {
		await expect(read(...pages)).rejects.toThrow(message);
	});

	it.each([
		['the last page is empty', page(0, { count: 0, total_pages: 2 })],
		['the last page is nothing at all', { status: 204 }],
		['there is one page less', page(0, { count: 0, total_pages: 1 })],
	])('may shrink while it is read: %s', async (_, last) => {
		expect(await read(page(2, { count: 2, total_pages: 2 }), last)).toHaveLength(2);
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
