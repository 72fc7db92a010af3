import { listOrders, type OrderSort } from '../../../nodes/BigCommerce/api/orderList';
import { listMarks } from '../../../nodes/BigCommerce/api/orderMarks';
import { completeOrder } from '../../../nodes/BigCommerce/api/orderParts';
import { listProducts } from '../../../nodes/BigCommerce/api/products';
import { listVariants } from '../../../nodes/BigCommerce/api/variants';
import { collect } from '../../../nodes/shared/parameters/limit';
import type { BigCommerceClient } from '../../../nodes/BigCommerce/transport/client';
import { openShop, type OpenShop } from '../../../testing/sandbox/openShop';
import { placeOrders } from './openOrders';
import { numberedOrders } from './numberedOrders';
import { scriptedStore, type ScriptedRequest } from './scriptedStore';

const ENDLESS = /^BigCommerce gives the same page of .* again and again$/;

/** Stops a read that does not stop by itself. */
const FEW = 12;

function storeAnswering(answer: (request: ScriptedRequest) => unknown) {
	let requests = 0;
	return scriptedStore((request) => {
		if (++requests > FEW) throw new Error('asked for more and more');
		return { body: answer(request) };
	});
}

const orders = (store: BigCommerceClient, sort: OrderSort, more: object = {}) =>
	collect(listOrders(store, { statusIds: [], sort, withLines: false, ...more }));

const upwards: OrderSort = { field: 'id', direction: 'asc' };
const simple = { simplify: true, includeVariants: false };
const product = (id: number) => ({ id, name: `Mug ${id}`, sku: `MUG-${id}` });
const variant = (id: number) => ({ id, product_id: id, sku: `SKU-${id}` });
const mark = (id: number) => ({
	id,
	resource_id: id,
	namespace: 'n8n-bigcommerce-sos',
	key: 'imported',
	value: '{}',
	date_created: '2026-11-24T08:00:00+00:00',
});
const v3 = (data: unknown[], pagination: object = {}) => ({ data, meta: { pagination } });
const marksPage = (from: number, end_cursor: string) => ({
	data: Array.from({ length: 250 }, (_, index) => mark(from + index)),
	meta: { cursor_pagination: { end_cursor, links: { next: `?after=${end_cursor}` } } },
});
const manySkus = Array.from({ length: 300 }, (_, index) => `SKU-${index}`);

describe('a store that gives the same page again', () => {
	it.each<[string, () => unknown, (store: BigCommerceClient) => Promise<unknown>]>([
		['of orders by rising number', () => numberedOrders(1, 100), (store) => orders(store, upwards)],
		[
			'of orders by falling number',
			() => numberedOrders(1, 100).reverse(),
			(store) => orders(store, { field: 'id', direction: 'desc' }),
		],
		[
			'of orders behind a number',
			() => numberedOrders(1, 100),
			(store) => orders(store, upwards, { after: 500 }),
		],
		[
			'of orders by another field',
			() => numberedOrders(1, 3),
			(store) => orders(store, { field: 'date_created', direction: 'asc' }),
		],
		[
			'of orders in several statuses',
			() => numberedOrders(1, 250),
			(store) => orders(store, upwards, { statusIds: [9, 11] }),
		],
		[
			'of products, with totals',
			() => v3([product(1)], { total_pages: 40 }),
			(store) => collect(listProducts(store, {}, simple)),
		],
		[
			'of products, without totals',
			() => v3([product(1)]),
			(store) => collect(listProducts(store, {}, simple)),
		],
		[
			'of products by SKU',
			() => v3([product(1)], { total_pages: 40 }),
			(store) => collect(listProducts(store, { skus: ['MUG-1'] }, simple)),
		],
		[
			'of variants, read whole to find many SKUs',
			() => v3([variant(1)], { total_pages: 40 }),
			(store) => collect(listVariants(store, { skus: manySkus })),
		],
		['of marks', () => marksPage(1, 'next'), (store) => collect(listMarks(store))],
		[
			'of an order’s lines',
			() => Array.from({ length: 50 }, (_, index) => ({ id: index + 1, quantity: 1 })),
			(store) =>
				completeOrder(store, numberedOrders(1, 1)[0], { lines: true, coupons: false, simplify: false }),
		],
	])('%s', async (_, page, read) => {
		const { store, asked } = storeAnswering(page);
		await expect(read(store)).rejects.toThrow(ENDLESS);
		expect(asked.length).toBeLessThanOrEqual(3);
	});

	it('of marks in turn with another one', async () => {
		const { store, asked } = storeAnswering(({ query }) =>
			query.after === 'B' ? marksPage(1000, 'A') : marksPage(1, 'B'),
		);
		await expect(collect(listMarks(store))).rejects.toThrow(ENDLESS);
		expect(asked).toHaveLength(3);
	});

	it('of orders that changed meanwhile', async () => {
		const { store } = storeAnswering(({ query }) => {
			if (query.min_date_modified !== undefined) return numberedOrders(1001, 1250);
			return query.status_id === '9' ? numberedOrders(1, 1) : numberedOrders(2, 2);
		});
		await expect(orders(store, upwards, { statusIds: [9, 11] })).rejects.toThrow(
			/^BigCommerce gives the same page of the orders that changed meanwhile again/,
		);
	});
});

describe('pages that repeat what came before and are right', () => {
	it('one that holds only the order it begins behind', async () => {
		const { store } = scriptedStore(({ query }) => {
			if (query.sort === 'id:desc') return { body: numberedOrders(9, 9) };
			return { body: query.min_id === undefined ? numberedOrders(1, 5) : numberedOrders(5, 5) };
		});
		expect(await orders(store, upwards)).toHaveLength(5);
	});

	it('one that holds only orders placed after the list began', async () => {
		const { store } = scriptedStore(({ query }) => {
			if (query.sort === 'id:desc') return { body: numberedOrders(6, 6) };
			return { body: query.min_id === undefined ? numberedOrders(1, 5) : numberedOrders(7, 9) };
		});
		expect(await orders(store, upwards)).toHaveLength(5);
	});

	it('one with the last rows of the page before, which others have pushed down', async () => {
		const { store } = scriptedStore(({ query }) => ({
			body:
				query.page === '1'
					? v3([product(1), product(2), product(3)], { total_pages: 2 })
					: v3([product(3)], { total_pages: 2 }),
		}));
		const ids = (await collect(listProducts(store, {}, simple))).map(({ id }) => id);
		expect(new Set(ids)).toEqual(new Set([1, 2, 3]));
	});
});

describe('each node that reads a list', () => {
	let shop: OpenShop;
	beforeAll(async () => {
		shop = await openShop({}, { items: 700, orders: 0 });
		placeOrders(shop, 130, 11);
	});
	afterAll(async () => await shop.server.stop());
	afterEach(() => shop.server.faults.clear());

	const reads = [
		['order', {}],
		['order', { sort: { direction: 'desc' } }],
		['order', { sort: { field: 'date_modified' }, includeLines: false }],
		['order', { filters: { statusIds: [11, 9] } }],
		['product', {}],
		['variant', {}],
	] as const;

	it.each(
		reads.flatMap(([resource, more]) =>
			(['kept', 'leftOut'] as const).map((totals) => [resource, totals, more] as const),
		),
	)('says so: %s, totals %s, %j', async (resource, totals, more) => {
		shop.server.faults.add({ kind: 'repeatedPage', totals });
		const parameters = { resource, operation: 'getAll', returnAll: true, ...more };
		const { error } = await shop.run(parameters as never);
		expect(error?.message).toMatch(ENDLESS);
		expect(shop.requests()).toBeLessThan(6);
	});
});
