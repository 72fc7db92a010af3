import { completeOrder } from '../../../nodes/BigCommerce/api/orderParts';
import { readOrder } from '../../../nodes/BigCommerce/api/orders';
import type { FaultRule } from '../../../sandbox/shared/faultRule';
import { listSearch, loadOptions } from '../../../testing/engine/nodeMethods';
import { openShop, type OpenShop } from '../../../testing/sandbox/openShop';
import { numberedOrders } from './numberedOrders';
import { scriptedStore } from './scriptedStore';

// Answers that did not come are asked for again, ever more slowly: what the waits are like is not tested here.
jest.mock('../../../nodes/shared/request/backOff', () => ({
	...jest.requireActual('../../../nodes/shared/request/backOff'),
	backOffMs: () => 1,
}));

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({}, { items: 40, orders: 40 })));
afterAll(async () => await shop.server.stop());
afterEach(() => shop.server.faults.clear());

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });
const bySku = (value: unknown) => ({ __rl: true, mode: 'sku', value });
const all = { operation: 'getAll', returnAll: true };

/** Every operation that reads, with the path that its fault is for. */
const operations: Record<string, [object, string]> = {
	'Order: Get': [{ resource: 'order', operation: 'get', orderId: '100' }, '/orders/100'],
	'Order: Get Many, coupons': [{ resource: 'order', ...all, includeCoupons: true }, '/coupons'],
	'Order: Get Many': [{ resource: 'order', ...all }, '/v2/orders'],
	'Order: Get Many, sorted': [{ resource: 'order', ...all, sort: { field: 'date_created' } }, '/v2/orders'],
	'Order: Get Many, imported left out': [
		{ resource: 'order', ...all, leaveOutImported: true },
		'/v3/orders/metafields',
	],
	'Order: Update': [
		{ resource: 'order', operation: 'update', orderId: '100', updateFields: { staffNote: 'Hello' } },
		'/orders/100',
	],
	'Product: Get': [{ resource: 'product', operation: 'get', productId: byId('105') }, '/products/105'],
	'Product: Get by SKU': [{ resource: 'product', operation: 'get', productId: bySku('MUG') }, '/products'],
	'Product: Get Many': [{ resource: 'product', ...all }, '/products'],
	'Variant: Get Many': [{ resource: 'variant', ...all }, '/variants'],
	'Location: Get Many': [{ resource: 'location', ...all }, '/locations'],
	'Inventory: Get Many': [{ resource: 'inventory', ...all }, '/inventory/items'],
	'Store: Get': [{ resource: 'store', operation: 'get' }, '/v2/store'],
};

const nothings = ['emptyBody', 'nullBody', 'emptyList', 'emptyObject'] as const;

/** Lists that come without an envelope, so that `[]` is one that is empty. */
const listsOfV2 = ['Order: Get Many, coupons', 'Order: Get Many', 'Order: Get Many, sorted'];

describe('an answer in which nothing came is no end of a list and no record', () => {
	it.each(
		Object.entries(operations).flatMap(([name, [parameters, path]]) =>
			nothings
				.filter((kind) => kind !== 'emptyList' || !listsOfV2.includes(name))
				.map((kind) => [name, kind, parameters, path] as const),
		),
	)('%s: %s', async (_, kind, parameters, path) => {
		shop.server.faults.add({ kind, method: 'GET', path });
		const { error, outputs } = await shop.run(parameters as never);
		expect(error?.message).toMatch(/^(BigCommerce answered the request for|The answer to) /);
		expect(outputs.flat()).toEqual([]);
		expect(shop.requests('PUT /v2/orders/:id')).toBe(0);
	});

	it.each(nothings)('drop-downs: %s', async (kind) => {
		shop.server.faults.add({ kind });
		const node = { node: 'bigCommerce' as const, credentials: shop.credentials() };
		const methods = ['getChannels', 'getLocations', 'getLocationOrDefault'];
		if (kind !== 'emptyList') methods.push('getOrderStatuses');
		for (const method of methods) {
			await expect(loadOptions({ ...node, method })).rejects.toThrow(/BigCommerce/);
		}
		await expect(listSearch({ ...node, method: 'searchProducts' })).rejects.toThrow(/BigCommerce/);
	});
});

