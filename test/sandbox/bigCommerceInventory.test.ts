import type { Product, Variant } from '../../sandbox/bigCommerce/records/product';
import { openStore, told, type OpenStore } from './bigCommerceClient';

const absolute = '/v3/inventory/adjustments/absolute';
const relative = '/v3/inventory/adjustments/relative';

describe('BigCommerce sandbox: stock', () => {
	let store: OpenStore;
	let byProduct: Product;
	let otherByProduct: Product;
	let untracked: Product;
	let variant: Variant;
	beforeEach(async () => {
		store = await openStore({ stockVisibleAfterMs: 0 }, { items: 200, orders: 1 });
		const products = store.server.state.products.values();
		[byProduct, otherByProduct] = products.filter(
			(product) => product.inventory_tracking === 'product' && product.base_variant_id !== null,
		);
		untracked = products.find((product) => product.inventory_tracking === 'none' && product.sku !== '')!;
		const withVariants = products.find((product) => product.inventory_tracking === 'variant')!;
		variant = store.server.state.variants.get(withVariants.variantIds[0])!;
	});
	afterEach(() => store.server.stop());

	const onhand = async (product: number, location = 1) => {
		const { data } = await store.http.get(
			`/v3/inventory/items?product_id:in=${product}&location_id:in=${location}`,
		);
		return data.data[0].locations[0].total_inventory_onhand;
	};
	const row = (identity: object, quantity = 7, location_id = 1) => ({ ...identity, quantity, location_id });

	it('sets absolute figures and answers a transaction without data around it', async () => {
		const items = [
			row({ product_id: byProduct.id }),
			row({ sku: variant.sku }, 9),
			row({ product_id: byProduct.id }, 3, 2),
		];
		const answer = await store.http.put(absolute, { reason: 'count', items });
		expect(told(answer)).toEqual({
			status: 200,
			data: { transaction_id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
		});
		expect([await onhand(byProduct.id), await onhand(byProduct.id, 2)]).toEqual([7, 3]);
		const { data } = await store.http.get(`/v3/inventory/items?variant_id:in=${variant.id}`);
		expect(data.data[0].locations[0].available_to_sell).toBe(9);
	});

	it('uses PUT for absolute and POST for relative', async () => {
		expect((await store.http.post(absolute, { items: [] })).status).toBe(404);
		expect((await store.http.put(relative, { items: [] })).status).toBe(404);
	});

	it('adds relative figures, only after an absolute one and not below the safety stock', async () => {
		const uninitialised = await store.http.post(relative, {
			items: [row({ product_id: byProduct.id }, 1, 2)],
		});
		expect(told(uninitialised)).toMatchObject({
			status: 422,
			data: {
				title: `Items with identity: [product_id ${byProduct.id}] requires absolute adjustment before relative`,
			},
		});
		await store.http.put(absolute, { items: [row({ product_id: byProduct.id }, 10)] });
		await store.http.put('/v3/inventory/locations/1/items', {
			settings: [{ identity: { product_id: byProduct.id }, safety_stock: 4 }],
		});
		expect((await store.http.post(relative, { items: [row({ product_id: byProduct.id }, -6)] })).status).toBe(
			200,
		);
		expect((await store.http.post(relative, { items: [row({ product_id: byProduct.id }, -1)] })).status).toBe(
			422,
		);
		const [{ locations }] = (await store.http.get(`/v3/inventory/items?product_id:in=${byProduct.id}`)).data
			.data;
		expect(locations[0]).toMatchObject({
			total_inventory_onhand: 4,
			available_to_sell: 0,
			settings: { safety_stock: 4 },
		});
	});

	it('insists on the id that fits where the product counts its stock', async () => {
		const byVariantId = await store.http.put(absolute, {
			items: [row({ variant_id: byProduct.base_variant_id })],
		});
		expect(byVariantId.data.title).toBe(
			`[Item with variant_id ${byProduct.base_variant_id} is tracked by product, please update stock by product id]`,
		);
		const byProductId = await store.http.put(absolute, { items: [row({ product_id: variant.product_id })] });
		expect(byProductId.data.title).toBe(
			`[Item with product_id ${variant.product_id} is tracked by variant, please update stock by variant id]`,
		);
		expect((await store.http.put(absolute, { items: [row({ sku: byProduct.sku })] })).status).toBe(422);
		store.server.settings.skuOfProductTrackedItem = 'accepted';
		expect(
			(await store.http.put(absolute, { items: [row({ sku: byProduct.sku.toLowerCase() })] })).status,
		).toBe(200);
		expect((await store.http.put(absolute, { items: [row({ product_id: untracked.id })] })).status).toBe(422);
		store.server.settings.untrackedAdjustment = 'ignored';
		expect((await store.http.put(absolute, { items: [row({ product_id: untracked.id })] })).status).toBe(200);
	});

	it('rejects a batch with unknown rows as a whole, naming them', async () => {
		const before = await onhand(byProduct.id);
		const items = [row({ product_id: byProduct.id }, before + 1), row({ sku: 'NO-1' }), row({ sku: 'NO-2' })];
		const answer = await store.http.put(absolute, { items });
		expect(told(answer)).toMatchObject({
			status: 422,
			data: { title: 'Items with identity: [sku NO-1, sku NO-2] not found' },
		});
		expect(answer.headers['content-type']).toMatch(/problem\+json/);
		expect(await onhand(byProduct.id)).toBe(before);
		expect(
			(
				await store.http.put(absolute, {
					items: [row({ product_id: byProduct.id }, 1, 8), row({ product_id: byProduct.id }, 1, 9)],
				})
			).data.title,
		).toBe('Location not found, identities: [8,9]');
		store.server.settings.badAdjustmentRow = 'othersApplied';
		expect((await store.http.put(absolute, { items })).status).toBe(422);
		expect(await onhand(byProduct.id)).toBe(before + 1);
	});

	it('wants exactly one identity and whole numbers', async () => {
		const bad = [
			row({}),
			row({ product_id: byProduct.id, sku: byProduct.sku }),
			row({ product_id: byProduct.id }, 1.5),
			row({ product_id: String(byProduct.id) }),
			{ product_id: byProduct.id, quantity: 1 },
			row({ product_id: byProduct.id }, -1),
		];
		for (const item of bad) expect((await store.http.put(absolute, { items: [item] })).status).toBe(422);
		expect((await store.http.put(absolute, { items: [] })).status).toBe(422);
		const twice = [row({ product_id: byProduct.id }, 1), row({ product_id: byProduct.id }, 2)];
		expect((await store.http.put(absolute, { items: twice })).status).toBe(422);
		expect(
			(await store.http.put(absolute, { items: [row({ product_id: byProduct.id }, 1, 3)] })).data.title,
		).toContain('disabled');
	});

	it('takes 2,000 rows and not one more', async () => {
		const items = Array.from({ length: 2001 }, () => row({ product_id: byProduct.id }));
		expect((await store.http.put(absolute, { items })).status).toBe(413);
		store.server.settings.repeatedAdjustmentRow = 'lastWins';
		expect((await store.http.put(absolute, { items: items.slice(1) })).status).toBe(200);
	});

	it('shows a written figure only after a while', async () => {
		const before = await onhand(byProduct.id);
		store.server.settings.stockVisibleAfterMs = 60_000;
		await store.http.put(absolute, { items: [row({ product_id: byProduct.id }, before + 5)] });
		expect(await onhand(byProduct.id)).toBe(before);
		expect((await store.http.get(`/v3/catalog/products/${byProduct.id}`)).data.data.inventory_level).toBe(
			before,
		);
		store.server.settings.stockVisibleAfterMs = 0;
		expect(await onhand(byProduct.id)).toBe(before + 5);
	});

	it('lists items by SKU, variant and product, untracked ones and case as it is set to', async () => {
		const skus = async (query: string) =>
			(await store.http.get(`/v3/inventory/items?${query}`)).data.data.map(
				(item: { identity: { sku: string } }) => item.identity.sku,
			);
		expect(await skus(`sku:in=${byProduct.sku},${variant.sku.toLowerCase()},NOPE`)).toEqual([
			byProduct.sku,
			variant.sku,
		]);
		expect(await skus(`product_id:in=${otherByProduct.id}`)).toEqual([otherByProduct.sku]);
		expect(await skus(`sku:in=${untracked.sku}`)).toEqual([untracked.sku]);
		Object.assign(store.server.settings, { untrackedInInventory: false, inventorySkuMatch: 'exact' });
		expect(await skus(`sku:in=${untracked.sku},${byProduct.sku.toLowerCase()},${variant.sku}`)).toEqual([
			variant.sku,
		]);
	});

	it('cannot find a SKU with a comma in a comma list', async () => {
		const sku = store.server.state.products
			.values()
			.map((product) => product.sku)
			.find((text) => text.includes(','));
		expect(sku).toBeDefined();
		expect((await store.http.get('/v3/inventory/items', { params: { 'sku:in': sku } })).data.data).toEqual(
			[],
		);
	});

	it('pages up to 1,000 items and tells how many there are', async () => {
		const { data } = await store.http.get('/v3/inventory/items?limit=3&page=2');
		const total = store.server.state.stock.size;
		expect(data.meta.pagination).toMatchObject({
			total,
			count: 3,
			per_page: 3,
			current_page: 2,
			total_pages: Math.ceil(total / 3),
		});
		expect(data.meta.pagination.links).toEqual({
			previous: '?page=1&limit=3',
			current: '?page=2&limit=3',
			next: '?page=3&limit=3',
		});
		expect((await store.http.get('/v3/inventory/items?page=99')).data.data).toEqual([]);
		expect((await store.http.get('/v3/inventory/items?limit=1001')).status).toBe(413);
		expect((await store.http.get('/v3/inventory/items?limit=1000')).status).toBe(200);
		store.server.settings.limitAboveMaximum = 'clamped';
		expect((await store.http.get('/v3/inventory/items?limit=1001')).data.meta.pagination.per_page).toBe(1000);
	});

	it('knows its locations', async () => {
		const { data } = await store.http.get('/v3/inventory/locations');
		expect(
			data.data.map((location: { id: number; enabled: boolean }) => [location.id, location.enabled]),
		).toEqual([
			[1, true],
			[2, true],
			[3, false],
		]);
		expect((await store.http.get('/v3/inventory/locations?is_default=true')).data.data).toHaveLength(1);
		expect((await store.http.get('/v3/inventory/locations/9/items')).status).toBe(404);
		const [item] = (await store.http.get(`/v3/inventory/locations/2/items?product_id:in=${byProduct.id}`))
			.data.data;
		expect(item).toMatchObject({ identity: { product_id: byProduct.id }, total_inventory_onhand: 0 });
	});
});
