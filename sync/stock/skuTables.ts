import { keyOf } from '../sku';
import type { SkuAlias } from '../skuMatching';
import type { StockSettings } from './stockPlan';
import type { StockRuleInput } from './stockRule';

/** What the settings say per SKU, ready to be looked up by the key under which SKUs count as the same. */
export interface SkuTables {
	key: (sku: string) => string;
	aliases: Map<string, SkuAlias>;
	overrides: Map<string, StockRuleInput>;
}

export function skuTables({ matching, overrides }: Pick<StockSettings, 'matching' | 'overrides'>): SkuTables {
	const key = (sku: string) => keyOf(sku, matching);
	return {
		key,
		aliases: new Map((matching.aliases ?? []).map((alias) => [key(alias.shopSku), alias])),
		overrides: new Map(overrides.map((override) => [key(override.sku), override])),
	};
}
