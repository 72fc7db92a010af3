import { planStock } from '../../../sync/stock/planStock';
import type { StockPlan, StockPlanInput } from '../../../sync/stock/stockPlan';
import { given, shopRow, sos, sosItem } from './rows';

/** Every skipped SKU with the code of its condition; nothing may be written beside them. */
function skips(input: StockPlanInput): string[] {
	const plan = planStock(input);
	expect(plan.writes).toEqual([]);
	return codes(plan);
}

const codes = (plan: StockPlan) => plan.skipped.map(({ sku, reason }) => `${sku} ${reason.code}`);

describe('each condition that stops a SKU is named', () => {
	test('an SOS item without SKU', () => {
		expect(skips({ source: sos(sosItem(' ', 5), sosItem(null, 5)), shop: [] })).toEqual([
			' STOCK_NO_SKU',
			' STOCK_NO_SKU',
		]);
	});

	test('a variant without SKU, once for all its locations', () => {
		const row = shopRow('', 3);
		const plan = planStock({ source: sos(), shop: [row, { ...row, locationId: 2 }] });
		expect(codes(plan)).toEqual([' STOCK_NO_SKU']);
		expect(plan.skipped[0].reason.message).toContain(`product ${row.productId}`);
	});

	test('a given row without SKU', () => {
		expect(skips({ source: given({ sku: undefined }), shop: [] })).toEqual([' STOCK_NO_SKU']);
	});

	test('a SKU the shop does not have', () => {
		expect(skips({ source: sos(sosItem('MUG', 5)), shop: [] })).toEqual(['MUG STOCK_NOT_IN_SHOP']);
	});

	test('a SKU that SOS does not have', () => {
		expect(skips({ source: sos(), shop: [shopRow('MUG', 5)] })).toEqual(['MUG STOCK_NOT_IN_SOS']);
	});

	test('an alias to a SKU that SOS does not have names both', () => {
		const matching = { aliases: [{ shopSku: 'MUG6', sosSku: 'MUG', packSize: 6 }] };
		const plan = planStock({ source: sos(), shop: [shopRow('MUG6', 5)], settings: { matching } });
		expect(plan.skipped[0].reason.message).toMatch(/MUG6 .*MUG,/);
	});

	test('one SKU on two SOS items: neither is pushed, both are named', () => {
		const first = sosItem('MUG', 5, { name: 'Mug, blue' });
		const second = sosItem('MUG', 7, { name: 'Mug, red' });
		const plan = planStock({ source: sos(first, second), shop: [shopRow('MUG', 1)] });
		expect(plan.writes).toEqual([]);
		expect(codes(plan)).toEqual(['MUG STOCK_DUPLICATE_IN_SOS']);
		expect(plan.skipped[0].reason.message).toMatch(/Mug, blue.*Mug, red/);
		expect(plan.skipped[0].reason.details).toEqual({ itemIds: [first.id, second.id] });
	});

	test('the same SOS item twice, as shifting pages return it, is no duplicate', () => {
		const item = sosItem('MUG', 5);
		const plan = planStock({ source: sos(item, { ...item }), shop: [shopRow('MUG', 1)] });
		expect(plan.writes.map(({ after }) => after)).toEqual([5]);
	});

	test('an archived item with the same SKU does not stand in the way of the live one', () => {
		const live = sosItem('MUG', 5);
		const old = sosItem('MUG', 9, { archived: true });
		for (const items of [
			[old, live],
			[live, old],
		]) {
			const plan = planStock({ source: sos(...items), shop: [shopRow('MUG', 1)] });
			expect(plan.writes.map(({ after }) => after)).toEqual([5]);
		}
	});

	test('one SKU on two variants: neither is pushed, both are named', () => {
		const [first, second] = [shopRow('MUG', 1), shopRow('MUG', 2)];
		const plan = planStock({ source: sos(sosItem('MUG', 5)), shop: [first, second] });
		expect(plan.writes).toEqual([]);
		expect(codes(plan)).toEqual(['MUG STOCK_DUPLICATE_IN_SHOP']);
		expect(plan.skipped[0].reason.details).toEqual({
			productIds: [first.productId, second.productId],
			variantIds: [first.variantId, second.variantId],
		});
	});

	test('one SKU given twice for one location', () => {
		expect(skips({ source: given({}, {}), shop: [shopRow('MUG', 1)] })).toEqual([
			'MUG STOCK_DUPLICATE_IN_INPUT',
		]);
	});

	test('tracking off', () => {
		const row = shopRow('MUG', undefined, { tracking: 'none', locationId: undefined });
		const plan = planStock({ source: sos(sosItem('MUG', 5)), shop: [row] });
		expect(codes(plan)).toEqual(['MUG STOCK_TRACKING_OFF']);
		expect(plan.skipped[0].reason.details).toEqual({ productId: row.productId, variantId: row.variantId });
	});

	test.each([false, null, undefined])('"Update inventory in BigCommerce" is %s', (updateBigCommerce) => {
		const source = sos(sosItem('MUG', 5, { updateBigCommerce }));
		const shop = [shopRow('MUG', 1)];
		expect(skips({ source, shop })).toEqual(['MUG STOCK_UPDATE_OFF']);
		expect(planStock({ source, shop, settings: { requireUpdateBigCommerce: false } }).writes).toHaveLength(1);
	});

	test('archived', () => {
		const source = sos(sosItem('MUG', 5, { archived: true }));
		expect(skips({ source, shop: [shopRow('MUG', 1)] })).toEqual(['MUG STOCK_ARCHIVED']);
	});

	test.each(['Non-inventory', 'Service', 'Labor', 'Overhead', 'Expense', 'Category', 'Other'])(
		'type %s bears no stock',
		(type) => {
			const source = sos(sosItem('MUG', 5, { type }));
			expect(skips({ source, shop: [shopRow('MUG', 1)] })).toEqual(['MUG STOCK_TYPE_WITHOUT_STOCK']);
		},
	);

	test.each(['Inventory Item', 'Assembly', 'Item Group', 'Kit'])('type %s bears stock', (type) => {
		const plan = planStock({ source: sos(sosItem('MUG', 5, { type })), shop: [shopRow('MUG', 1)] });
		expect(plan.writes.map(({ after }) => after)).toEqual([5]);
	});

	test.each([null, undefined, '', ' '])('available is empty: %p', (available) => {
		const source = sos(sosItem('MUG', available));
		expect(skips({ source, shop: [shopRow('MUG', 1)] })).toEqual(['MUG STOCK_FIGURE_MISSING']);
	});

	test.each(['lots', '1,200', 'NaN', '1e3', NaN, Infinity, true, {}])(
		'available is no number: %p',
		(available) => {
			const source = sos(sosItem('MUG', available));
			expect(skips({ source, shop: [shopRow('MUG', 1)] })).toEqual(['MUG STOCK_FIGURE_NOT_A_NUMBER']);
		},
	);

	test.each([
		['12', 12],
		[' 12.75000 ', 12],
		[7.9, 7],
		[-3, 0],
		['-0.5', 0],
	])('available %p becomes %p', (available, after) => {
		const plan = planStock({ source: sos(sosItem('MUG', available)), shop: [shopRow('MUG', 99)] });
		expect(plan.writes.map((write) => write.after)).toEqual([after]);
	});

	test.each([
		[-1, 'STOCK_FIGURE_NEGATIVE'],
		['-2', 'STOCK_FIGURE_NEGATIVE'],
		['a few', 'STOCK_FIGURE_NOT_A_NUMBER'],
		[null, 'STOCK_FIGURE_MISSING'],
	])('given quantity %p', (quantity, code) => {
		expect(skips({ source: given({ quantity }), shop: [shopRow('MUG', 1)] })).toEqual([`MUG ${code}`]);
	});

	test('a location the store does not have, and one that is disabled', () => {
		const input = {
			source: given({ locationId: 8 }, { locationId: 9 }),
			shop: [shopRow('MUG', 1)],
			shopLocations: [
				{ id: 1, enabled: true },
				{ id: 9, enabled: false },
			],
		};
		expect(skips(input)).toEqual(['MUG STOCK_LOCATION_UNKNOWN', 'MUG STOCK_LOCATION_DISABLED']);
		expect(planStock(input).skipped.map(({ locationId }) => locationId)).toEqual([8, 9]);
	});

	test.each(['MUG,BLUE', 'MUG"1"', "O'NEIL", 'TASSE-É', '茶碗'])(
		'SKU %s is written like any other',
		(sku) => {
			const plan = planStock({ source: sos(sosItem(sku, 5)), shop: [shopRow(sku, 1)] });
			expect(plan.writes.map((write) => write.sku)).toEqual([sku]);
		},
	);

	test('SKUs that differ in case match only through a key that ignores it', () => {
		const input = { source: sos(sosItem('mug', 5)), shop: [shopRow('MUG', 1)] };
		expect(skips(input)).toEqual(['MUG STOCK_NOT_IN_SOS', 'mug STOCK_NOT_IN_SHOP']);
		const settings = { matching: { ignoreCase: true } };
		expect(planStock({ ...input, settings }).writes.map(({ sku }) => sku)).toEqual(['MUG']);
	});

	test('a selection says nothing of the SKUs it does not hold', () => {
		const plan = planStock({
			source: sos(sosItem('MUG', 5)),
			shop: [shopRow('MUG', 1), shopRow('CUP', 1), shopRow('', 1)],
			settings: { scope: 'selection' },
		});
		expect(plan.writes).toHaveLength(1);
		expect(plan.skipped).toEqual([]);
	});
});

