import { readSoldLines } from '../../../nodes/BigCommerce/api/orderParts';
import { unitsThatDiffer } from '../../../sync/unitCount';
import type { OrderLine } from '../../../sandbox/shop/orders/orderRecord';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';
import { scriptedStore } from './scriptedStore';

let shop: OpenShop;
let number: number;
beforeAll(async () => {
	shop = await openShop({}, { orders: 1 });
	const { orders } = shop.server.state;
	const [order] = orders.values();
	number = order.id;
	const [line] = order.lines;
	const lines = Array.from({ length: 7 }, (_, index): OrderLine => ({
		...line,
		id: line.id + index,
		quantity: 1 + (index % 2),
		...(index > 1 && { price_ex_tax: '0.0000', total_ex_tax: '0.0000', is_bundled_product: true }),
	}));
	orders.update(number, { lines, fields: { ...order.fields, items_total: 10, status_id: 11 } });
});
afterAll(async () => await shop.server.stop());

const idsOf = (order: { products?: unknown }) => (order.products as OrderLine[]).map(({ id }) => id);
const read = async (parameters: object) =>
	jsonOf(await shop.run({ resource: 'order', returnAll: true, ...parameters } as never));

describe.each([1, 2, 3, 4, 6])('lines that are cut at %i', (limit) => {
	beforeAll(() => void (shop.server.settings.consignmentLineLimit = limit));
	afterAll(() => void (shop.server.settings.consignmentLineLimit = null));

	it('all come with Get Many and with Get, those that cost nothing included', async () => {
		const [listed] = await read({ operation: 'getAll', filters: { statusIds: [11] } });
		expect(idsOf(listed)).toHaveLength(7);
		expect(shop.requests('GET /v2/orders/:id/products')).toBe(2);
		const [got] = await read({ operation: 'get', orderId: String(number) });
		expect(idsOf(got)).toEqual(idsOf(listed));
	});
});

describe.each([
	['an item count that has the children', true],
	['one that leaves them out', false],
])('beside %s', (_, bundledInItemsTotal) => {
	beforeAll(() => void (shop.server.settings.bundledInItemsTotal = bundledInItemsTotal));
	afterAll(() => {
		shop.server.settings.bundledInItemsTotal = true;
		shop.server.settings.consignmentLineLimit = null;
	});

	/** Two parents and as many children as it takes, which cost nothing. */
	function bundle(count: number): void {
		const { orders } = shop.server.state;
		const { fields, lines } = orders.get(number)!;
		const line = (index: number): OrderLine => ({
			...lines[0],
			id: lines[0].id + index,
			quantity: 1,
			is_bundled_product: index > 1,
			parent_order_product_id: index > 1 ? lines[0].id + (index % 2) : null,
			product_options: index > 1 ? [] : [{ type: 'Product Pick List' }],
			...(index > 1 && { price_ex_tax: '0.0000', total_ex_tax: '0.0000' }),
		});
		const changed = { lines: Array.from({ length: count }, (_value, index) => line(index)) };
		orders.update(number, { ...changed, fields: { ...fields, items_total: count } });
	}

	it.each([
		[60, 50],
		[7, 4],
		[7, 3],
		[7, 2],
		[7, 1],
		[7, null],
	])('all of %p lines come, cut at %p', async (count, limit) => {
		const { orders } = shop.server.state;
		const { lines, fields } = orders.get(number)!;
		bundle(count);
		shop.server.settings.consignmentLineLimit = limit;
		const [listed] = await read({ operation: 'getAll', filters: { statusIds: [11] } });
		expect(idsOf(listed)).toHaveLength(count);
		expect(unitsThatDiffer(listed)).toBeUndefined();
		orders.update(number, { lines, fields });
	});
});

it.each([true, false])(
	'what was picked comes wherever lines are cut, counted or not: %p',
	async (counted) => {
		const cases = { orders: 1, orderOptions: { cases: ['pickList'] } };
		const picked = await openShop({ bundledInItemsTotal: counted }, cases);
		const [{ id, lines }] = picked.server.state.orders.values();
		for (const limit of [null, ...lines.keys()].filter((one) => one !== 0)) {
			picked.server.settings.consignmentLineLimit = limit;
			const [order] = jsonOf(
				await picked.run({ resource: 'order', operation: 'get', orderId: String(id) } as never),
			);
			expect(idsOf(order)).toEqual(lines.map((line) => line.id));
		}
		await picked.server.stop();
	},
);

it.each([
	['a parent and its child in turn, cut where the parents were as many as all that came', 50, 50],
	['as many as a page in two lists', 30, 20],
])('lists as long as a page of lines are suspect: %s', async (_, first, second) => {
	const lines = Array.from({ length: first + second + 7 }, (_value, index) => ({
		id: 1 + index,
		sku: 'A',
		quantity: 1,
	}));
	const { store } = scriptedStore(({ query }) => (query.page === '1' ? { body: lines } : { status: 204 }));
	const consignments = {
		shipping: [
			{ id: 1, line_items: lines.slice(0, first) },
			{ id: 2, line_items: lines.slice(first, first + second) },
		],
	};
	const counted = { items_total: first + second, consignments };
	const order = { id: 7, status_id: 11, date_created: '', date_modified: '', ...counted };
	expect(await readSoldLines(store, order as never)).toHaveLength(lines.length);
});

it('lines that came whole take no other request', async () => {
	await read({ operation: 'getAll', filters: { statusIds: [11] } });
	expect(shop.requests('GET /v2/orders/:id/products')).toBe(0);
});

it('are read by themselves for what an order has sold, too', async () => {
	const lines = [
		{ id: 1, sku: 'A', quantity: 2 },
		{ id: 2, sku: 'B', quantity: 5 },
	];
	const { store, asked } = scriptedStore(({ query }) =>
		query.page === '1' ? { body: lines } : { status: 204 },
	);
	const consignments = { shipping: [{ id: 1, line_items: lines.slice(0, 1) }] };
	const order = { id: 7, status_id: 11, date_created: '', date_modified: '', items_total: 7, consignments };
	expect(await readSoldLines(store, order as never)).toEqual(lines);
	expect(asked.map(({ path }) => path)).toEqual(['/v2/orders/7/products', '/v2/orders/7/products']);
});

it('an order that lacks lines all the same comes with the count that tells', async () => {
	const { orders } = shop.server.state;
	const { fields } = orders.get(number)!;
	orders.update(number, { fields: { ...fields, items_total: 12 } });
	const [order] = await read({ operation: 'getAll', filters: { statusIds: [11] }, simplify: true });
	expect(unitsThatDiffer(order)).toEqual({ counted: 12, came: 10, isByRefunds: false });
	orders.update(number, { fields });
});
