import * as fc from 'fast-check';
import type { SkuAlias } from '../../../sync/skuAliases';
import type { BreakerLimits, ShopStockRow, SosStockItem, StockOverride } from '../../../sync/stock/stockPlan';
import type { StockRuleInput } from '../../../sync/stock/stockRule';

/** A random catalogue on both sides: most SKUs meet, and the others repeat, miss, and share products. */
export interface Catalogue {
	items: SosStockItem[];
	shop: ShopStockRow[];
	aliases: SkuAlias[];
	overrides: StockOverride[];
	rule: StockRuleInput;
	pending: Array<{ sku: string; quantity: number }>;
	limits: BreakerLimits;
	total: number | undefined;
}

const shopSku = fc.constantFrom('', ...Array.from({ length: 14 }, (_, n) => `SKU-${n}`));
const sosSku = fc.constantFrom(null, ...Array.from({ length: 14 }, (_, n) => `SKU-${n + 3}`));
/** Five times in six the usual thing: the SKU or product of the row's own number. */
const usually = <T>(odd: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, odd);
const mostly = <T>(usual: T, ...others: T[]) =>
	fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const quantity = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: -5, max: 60 }) },
	fc.integer({ min: 0, max: 9999 }).map((hundredths) => hundredths / 100),
	fc.integer({ min: 0, max: 99 }).map((units) => `${units}.50000`),
	fc.constantFrom(null, '', 'many'),
);

const item = fc.record({
	oddSku: usually(sosSku),
	type: mostly('Inventory Item', 'Item Group', 'Service'),
	archived: mostly(false, true),
	updateBigCommerce: mostly<boolean | null>(true, false, null),
	available: quantity,
});

const row = fc.record({
	oddSku: usually(shopSku),
	oddProduct: usually(fc.integer({ min: 1, max: 12 })),
	tracking: mostly('variant', 'product', 'product', 'none'),
	onHand: fc.integer({ min: 0, max: 60 }),
	safetyStock: mostly(0, 1, 5),
});

const rule: fc.Arbitrary<StockRuleInput> = fc.record(
	{
		percentage: fc.constantFrom(100, 50, '75', ''),
		buffer: fc.constantFrom(0, 1, '4'),
		threshold: fc.constantFrom(0, 3, null),
		minimum: fc.constantFrom(0, 2),
		maximum: fc.constantFrom(20, '35', undefined),
	},
	{ requiredKeys: [] },
);

const limit = (values: number[]) => fc.constantFrom(Infinity, ...values);

export const catalogue: fc.Arbitrary<Catalogue> = fc
	.record({
		items: fc.array(item, { maxLength: 20, size: 'max' }),
		rows: fc.array(row, { maxLength: 20, size: 'max' }),
		aliases: fc.uniqueArray(fc.tuple(shopSku, sosSku, fc.constantFrom(1, 2, 6)), {
			maxLength: 3,
			selector: ([sku]) => sku,
		}),
		overrides: fc.uniqueArray(fc.tuple(shopSku, rule), { maxLength: 4, selector: ([sku]) => sku }),
		rule,
		pending: fc.array(fc.record({ sku: shopSku, quantity: fc.integer({ min: 1, max: 4 }) }), {
			maxLength: 4,
		}),
		limits: fc.record({
			itemsToZero: limit([0, 1, 3]),
			changedPercent: limit([0, 50, 90]),
			unitsLostPercent: limit([0, 30, 60]),
			missingPercent: limit([0, 25, 50]),
			riseUnits: fc.constant(Infinity),
			riseFactor: fc.constant(Infinity),
			risenPercent: fc.constant(Infinity),
			minimumItems: fc.constantFrom(0, 4),
		}),
		missingRows: mostly<number | undefined>(undefined, 0, 0, 2),
	})
	.map(({ items, rows, aliases, missingRows, ...rest }) => {
		const shop = rows.map(({ oddSku, oddProduct, ...row }, n) => ({
			...row,
			sku: oddSku ?? `SKU-${n}`,
			productId: oddProduct ?? n + 1,
			variantId: n + 1,
			locationId: 1,
		}));
		// BigCommerce has one tracking mode per product.
		const trackingOf = new Map(shop.map(({ productId, tracking }) => [productId, tracking]));
		return {
			...rest,
			items: items.map(({ oddSku, ...item }, n) => ({
				...item,
				sku: oddSku === undefined ? `SKU-${n}` : oddSku,
				id: n + 1,
				name: `Item ${n + 1}`,
				onhand: 0,
			})),
			shop: shop.map((row) => ({
				...row,
				tracking: trackingOf.get(row.productId) as ShopStockRow['tracking'],
			})),
			aliases: aliases.map(([shopSku, sosSku, packSize]) => ({
				shopSku,
				sosSku: sosSku ?? 'GONE',
				packSize,
			})),
			overrides: rest.overrides.map(([sku, override]) => ({ ...override, sku })),
			total: missingRows === undefined ? undefined : items.length + missingRows,
		};
	});
