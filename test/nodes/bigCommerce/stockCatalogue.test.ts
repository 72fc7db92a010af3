import { WholeCatalogue } from '../../../nodes/BigCommerce/stock/shop/catalogue';
import { WantedSkus } from '../../../nodes/BigCommerce/stock/shop/wantedSkus';
import { shopKey } from '../../../sync/sku';
import { scriptedStore, type ScriptedRequest } from './scriptedStore';

const products = [
	{ id: 1, sku: 'MUG', base_variant_id: 11, inventory_tracking: 'product' },
	{ id: 2, sku: 'TEE', base_variant_id: null, inventory_tracking: 'none' },
];
const variants = [
	{ id: 21, product_id: 2, sku: 'TEE-S', price: 12 },
	{ id: 22, product_id: 2, sku: 'TEE-M', price: 12 },
];
const page = (data: unknown[]) => ({ body: { data, meta: { pagination: { total_pages: 1 } } } });

describe('the products of a whole shop', () => {
	it.each([true, false])(
		'come with the SKUs of their variants (in the same list: %p)',
		async (isIncluded) => {
			const { store, asked } = scriptedStore(({ path }: ScriptedRequest) => {
				if (path.endsWith('/variants')) return page(variants);
				return page(
					products.map((product) => ({ ...product, ...(isIncluded && product.id === 2 && { variants }) })),
				);
			});
			const catalogue = await WholeCatalogue.read(store);
			expect(await catalogue.find(new WantedSkus(['mug', 'tee-m', 'NONE'], shopKey))).toEqual([
				{ sku: 'MUG', productId: 1, variantId: 11, tracking: 'product' },
				{ sku: 'TEE-M', productId: 2, variantId: 22, tracking: 'none' },
			]);
			expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual(
				isIncluded ? ['products'] : ['products', 'variants'],
			);
		},
	);
});
