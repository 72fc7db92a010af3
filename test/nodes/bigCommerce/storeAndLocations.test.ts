import { listSearch, loadOptions } from '../../../testing/engine/nodeMethods';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({}, { orders: 1 })));
afterAll(async () => await shop.server.stop());

describe('Store: Get', () => {
	it('leaves out whose store it is', async () => {
		const [store] = jsonOf(await shop.run({ resource: 'store', operation: 'get' }));
		expect(store).toMatchObject({ currency: 'USD', is_price_entered_with_tax: false });
		expect(JSON.stringify(store)).not.toMatch(/@example|Ada/);
	});

	it('returns it when asked to', async () => {
		const [store] = jsonOf(await shop.run({ resource: 'store', operation: 'get', includeOwner: true }));
		expect(store).toMatchObject({ first_name: 'Ada', admin_email: 'owner@example.com' });
	});
});

describe('Location: Get Many', () => {
	const all = { resource: 'location', operation: 'getAll', returnAll: true };

	it.each([
		[{}, [1, 2, 3]],
		[{ isDefault: true }, [1]],
		[{ isActive: false }, [3]],
		[{ codes: 'BC-LOCATION-2, BC-LOCATION-3' }, [2, 3]],
	])('filters by %j', async (filters, ids) => {
		const found = jsonOf(await shop.run({ ...all, filters }));
		expect(found.map(({ id }) => id)).toEqual(ids);
	});
});

describe('drop-downs', () => {
	const node = () => ({ node: 'bigCommerce', credentials: shop.credentials() });

	it('show order statuses by the store’s own labels', async () => {
		const options = await loadOptions({ ...node(), method: 'getOrderStatuses' });
		expect(options).toHaveLength(15);
		expect(options[11]).toEqual({ name: 'Ready to pack (Awaiting Fulfillment)', value: 11 });
		expect(options[2]).toEqual({ name: 'Shipped', value: 2 });
	});

	it('show channels and locations', async () => {
		const channels = await loadOptions({ ...node(), method: 'getChannels' });
		expect(channels).toEqual([
			{ name: 'Harbor Supply', value: 1 },
			{ name: 'Harbor Outlet', value: 1001 },
		]);
		const locations = await loadOptions({ ...node(), method: 'getLocations' });
		expect(locations.map(({ name }) => name)).toEqual([
			'Default location',
			'East warehouse',
			'Old warehouse (disabled)',
		]);
		const oneOrDefault = await loadOptions({ ...node(), method: 'getLocationOrDefault' });
		expect(oneOrDefault).toEqual([{ name: "The Store's Default Location", value: '' }, ...locations]);
	});

	it('search products page by page', async () => {
		const first = await listSearch({ ...node(), method: 'searchProducts' });
		expect(first.results).toHaveLength(50);
		const second = await listSearch({
			...node(),
			method: 'searchProducts',
			paginationToken: first.paginationToken as string,
		});
		expect(second.results[0].value).not.toBe(first.results[0].value);
		const one = shop.server.state.products.get(104)!;
		const found = await listSearch({ ...node(), method: 'searchProducts', filter: one.sku });
		expect(found).toEqual({
			results: [{ name: `${one.name} (${one.sku})`, value: '104' }],
			paginationToken: undefined,
		});
	});

	it('let a refusal surface', async () => {
		const credentials = shop.credentials('made-up-token');
		await expect(loadOptions({ ...node(), credentials, method: 'getChannels' })).rejects.toThrow(
			'BigCommerce does not accept the access token',
		);
	});
});

describe('the credential', () => {
	it('that names no store is refused before anything is sent', async () => {
		const credentials = { bigCommerceApi: { apiPath: 'https://example.com/', accessToken: 'x' } };
		const result = await shop.run({ resource: 'store', operation: 'get' }, { credentials } as never);
		expect(result.error?.message).toBe('The API path in the BigCommerce credential names no store');
	});

	it.each([
		['/v2/', (path: string) => path.replace('/v3/', '/v2/')],
		['the bare address of the store', (path: string) => path.replace('/v3/', '')],
	])('takes an API path that ends in %s', async (_, change) => {
		const apiPath = change(shop.server.apiPath);
		const credentials = { bigCommerceApi: { apiPath, accessToken: shop.server.tokens.full } };
		const result = await shop.run({ resource: 'store', operation: 'get' }, { credentials } as never);
		expect(jsonOf(result)).toMatchObject([{ name: 'Harbor Supply' }]);
	});

	it('takes a bare store hash with a base URL', async () => {
		const { url, storeHash, tokens } = shop.server;
		const credentials = {
			bigCommerceApi: { apiPath: storeHash, baseUrl: `${url}/`, accessToken: tokens.full },
		};
		const result = await shop.run({ resource: 'store', operation: 'get' }, { credentials } as never);
		expect(jsonOf(result)).toMatchObject([{ name: 'Harbor Supply' }]);
	});
});
