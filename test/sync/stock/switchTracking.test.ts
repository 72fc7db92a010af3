import { planStockSwitchingTracking } from '../../../sync/stock/switchTracking';
import type { ShopStockRow } from '../../../sync/stock/stockPlan';
import { shopRow, sos, sosItem } from './rows';

const off = (sku: string, other: Partial<ShopStockRow> = {}) =>
	shopRow(sku, undefined, { tracking: 'none', locationId: undefined, ...other });

test('a product with one variant is tracked by product and gets its figure', () => {
	const row = off('MUG');
	const plan = planStockSwitchingTracking({ source: sos(sosItem('MUG', 5)), shop: [row] });
	expect(plan.switches).toEqual([{ productId: row.productId, tracking: 'product' }]);
	expect(plan.writes).toMatchObject([
		{ identity: { product_id: row.productId }, before: undefined, after: 5 },
	]);
	expect(plan.skipped).toEqual([]);
});

test('a product with several variants is tracked by variant', () => {
	const shop = ['S', 'M'].map((sku) => off(sku, { productId: 77 }));
	const plan = planStockSwitchingTracking({ source: sos(sosItem('S', 5), sosItem('M', 6)), shop });
	expect(plan.switches).toEqual([{ productId: 77, tracking: 'variant' }]);
	expect(plan.writes.map(({ identity }) => identity)).toEqual(
		shop.map(({ variantId }) => ({ variant_id: variantId })),
	);
});

test('a product one of whose variants would be left without stock stays as it is', () => {
	const shop = ['S', 'M'].map((sku) => off(sku, { productId: 77 }));
	const source = sos(sosItem('S', 5), sosItem('M', 6, { updateBigCommerce: false }));
	const plan = planStockSwitchingTracking({ source, shop });
	expect(plan).toMatchObject({ switches: [], writes: [] });
	expect(plan.skipped.map(({ sku, reason }) => `${sku} ${reason.code}`)).toEqual([
		'S STOCK_TRACKING_OFF',
		'M STOCK_UPDATE_OFF',
	]);
});

test('a SKU that is on two products switches neither', () => {
	const plan = planStockSwitchingTracking({ source: sos(sosItem('MUG', 5)), shop: [off('MUG'), off('MUG')] });
	expect(plan).toMatchObject({ switches: [], writes: [] });
});

test('products that are tracked already are planned as ever', () => {
	const row = shopRow('MUG', 5);
	const plan = planStockSwitchingTracking({ source: sos(sosItem('MUG', 5)), shop: [row] });
	expect(plan).toMatchObject({ switches: [], writes: [], unchanged: [{ sku: 'MUG' }] });
});
