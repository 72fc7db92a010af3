import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({}, { items: 320, orders: 1 })));
afterAll(async () => await shop.server.stop());

const products = () => shop.server.state.products.values();
const variants = () => shop.server.state.variants.values();
const commaSku = () => products().find(({ sku }) => sku.includes(','))!.sku;

describe('Product: Get', () => {
	const get = { resource: 'product', operation: 'get' };
	const by = (mode: string, value: unknown) => ({ __rl: true, mode, value }) as never;

	it.each([
		['ID', 'id', () => '105'],
		['list', 'list', () => '105'],
		['SKU in another case', 'sku', () => shop.server.state.products.get(105)!.sku.toLowerCase()],
		[
			'address in the control panel',
			'url',
			() => 'https://store-x.mybigcommerce.com/manage/products/edit/105',
		],
	])('finds a product by %s', async (_, mode, value) => {
		const [product] = jsonOf(await shop.run({ ...get, productId: by(mode, value()) }));
		expect(product.id).toBe(105);
	});

	it('finds an SKU with a comma', async () => {
		const [product] = jsonOf(await shop.run({ ...get, productId: by('sku', commaSku()) }));
		expect(product.sku).toBe(commaSku());
	});

	it('returns ten fields, or all of them', async () => {
		const [simple] = jsonOf(await shop.run({ ...get, productId: by('id', 105) }));
		expect(Object.keys(simple)).toHaveLength(10);
		const [raw] = jsonOf(await shop.run({ ...get, productId: by('id', 105), simplify: false }));
		expect(Object.keys(raw).length).toBeGreaterThan(40);
	});

	it('brings the variants along, with their options in words', async () => {
		const product = products().find(({ base_variant_id }) => base_variant_id === null)!;
		const parameters = { ...get, productId: by('id', product.id), includeVariants: true };
		const [found] = jsonOf(await shop.run(parameters));
		expect(found.variants).toHaveLength(product.variantIds.length);
		expect((found.variants as Array<{ options: string }>)[0].options).toMatch(/^S, /);
	});

	it.each([
		['an unknown ID', 'id', '99999', 'BigCommerce did not find product 99999'],
		['an unknown SKU', 'sku', 'NO-SUCH', 'No product in BigCommerce has SKU NO-SUCH'],
		['an ID that is none', 'id', 'x', '\'Product\' is "x"'],
	])('refuses %s', async (_, mode, value, message) => {
		const { error } = await shop.run({ ...get, productId: by(mode, value) });
		expect(error?.message).toContain(message);
	});

	it('refuses an ID that an expression left empty', async () => {
		const { error } = await shop.run({ ...get, productId: by('id', '={{ $json.missing }}') });
		expect(error?.message).toBe("'Product' is empty");
		expect(shop.requests()).toBe(0);
	});
});

describe('Product: Get Many', () => {
	const getMany = { resource: 'product', operation: 'getAll' };
	const all = { ...getMany, returnAll: true };

	it('reads all pages, and only as many as the limit needs', async () => {
		const found = jsonOf(await shop.run(all));
		expect(found.map(({ id }) => id)).toEqual(products().map(({ id }) => id));
		expect(shop.requests()).toBe(Math.ceil(products().length / 250));
		expect(jsonOf(await shop.run({ ...getMany, limit: 7 }))).toHaveLength(7);
		expect(shop.requests()).toBe(1);
	});

	it('finds SKUs in one request, and one with a comma in another', async () => {
		const skus = [shop.server.state.products.get(105)!.sku, commaSku()];
		const found = jsonOf(await shop.run({ ...all, filters: { skus: `={{ ${JSON.stringify(skus)} }}` } }));
		expect(found.map(({ sku }) => sku)).toEqual(skus);
		expect(shop.requests()).toBe(2);
	});

	it('finds by ID, name and date', async () => {
		const [first, second] = products();
		const byId = jsonOf(await shop.run({ ...all, filters: { productIds: `${first.id}, ${second.id}` } }));
		expect(byId.map(({ id }) => id)).toEqual([first.id, second.id]);
		const byName = jsonOf(await shop.run({ ...all, filters: { name: second.name } }));
		expect(byName.map(({ id }) => id)).toEqual([second.id]);
		const last = products().at(-1)!;
		const modifiedFrom = new Date(last.modifiedAt).toISOString();
		const byDate = jsonOf(await shop.run({ ...all, filters: { modifiedFrom } }));
		expect(byDate.map(({ id }) => id)).toEqual([last.id]);
	});

	it('says that the token lacks the scope', async () => {
		const { error } = await shop.run(all, { token: shop.server.tokens.ordersOnly });
		expect(error).toMatchObject({
			httpCode: '403',
			description: expect.stringContaining('Products (read-only)'),
		});
	});
});

describe('Variant: Get Many', () => {
	const all = { resource: 'variant', operation: 'getAll', returnAll: true };

	it('reads the variants of the store', async () => {
		const found = jsonOf(await shop.run(all));
		expect(found.map(({ id }) => id)).toEqual(variants().map(({ id }) => id));
	});

	it('reads those of some products', async () => {
		const product = products().find(({ base_variant_id }) => base_variant_id === null)!;
		const found = jsonOf(await shop.run({ ...all, filters: { productIds: String(product.id) } }));
		expect(found.map(({ id }) => id)).toEqual(product.variantIds);
	});

	it('finds SKUs whatever their case, by reading the list where that is cheaper than asking one by one', async () => {
		const wanted = variants()
			.filter(({ sku_id }) => sku_id !== null)
			.slice(0, 20);
		const skus = wanted.map(({ sku }) => sku.toLowerCase()).join('\n');
		const found = jsonOf(await shop.run({ ...all, filters: { skus } }));
		expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
		expect(shop.requests()).toBe(2);
	});
});