describe('which id an adjustment names', () => {
	test('the product where the product keeps the stock, the variant where its variants do', () => {
		const product = shopRow('MUG', 1, { tracking: 'product' });
		const variant = shopRow('CUP', 1);
		const plan = planStock({ source: sos(sosItem('MUG', 5), sosItem('CUP', 5)), shop: [product, variant] });
		expect(plan.writes.map(({ identity }) => identity)).toEqual([
			{ product_id: product.productId },
			{ variant_id: variant.variantId },
		]);
	});

	test('the SKU where the variant is not known', () => {
		const row = shopRow('CUP', 1, { variantId: undefined });
		const plan = planStock({ source: sos(sosItem('CUP', 5)), shop: [row] });
		expect(plan.writes[0].identity).toEqual({ sku: 'CUP' });
	});

	test('a product and its base variant, both with the SKU, are one', () => {
		const row = shopRow('MUG', 1, { tracking: 'product' });
		const plan = planStock({ source: sos(sosItem('MUG', 5)), shop: [row, { ...row, variantId: undefined }] });
		expect(plan.writes).toHaveLength(1);
		expect(plan.skipped).toEqual([]);
	});

	test('several variants of one product stock, with figures of their own: none is written, all are named', () => {
		const shop = ['S', 'M'].map((sku) => shopRow(sku, 1, { tracking: 'product', productId: 77 }));
		const plan = planStock({ source: sos(sosItem('S', 5), sosItem('M', 6)), shop });
		expect(plan.writes).toEqual([]);
		expect(codes(plan)).toEqual(['S STOCK_SHARED_BY_VARIANTS', 'M STOCK_SHARED_BY_VARIANTS']);
		expect(plan.skipped[0].reason.message).toMatch(/77.*S, M/);
	});

	test('several variants of one product stock, only one of them with a figure: the product gets it', () => {
		const shop = ['S', 'M'].map((sku) => shopRow(sku, 1, { tracking: 'product', productId: 77 }));
		const plan = planStock({
			source: sos(sosItem('S', 5), sosItem('M', 6, { updateBigCommerce: false })),
			shop,
		});
		expect(plan.writes.map(({ identity, after }) => [identity, after])).toEqual([[{ product_id: 77 }, 5]]);
	});

	test('several variants of one product stock that stand for the same SOS item: one write', () => {
		const shop = ['S', 'M'].map((sku) => shopRow(sku, 1, { tracking: 'product', productId: 77 }));
		const matching = { aliases: ['S', 'M'].map((shopSku) => ({ shopSku, sosSku: 'SHIRT' })) };
		const plan = planStock({ source: sos(sosItem('SHIRT', 5)), shop, settings: { matching } });
		expect(plan.writes).toHaveLength(1);
		expect(plan.skipped).toEqual([]);
	});
});
