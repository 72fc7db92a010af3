import type { Reason } from '../reason';
import { isTooLong, skuTooLong } from '../sku';
import type { ShopEntry, ShopStock } from './shopStock';
import type { SkuTables } from './skuTables';
import type { SourceEntry, SourceStock } from './sourceStock';
import type { SosStockItem, StockSettings, StockSkip } from './stockPlan';
import { itemReasons } from './reasons/itemReasons';
import { shopReasons } from './reasons/shopReasons';
import { sourceReasons } from './reasons/sourceReasons';
import { tableReasons } from './reasons/tableReasons';

/** A shop SKU that may be written, and where its figure comes from. */
export interface StockMatch {
	shop: ShopEntry;
	source: SourceEntry;
	/** SOS units per unit the shop sells. */
	packSize: number;
}

export interface StockMatching {
	matches: StockMatch[];
	skipped: StockSkip[];
	trackedSkus: number;
	missingSkus: number;
}

type ItemSettings = Pick<StockSettings, 'requireUpdateBigCommerce'>;
type MatchSettings = ItemSettings & Pick<StockSettings, 'scope'>;

/** The SOS types that bear stock, in lower case. Kits have two names: the API's and the documents'. */
const STOCK_TYPES = new Set(['inventory item', 'assembly', 'item group', 'kit']);

/** Pairs the shop's SKUs with the source's; every SKU left over carries the condition that stopped it. */
export function matchStock(
	shop: ShopStock,
	source: SourceStock,
	tables: SkuTables,
	settings: MatchSettings,
): StockMatching {
	const matching: StockMatching = { matches: [], skipped: [], trackedSkus: 0, missingSkus: 0 };
	const context = { source, tables, settings, matching };
	for (const entry of shop.bySku.values()) matchShopSku(entry, context);
	matching.matches = withoutSharedStock(matching.matches, matching.skipped);
	skipUnwantedSource(source, settings, matching.skipped);
	if (settings.scope === 'catalogue') {
		for (const row of shop.withoutSku) matching.skipped.push({ sku: '', reason: shopReasons.noSku(row) });
	}
	return matching;
}

interface MatchContext {
	source: SourceStock;
	tables: SkuTables;
	settings: MatchSettings;
	/** Filled SKU by SKU. */
	matching: StockMatching;
}

function matchShopSku(
	shop: ShopEntry,
	{ source: { bySku }, tables, settings, matching }: MatchContext,
): void {
	const { sku } = shop;
	const alias = tables.standsFor(sku);
	const sosSkus = alias.unusable ? alias.unusable.sosSkus : [alias.sku];
	const source = sosSkus.map((sosSku) => bySku.get(tables.key(sosSku))).find((entry) => entry !== undefined);
	const skip = (reason: Reason) => void matching.skipped.push({ sku, sourceSku: source?.sku, reason });
	const tracked = shop.rows[0].tracking !== 'none';
	if (tracked) matching.trackedSkus++;
	if (!source) {
		if (settings.scope === 'selection') return;
		if (tracked) matching.missingSkus++;
	} else source.wanted = true;
	if (shop.duplicates) return skip(shopReasons.duplicate(sku, shop.duplicates));
	if (alias.unusable) return skip(tableReasons.aliasUnusable(sku, alias.unusable));
	if (!source) return skip(sourceReasons.notInSource(sku, alias.sku));
	const reason = sourceCondition(source, settings);
	if (reason) return skip(reason);
	if (!tracked) return skip(shopReasons.trackingOff(sku, shop.rows[0]));
	matching.matches.push({ shop, source, packSize: alias.packSize });
}

/** Whatever about the source alone keeps a SKU from being written. */
function sourceCondition(source: SourceEntry, settings: MatchSettings): Reason | undefined {
	if (isTooLong(source.sku)) return skuTooLong(source.sku);
	if (source.duplicates) return itemReasons.duplicate(source.sku, source.duplicates);
	if (source.repeated) return sourceReasons.duplicate(source.sku);
	return source.item ? itemCondition(source.item, settings) : undefined;
}

/** Whatever about an SOS item keeps its stock from being written, whichever SKU it has; undefined for nothing. */
export function itemCondition(item: SosStockItem, settings: ItemSettings): Reason | undefined {
	if (item.archived) return itemReasons.archived(item);
	if (!STOCK_TYPES.has(String(item.type).toLowerCase())) return itemReasons.typeWithoutStock(item);
	if (settings.requireUpdateBigCommerce && item.updateBigCommerce !== true)
		return itemReasons.updateOff(item);
	return undefined;
}

/**
 * A product that keeps one stock figure for all its variants can take one SKU's figure. Where several
 * of its SKUs bring different ones, none is written: any choice would be a guess.
 */
function withoutSharedStock(matches: StockMatch[], skipped: StockSkip[]): StockMatch[] {
	const byProduct = new Map<number, StockMatch[]>();
	for (const match of matches) {
		const { tracking, productId } = match.shop.rows[0];
		if (tracking !== 'product') continue;
		const siblings = byProduct.get(productId);
		if (siblings) siblings.push(match);
		else byProduct.set(productId, [match]);
	}
	return matches.filter((match) => {
		const { tracking, productId } = match.shop.rows[0];
		const siblings = tracking === 'product' ? (byProduct.get(productId) ?? []) : [];
		if (siblings.length < 2) return true;
		const [first] = siblings;
		if (siblings.every(({ source, packSize }) => source === first.source && packSize === first.packSize)) {
			return match === first;
		}
		const skus = siblings.map(({ shop }) => shop.sku);
		const reason = shopReasons.sharedByVariants(productId, skus);
		skipped.push({ sku: match.shop.sku, sourceSku: match.source.sku, reason });
		return false;
	});
}

/** The source's SKUs that the shop does not sell, each with what would stop it even if it did. */
function skipUnwantedSource(source: SourceStock, settings: MatchSettings, skipped: StockSkip[]): void {
	for (const entry of source.bySku.values()) {
		if (entry.wanted) continue;
		const reason = sourceCondition(entry, settings) ?? shopReasons.notInShop(entry.sku);
		skipped.push({ sku: entry.sku, sourceSku: entry.sku, reason });
	}
	for (const item of source.itemsWithoutSku) {
		const reason = itemCondition(item, settings) ?? itemReasons.noSku(item);
		skipped.push({ sku: '', reason });
	}
	for (let row = 0; row < source.rowsWithoutSku; row++)
		skipped.push({ sku: '', reason: sourceReasons.noSku() });
}
