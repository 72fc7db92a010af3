import type { MatchedOrder, NormalizedOrder, OrderProduct } from './bigCommerceOrder';
import type { LineMatch, MatchedItem } from './lineMatch';
import { orderReasons } from './orderReasons';
import type { Reason } from './reason';
import { isTooLong, keyOf, looseKey, skuText, type SkuComparison } from './sku';
import { skuAliases, type SkuAlias, type SkuAliases } from './skuAliases';
import { skuReasons } from './skuReasons';
import type { SosItem } from './sosItem';

export interface SkuMatchOptions extends SkuComparison {
	aliases?: SkuAlias[];
}

/** SOS items by SKU. Build it once for many orders. */
export interface SkuIndex {
	options: SkuMatchOptions;
	byKey: Map<string, SosItem[]>;
	/** By SKU without case, spaces and what sets look-alikes apart, to say what a SKU nearly matches. */
	byLooseKey: Map<string, SosItem[]>;
	standsFor: SkuAliases;
}

/** Types a sales document cannot carry: `Category` only groups, the others are costs of making and buying. */
const UNSELLABLE_TYPES = new Set(['Category', 'Expense', 'Labor', 'Overhead']);

/** Indexes a catalog for `matchOrder`. Items without a SKU are left out. */
export function indexBySku(items: Iterable<SosItem>, options: SkuMatchOptions = {}): SkuIndex {
	const standsFor = skuAliases(options.aliases ?? [], (sku) => keyOf(sku, options));
	const index: SkuIndex = { options, byKey: new Map(), byLooseKey: new Map(), standsFor };
	for (const item of items) {
		const sku = skuText(item.sku);
		if (sku === undefined) continue;
		append(index.byKey, keyOf(sku, options), item);
		append(index.byLooseKey, looseKey(sku), item);
	}
	return index;
}

/** The order with `sos` on every line: its item, or the reason it has none. */
export function matchOrder(order: NormalizedOrder, index: SkuIndex): MatchedOrder {
	return { ...order, products: order.products.map((line) => ({ ...line, sos: matchLine(line, index) })) };
}

/** An order that should have come through *Item: Match SKUs*: lines it did not look up carry the reason that says so. */
export function withMatches(order: NormalizedOrder): MatchedOrder {
	return {
		...order,
		products: order.products.map((line) => ({
			...line,
			sos: line.sos ?? { reason: orderReasons.lineUnmatched() },
		})),
	};
}

/** Finds the one SOS item of a line, by its SKU or by the alias for it. Never guesses: 0 or several are a reason. */
export function matchLine(line: OrderProduct, index: SkuIndex): LineMatch {
	const shopSku = skuText(line.sku);
	if (shopSku === undefined) return { reason: skuReasons.missing(line) };
	const alias = index.standsFor(shopSku);
	if (alias.unusable) return { reason: skuReasons.aliasUnusable(line, alias.unusable) };
	const { sku, packSize } = alias;
	if (isTooLong(sku)) return { reason: skuReasons.tooLong(line, sku) };
	const found = index.byKey.get(keyOf(sku, index.options)) ?? [];
	const active = sameSkuFirst(
		found.filter((item) => !item.archived),
		sku,
	);
	const reason = reasonAgainst(line, sku, found, active, index);
	return reason ? { reason } : { item: matchedItemOf(active[0]), packSize };
}

/** The part of an SOS item that lines carry. */
export function matchedItemOf(item: SosItem): MatchedItem {
	return {
		id: item.id,
		name: item.fullname || item.name || `#${item.id}`,
		sku: skuText(item.sku) ?? '',
		type: item.type,
		...(item.description && { description: item.description }),
		...(typeof item.taxable === 'boolean' && { taxable: item.taxable }),
		...(item.class && { class: { id: item.class.id, name: item.class.name ?? undefined } }),
		...(Number(item.minimumPrice) > 0 && { minimumPrice: Number(item.minimumPrice) }),
	};
}

function reasonAgainst(
	line: OrderProduct,
	sku: string,
	found: SosItem[],
	active: SosItem[],
	index: SkuIndex,
): Reason | undefined {
	if (found.length === 0) return skuReasons.notFound(line, sku, index.byLooseKey.get(looseKey(sku)) ?? []);
	if (active.length === 0) return skuReasons.archived(line, sku, found[0]);
	if (active.length > 1) return skuReasons.ambiguous(line, sku, active);
	return UNSELLABLE_TYPES.has(active[0].type) ? skuReasons.unsellable(line, sku, active[0]) : undefined;
}

/** Among items that match by ignoring case or spaces, the one that matches exactly is meant. */
function sameSkuFirst(items: SosItem[], sku: string): SosItem[] {
	const exact = items.filter((item) => skuText(item.sku) === sku);
	return exact.length === 1 ? exact : items;
}

function append(map: Map<string, SosItem[]>, key: string, item: SosItem): void {
	const items = map.get(key);
	if (items) items.push(item);
	else map.set(key, [item]);
}
