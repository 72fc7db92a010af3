import { keyOf } from '../sku';
import { skuAliases, type SkuAliases } from '../skuAliases';
import type { StockSettings } from './stockPlan';
import type { StockRuleInput } from './stockRule';

/** What the settings say per SKU, ready to be looked up by the key under which SKUs count as the same. */
export interface SkuTables {
	key: (sku: string) => string;
	aliases: SkuAliases;
	/** The rule for a SKU of the shop; as in the alias table, spaces around it do not count. */
	overrideOf(sku: string): StockRuleInput | undefined;
}

export function skuTables({ matching, overrides }: Pick<StockSettings, 'matching' | 'overrides'>): SkuTables {
	const key = (sku: string) => keyOf(sku, matching);
	const byKey = new Map(overrides.map((override) => [key(override.sku.trim()), override]));
	return {
		key,
		aliases: skuAliases(matching.aliases ?? [], key),
		overrideOf: (sku) => byKey.get(key(sku.trim())),
	};
}
