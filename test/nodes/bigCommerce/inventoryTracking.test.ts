import type { Product } from '../../../sandbox/bigCommerce/records/product';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { codesOf, sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeEach(async () => void (shop = await StockShop.start({}, { items: 400 })));
afterEach(async () => await shop.server.stop());

const switching = { ...update, options: { switchTracking: true } };
const untracked = (isSimple: boolean) =>
	shop.server.state.products
		.values()
		.filter(
			({ inventory_tracking, base_variant_id }) =>
				inventory_tracking === 'none' && (base_variant_id !== null) === isSimple,
		);
const skusOf = ({ variantIds }: Product) =>
	variantIds.map((id) => shop.server.state.variants.get(id)!.sku).filter((sku) => sku !== '');
const trackingOf = ({ id }: Product) => shop.server.state.products.get(id)!.inventory_tracking;
const rowsOf = (skus: string[]) => skus.map((sku) => sosItem(sku, 8));

describe('Switch Tracking On', () => {
	it('tracks a plain product by product, and gives it its figure', async () => {
		const [product] = untracked(true).filter((one) => skusOf(one).length > 0);
		const result = await shop.run(switching, { items: rowsOf(skusOf(product)) });
		expect(jsonOf(result)).toMatchObject([{ after: 8, written: true }]);
		expect(trackingOf(product)).toBe('product');
		expect(shop.onHand(shop.server.state.stock.get(product.variantIds[0])!)).toBe(8);
	});

	it('tracks a product with options by variant', async () => {
		const [product] = untracked(false);
		const result = await shop.run(switching, { items: rowsOf(skusOf(product)) });
		expect(jsonOf(result)).toHaveLength(product.variantIds.length);
		expect(trackingOf(product)).toBe('variant');
	});

	it('leaves a product alone one of whose variants has no figure', async () => {
		const [product] = untracked(false);
		const result = await shop.run(switching, { items: rowsOf(skusOf(product).slice(1)) });
		expect(new Set(codesOf(result))).toEqual(new Set(['STOCK_TRACKING_OFF']));
		expect(trackingOf(product)).toBe('none');
	});

	it('is not done unless it is chosen, nor by a plan', async () => {
		const [product] = untracked(true).filter((one) => skusOf(one).length > 0);
		const items = rowsOf(skusOf(product));
		expect(codesOf(await shop.run(update, { items }))).toEqual(['STOCK_TRACKING_OFF']);
		expect(jsonOf(await shop.run({ ...switching, planOnly: true }, { items }))).toMatchObject([
			{ after: 8, written: false },
		]);
		expect(trackingOf(product)).toBe('none');
	});

	it('says which scope is missing, and sets the stock of the others', async () => {
		const [product] = untracked(true).filter((one) => skusOf(one).length > 0);
		const [other] = shop.counted();
		const [full, readOnly] = [shop.server.accounts.full, shop.server.accounts.readOnly];
		const { products } = full.grants;
		full.grants.products = readOnly.grants.products;
		try {
			const items = rowsOf([...skusOf(product), other.sku]);
			const result = await shop.run(switching, { items });
			expect(jsonOf(result)).toMatchObject([{ sku: other.sku, written: true }]);
			expect(jsonOf(result, 1)).toMatchObject([
				{
					sku: skusOf(product)[0],
					reason: {
						code: 'STOCK_TRACKING_NOT_SWITCHED',
						fix: expect.stringContaining('Products (modify)'),
					},
				},
			]);
		} finally {
			full.grants.products = products;
		}
	});

	it('switches ten products with a request, and asks again after an answer that got lost', async () => {
		const products = untracked(true).filter((one) => skusOf(one).length > 0);
		const items = rowsOf(products.flatMap(skusOf));
		shop.server.faults.add({ kind: 'serverError503', path: 'catalog/products', times: 1, method: 'PUT' });
		const result = await shop.run(switching, { items });
		expect(jsonOf(result)).toHaveLength(items.length);
		expect(shop.server.counters.byRoute['PUT /v3/catalog/products']).toBe(
			Math.ceil(products.length / 10) + 1,
		);
	});
});