// That V2 ends its lists by HTTP 204 has been seen everywhere, and is not documented.
describe.each(listsOfV2)('%s, where a list without an envelope is empty', (name) => {
	const [parameters, path] = operations[name];

	it('asks once more', async () => {
		const expected = await shop.run(parameters as never);
		shop.server.faults.add({ kind: 'emptyList', method: 'GET', path, times: 1 });
		const { error, outputs } = await shop.run(parameters as never);
		expect(error).toBeUndefined();
		expect(outputs).toEqual(expected.outputs);
	});

	it('takes it for the end when it is empty again', async () => {
		shop.server.faults.add({ kind: 'emptyList', method: 'GET', path });
		const { error, outputs } = await shop.run(parameters as never);
		expect(error).toBeUndefined();
		expect(outputs.flat().flatMap(({ json }) => (path === '/coupons' ? json.coupons : json))).toEqual([]);
	});
});

describe('a shape that is not the documented one', () => {
	it.each<[string, Omit<FaultRule, 'kind'>, RegExp]>([
		['Order: Get', { field: '^id$', mutation: 'wrongType' }, /: order: "id" is an object, not an ID/],
		[
			'Order: Get',
			{ field: '^date_created$', mutation: 'null' },
			/order 100: "date_created" is null, not a text/,
		],
		['Order: Get Many', { field: '^3\\.id$', mutation: 'null' }, /order in row 4: "id" is null, not an ID/],
		[
			'Order: Get Many',
			{ field: '^3\\.status_id$', mutation: 'missing' },
			/order 103: "status_id" is missing/,
		],
		['Order: Get Many', { field: '^3\\.is_deleted$', mutation: 'wrongType' }, /order 103: "is_deleted" is /],
		[
			'Order: Get Many, coupons',
			{ field: '^0\\.id$', mutation: 'huge' },
			/coupon .*"id" is 1e\+308, not an ID/,
		],
		['Product: Get Many', { field: '^data\\.2\\.sku$', mutation: 'wrongType' }, /product 1\d\d: "sku" is /],
		[
			'Product: Get Many',
			{ field: '^data$', mutation: 'missing' },
			/instead of a list of products came something else/,
		],
		[
			'Product: Get Many',
			{ field: '^data$', mutation: 'null' },
			/instead of a list of products came something else/,
		],
		[
			'Product: Get Many',
			{ field: '^data$', mutation: 'wrongType' },
			/instead of a list of products came something else/,
		],
		['Product: Get Many', { field: '^meta$', mutation: 'wrongType' }, /page of the list: "meta" is /],
		[
			'Product: Get Many',
			{ field: 'pagination$', mutation: 'wrongType' },
			/"meta.pagination" is a list, not an object/,
		],
		[
			'Product: Get Many',
			{ field: 'total_pages$', mutation: 'notANumber' },
			/"meta.pagination.total_pages" is "NaN", not a whole number/,
		],
		[
			'Product: Get Many',
			{ field: 'total_pages$', mutation: 'negative' },
			/page 1 says that there are only -1/,
		],
		['Product: Get by SKU', { field: '^data$', mutation: 'null' }, /instead of a list of products/],
		[
			'Variant: Get Many',
			{ field: '^data\\.1\\.product_id$', mutation: 'negative' },
			/variant \d+: "product_id" is -\d+, not an ID/,
		],
		[
			'Location: Get Many',
			{ field: '^data\\.0\\.enabled$', mutation: 'missing' },
			/inventory location 1: "enabled" is missing/,
		],
		['Store: Get', { field: '^name$', mutation: 'null' }, /store .*: "name" is null, not a text/],
	])('names the record and the field: %s, %j', async (name, rule, message) => {
		const [parameters, path] = operations[name];
		shop.server.faults.add({ kind: 'mutatedAnswer', method: 'GET', path, ...rule });
		const { error } = await shop.run(parameters as never);
		expect(error?.message).toMatch(message);
		expect(error?.message).not.toMatch(/Cannot read|is not a function|undefined/);
		expect(shop.requests()).toBeLessThan(8);
	});

	it('of another record than the one asked for is no answer', async () => {
		const { store, asked } = scriptedStore(() => ({ body: numberedOrders(8, 8)[0] }));
		await expect(readOrder(store, 7, false)).rejects.toThrow(/: instead of order 7 came order 8$/);
		expect(asked).toHaveLength(2);
	});

	it.each(['missing', 'wrongType'] as const)(
		'of the staff notes leaves them as they are: %s',
		async (mutation) => {
			shop.server.faults.add({ kind: 'mutatedAnswer', method: 'GET', field: '^staff_notes$', mutation });
			const { error } = await shop.run(operations['Order: Update'][0] as never);
			expect(error?.message).toMatch(/order 100: "staff_notes" is .*, not a text/);
			expect(shop.requests('PUT /v2/orders/:id')).toBe(0);
		},
	);

	it.each([{}, null, { quantity: null }, { quantity: 'many' }])(
		'of a line stays with its order: %j',
		async (wrong) => {
			const lines = [
				{ id: 1, quantity: 2 },
				{ id: 2, ...wrong },
			];
			const { store } = scriptedStore(({ path, query }) => {
				if (query.page !== '1') return { status: 204 };
				return path.endsWith('/products') ? { body: lines } : { status: 204 };
			});
			const [order] = numberedOrders(7, 7);
			const parts = { lines: true, coupons: false, simplify: false };
			const complete = await completeOrder(store, order, parts);
			expect(complete).toMatchObject({ id: 7, products: [{ id: 1, quantity: 2 }, { id: 2 }] });
		},
	);

	it('is asked for once more', async () => {
		shop.server.faults.add({ kind: 'mutatedAnswer', field: '^data$', mutation: 'null', times: 1 });
		const { error } = await shop.run({ resource: 'product', ...all } as never);
		expect(error).toBeUndefined();
		expect(shop.requests()).toBe(2);
	});

	it.each(['total', 'billing_address', 'consignments', 'payment', 'fees'])(
		'of the %s of one order does not stop the read of all others',
		async (field) => {
			for (const mutation of ['null', 'wrongType', 'missing'] as const) {
				shop.server.faults.clear();
				shop.server.faults.add({
					kind: 'mutatedAnswer',
					path: '/v2/orders\\?',
					field: `^2\\.${field}`,
					mutation,
					times: 1,
				});
				const { error, outputs } = await shop.run({ resource: 'order', ...all } as never);
				expect(error).toBeUndefined();
				expect(outputs[0]).toHaveLength(40);
			}
		},
	);
});

