import { keyOf } from '../sku';
import { skuAliases, type SkuAliases } from '../skuAliases';
import { rowsBySku } from '../skuRows';
import type { StockOverride, StockSettings } from './stockPlan';
import { isSameRule } from './stockRule';

/** What the settings say per SKU, ready to be looked up by the key under which SKUs count as the same. */
export interface SkuTables {
	key: (sku: string) => string;
	standsFor: SkuAliases;
	/** The rule for a SKU of the shop: none, one, or several that differ. */
	overridesOf(sku: string): readonly StockOverride[];
}

export function skuTables({ matching, overrides }: Pick<StockSettings, 'matching' | 'overrides'>): SkuTables {
	const key = (sku: string) => keyOf(sku, matching);
	return {
		key,
		standsFor: skuAliases(matching.aliases ?? [], key),
		overridesOf: rowsBySku(overrides, ({ sku }) => sku, key, isSameRule),
	};
}
