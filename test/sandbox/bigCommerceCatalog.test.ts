import { openStore, type OpenStore } from './bigCommerceClient';

describe('BigCommerce sandbox: catalogue, customers, store, webhooks', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore({}, { items: 200, orders: 1 });
	});
	afterAll(() => store.server.stop());

	const list = async (path: string, params: object = {}) =>
		(await store.http.get(path, { params })).data.data as Array<Record<string, unknown>>;
	const products = () => store.server.state.products.values();

	it('finds products by SKU in any case, by id and by name', async () => {
		const [first, second] = products().filter(
			({ sku, base_variant_id }) => sku !== '' && base_variant_id !== null,
		);
		const ids = async (params: object) => (await list('/v3/catalog/products', params)).map(({ id }) => id);
		expect(await ids({ sku: first.sku.toLowerCase() })).toEqual([first.id]);
		expect(await ids({ 'sku:in': `${first.sku},${second.sku}` })).toEqual([first.id, second.id]);
		expect(await ids({ 'id:in': `${second.id},${first.id}` })).toEqual([first.id, second.id]);
		expect(await ids({ name: first.name })).toEqual([first.id]);
		expect(await ids({ keyword: first.sku })).toContain(first.id);
		expect(await ids({ 'sku:in': 'NOPE' })).toEqual([]);
	});

	it('finds variants by SKU, base variants only where it is set to, and takes no list of SKUs', async () => {
		const variant = store.server.state.variants.values().find(({ sku_id }) => sku_id !== null)!;
		const base = store.server.state.variants
			.values()
			.find(({ sku_id, sku }) => sku_id === null && sku !== '')!;
		const ids = async (params: object) => (await list('/v3/catalog/variants', params)).map(({ id }) => id);
		expect(await ids({ sku: variant.sku })).toEqual([variant.id]);
		expect(await ids({ sku: base.sku })).toEqual([]);
		store.server.settings.baseVariantsBySku = true;
		expect(await ids({ sku: base.sku })).toEqual([base.id]);
		expect((await ids({ 'sku:in': variant.sku, limit: 250 })).length).toBe(200);
		expect(await ids({ 'product_id:in': base.product_id })).toEqual([base.id]);
		expect((await list(`/v3/catalog/products/${variant.product_id}/variants`)).map(({ id }) => id)).toContain(
			variant.id,
		);
	});

	it('gives variants and chosen fields when asked, and ten products a page with options', async () => {
		const [chosen] = await list('/v3/catalog/products', {
			include: 'variants',
			include_fields: 'sku,inventory_level',
			limit: 1,
		});
		expect(Object.keys(chosen).sort()).toEqual(['id', 'inventory_level', 'sku', 'variants']);
		const [reduced] = await list('/v3/catalog/products', { exclude_fields: 'description', limit: 1 });
		expect(reduced).not.toHaveProperty('description');
		expect(await list('/v3/catalog/products', { include: 'options', limit: 250 })).toHaveLength(10);
		const withOptions = products().find(({ base_variant_id }) => base_variant_id === null)!;
		const { data } = await store.http.get(`/v3/catalog/products/${withOptions.id}?include=options`);
		expect(data.data.options.map(({ display_name }: Record<string, string>) => display_name)).toEqual([
			'Size',
			'Color',
		]);
	});

	it('filters and sorts by stock, the figure being that of the default location', async () => {
		const stocked = await list('/v3/catalog/products', {
			'inventory_level:min': 100,
			sort: 'inventory_level',
			direction: 'desc',
			limit: 250,
		});
		const levels = stocked.map((product) => Number(product.inventory_level));
		expect(levels.length).toBeGreaterThan(3);
		expect(levels).toEqual([...levels].sort((one, other) => other - one));
		expect(Math.min(...levels)).toBeGreaterThanOrEqual(100);
	});

	it('adds the time of day to a modification date without one', async () => {
		const startOfDay = new Date(new Date().toISOString().slice(0, 10)).getTime();
		const [product] = products();
		store.server.state.products.update(product.id, { modifiedAt: startOfDay });
		const day = new Date(startOfDay).toISOString().slice(0, 10);
		const ids = async (from: string) =>
			(await list('/v3/catalog/products', { 'date_modified:min': from })).map(({ id }) => id);
		expect(await ids(`${day}T00:00:00+00:00`)).toEqual([product.id]);
		expect(await ids(day)).toEqual([]);
	});

	it('switches tracking on, after which stock can be set by the id that fits', async () => {
		const adjust = (row: object) =>
			store.http.put('/v3/inventory/adjustments/absolute', {
				items: [{ location_id: 1, quantity: 5, ...row }],
			});
		const simple = products().find(
			(product) => product.inventory_tracking === 'none' && product.base_variant_id !== null,
		)!;
		expect((await adjust({ product_id: simple.id })).status).toBe(422);
		const answer = await store.http.put('/v3/catalog/products', [
			{ id: simple.id, inventory_tracking: 'product' },
		]);
		expect(answer.data.data).toMatchObject([{ id: simple.id, inventory_tracking: 'product' }]);
		expect((await adjust({ product_id: simple.id })).status).toBe(200);
		const withOptions = products().find((product) => product.inventory_tracking === 'variant')!;
		await store.http.put(`/v3/catalog/products/${withOptions.id}`, {
			inventory_tracking: 'product',
			inventory_level: 9,
		});
		expect((await adjust({ variant_id: withOptions.variantIds[0] })).status).toBe(422);
		expect(await list('/v3/inventory/items', { 'product_id:in': withOptions.id })).toMatchObject([
			{ identity: { variant_id: null } },
		]);
		await store.http.put(`/v3/catalog/products/${withOptions.id}`, { inventory_tracking: 'variant' });
		const [variantId] = withOptions.variantIds;
		expect(
			(await store.http.put('/v3/catalog/variants', [{ id: variantId, inventory_level: 4 }])).status,
		).toBe(200);
		expect(
			(await store.http.put(`/v3/catalog/products/${simple.id}`, { inventory_tracking: 'variant' })).status,
		).toBe(422);
	});

	it('keeps SKUs unique whatever their case, follows a change of SKU, and limits batches', async () => {
		const [first, second] = products().filter(
			({ sku, base_variant_id }) => sku !== '' && base_variant_id !== null,
		);
		expect(
			(await store.http.put(`/v3/catalog/products/${first.id}`, { sku: second.sku.toLowerCase() })).status,
		).toBe(409);
		expect((await store.http.put(`/v3/catalog/products/${first.id}`, { sku: 'NEW-1' })).data.data.sku).toBe(
			'NEW-1',
		);
		expect(await list('/v3/inventory/items', { 'sku:in': 'new-1' })).toMatchObject([
			{ identity: { product_id: first.id, sku: 'NEW-1' } },
		]);
		expect(
			(
				await store.http.put(
					'/v3/catalog/products',
					Array.from({ length: 11 }, () => ({ id: first.id })),
				)
			).status,
		).toBe(413);
		expect(
			(
				await store.http.put(
					'/v3/catalog/variants',
					Array.from({ length: 51 }, () => ({ id: 1 })),
				)
			).status,
		).toBe(413);
		expect((await store.http.put('/v3/catalog/products', [{ id: 999_999 }])).status).toBe(404);
	});

	it('refuses what is of the wrong type, naming the field', async () => {
		const [product] = products();
		const refusals: Array<[string, object, string]> = [
			[`/v3/catalog/products/${product.id}`, { price: '12.50' }, 'price'],
			[`/v3/catalog/products/${product.id}`, { is_visible: 'yes' }, 'is_visible'],
			[`/v3/catalog/products/${product.id}`, { sku: 'x'.repeat(256) }, 'sku'],
			[`/v3/catalog/products/${product.id}`, { availability: 'sometimes' }, 'availability'],
		];
		for (const [path, body, field] of refusals) {
			const { status, data } = await store.http.put(path, body);
			expect([status, Object.keys(data.errors)]).toEqual([422, [field]]);
		}
		expect(products()[0]).toEqual(product);
	});

	it('lists registered customers only', async () => {
		const customers = await list('/v3/customers', { include: 'addresses', limit: 250 });
		expect(customers).toHaveLength(25);
		expect(customers[0].company).toBe(customers[1].company);
		const [one] = await list('/v3/customers', { 'email:in': String(customers[4].email) });
		expect(one).toMatchObject({ id: customers[4].id, email: customers[4].email });
		expect(
			(await list('/v3/customers', { 'id:in': '1,2', include: 'addresses' }))[0].addresses,
		).toMatchObject([{ state_or_province: expect.any(String) }]);
	});

	it('tells time, store, channels and how stock moves', async () => {
		expect((await store.http.get('/v2/time')).data).toEqual({ time: expect.any(Number) });
		expect((await store.http.get('/v2/store')).data).toMatchObject({
			id: 'sandbox1',
			is_price_entered_with_tax: false,
			timezone: { raw_offset: -21600 },
		});
		expect(await list('/v3/channels')).toMatchObject([{ id: 1 }, { id: 1001 }]);
		expect((await store.http.get('/v3/settings/inventory')).data.data).toMatchObject({
			update_stock_behavior: 'order_placed',
		});
	});

	it('manages webhooks: HTTPS on port 443 only, ten per scope, one per destination, its own only', async () => {
		const hook = {
			scope: 'store/order/created',
			destination: 'https://n8n.example.com/webhook/1',
			headers: { secret: 'x' },
		};
		const { data } = await store.http.post('/v3/hooks', hook);
		expect(data.data).toMatchObject({
			...hook,
			is_active: true,
			client_id: 'sandbox-client-full',
			store_hash: 'sandbox1',
		});
		for (const destination of [
			'http://n8n.example.com/',
			'https://n8n.example.com:5678/',
			'nowhere',
			hook.destination,
		]) {
			expect((await store.http.post('/v3/hooks', { ...hook, destination })).status).toBe(422);
		}
		for (let number = 2; number <= 10; number += 1) {
			expect(
				(
					await store.http.post('/v3/hooks', {
						...hook,
						destination: `https://n8n.example.com/webhook/${number}`,
					})
				).status,
			).toBe(200);
		}
		expect(
			(await store.http.post('/v3/hooks', { ...hook, destination: 'https://n8n.example.com/webhook/11' }))
				.status,
		).toBe(422);
		expect((await store.as(store.server.tokens.readOnly).get('/v3/hooks')).data.data).toEqual([]);
		expect(
			(await store.http.put(`/v3/hooks/${data.data.id}`, { is_active: false })).data.data.is_active,
		).toBe(false);
		expect(await list('/v3/hooks', { is_active: false })).toHaveLength(1);
		const gone = await store.http.delete(`/v3/hooks/${data.data.id}`);
		expect([gone.status, gone.data.data.id]).toEqual([200, data.data.id]);
		expect((await store.http.get(`/v3/hooks/${data.data.id}`)).status).toBe(404);
	});
});