describe('a mark that is not as it should be', () => {
	const mark = { resource: 'order', operation: 'markAsImported' };
	const items = [
		{ id: 105, sos: { documentType: 'salesorder', id: 77, number: 'BC-105', total: '1', hash: 'a' } },
	];

	it.each(['not JSON', '[1]', 'null', '"text"', '{"type":{"a":1},"id":null}'])(
		'names the order when its value is %s',
		async (value) => {
			await shop.run(mark as never, { items: items as never });
			const { metafields } = shop.server.state;
			const [own] = metafields.values().filter(({ resource_id }) => resource_id === 105);
			metafields.update(own.id, { value });
			const { error } = await shop.run(mark as never, { items: items as never });
			expect(error?.message).toBe(
				'Order 105 is marked as imported to an unknown document (ID unknown), not to salesorder BC-105 (ID 77)',
			);
		},
	);

	it('stops the read of all marks when it does not say whose it is', async () => {
		await shop.run(mark as never, { items: [{ ...items[0], id: 106 }] as never });
		shop.server.faults.add({ kind: 'mutatedAnswer', field: 'resource_id$', mutation: 'wrongType' });
		const { error } = await shop.run({ resource: 'order', ...all, leaveOutImported: true } as never);
		expect(error?.message).toMatch(/metafield \d+: "resource_id" is .*, not an ID/);
	});
});

describe('an SKU that is longer than BigCommerce keeps', () => {
	const tooLong = 'X'.repeat(100_000);
	const own = () => shop.server.state.products.values().find(({ sku }) => sku !== '' && !sku.includes(','))!;

	it.each(['product', 'variant', 'inventory'])(
		'finds nothing and fails no other one: %s',
		async (resource) => {
			const sku = resource === 'variant' ? variantSku() : own().sku;
			const run = async (skus: string[]) => await shop.run({ resource, ...all, filters: { skus } } as never);
			const alone = await run([sku]);
			const found = await run([tooLong, sku, 'Y'.repeat(256)]);
			expect(found.error).toBeUndefined();
			expect(found.outputs).toEqual(alone.outputs);
			expect((await run([tooLong])).outputs[0]).toEqual([]);
			expect(shop.requests()).toBe(0);
		},
	);

	it('is told to be too long where one product is meant', async () => {
		const parameters = { resource: 'product', operation: 'get', productId: bySku(tooLong) };
		const { error } = await shop.run(parameters as never);
		expect(error?.message).toBe(`The SKU "${'X'.repeat(40)}…" has 100000 characters; BigCommerce takes 255.`);
		expect(shop.requests()).toBe(0);
	});

	const variantSku = () =>
		shop.server.state.variants.values().find(({ sku }) => sku !== null && !sku.includes(','))!.sku!;
});
