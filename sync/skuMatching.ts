import type { BigCommerceOrder, LineMatch, MatchedItem, OrderProduct } from './bigCommerceOrder';
import type { Reason } from './reason';
import { isTooLong, keyOf, looseKey, skuText, skuTooLong, type SkuComparison } from './sku';
import type { SosItem } from './sosItem';

/** One row of the alias table: a SKU of the shop that SOS knows under another name or in another pack. */
export interface SkuAlias {
	shopSku: string;
	sosSku: string;
	/** SOS units in one sold: a six-pack is 6. 1 when left out. */
	packSize?: number;
}

export interface SkuMatchOptions extends SkuComparison {
	aliases?: SkuAlias[];
}

/** SOS items by SKU. Build it once for many orders. */
export interface SkuIndex {
	options: SkuMatchOptions;
	byKey: Map<string, SosItem[]>;
	/** By SKU without case and outer spaces, to say what a SKU nearly matches. */
	byLooseKey: Map<string, SosItem[]>;
	aliases: Map<string, SkuAlias>;
}

/** Types a sales document cannot carry: `Category` only groups, the others are costs of making and buying. */
const unsellableTypes = new Set(['Category', 'Expense', 'Labor', 'Overhead']);

/** Indexes a catalogue for `matchOrder`. Items without a SKU are left out. */
export function indexBySku(items: Iterable<SosItem>, options: SkuMatchOptions = {}): SkuIndex {
	const index: SkuIndex = { options, byKey: new Map(), byLooseKey: new Map(), aliases: new Map() };
	for (const item of items) {
		const sku = skuText(item.sku);
		if (sku === undefined) continue;
		append(index.byKey, keyOf(sku, options), item);
		append(index.byLooseKey, looseKey(sku), item);
	}
	for (const alias of options.aliases ?? []) index.aliases.set(keyOf(alias.shopSku, options), alias);
	return index;
}

/** The order with `sos` on every line: its item, or the reason it has none. */
export function matchOrder(order: BigCommerceOrder, index: SkuIndex): BigCommerceOrder {
	return {
		...order,
		products: (order.products ?? []).map((line) => ({ ...line, sos: matchLine(line, index) })),
	};
}

/** Finds the one SOS item of a line, by its SKU or by the alias for it. Never guesses: 0 or several are a reason. */
export function matchLine(line: OrderProduct, index: SkuIndex): LineMatch {
	const shopSku = skuText(line.sku);
	if (shopSku === undefined) return { reason: withoutSku(line) };
	const alias = index.aliases.get(keyOf(shopSku, index.options));
	const packSize = alias?.packSize ?? 1;
	if (!(packSize > 0 && Number.isFinite(packSize))) return { reason: packSizeInvalid(line, packSize) };
	const sku = alias?.sosSku ?? shopSku;
	if (isTooLong(sku)) return { reason: skuTooLong(sku, describe(line), { lineId: line.id }) };
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
		name: item.fullname || item.name,
		sku: skuText(item.sku) ?? '',
		type: item.type,
		...(item.description && { description: item.description }),
		...(typeof item.taxable === 'boolean' && { taxable: item.taxable }),
		...(item.class && { class: { id: item.class.id, name: item.class.name } }),
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
	if (found.length === 0) return notFound(line, sku, index.byLooseKey.get(looseKey(sku)) ?? []);
	if (active.length === 0) return archived(line, sku, found[0]);
	if (active.length > 1) return ambiguous(line, sku, active);
	return unsellableTypes.has(active[0].type) ? unsellable(line, sku, active[0]) : undefined;
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

function describe(line: OrderProduct): string {
	return `Line ${line.id}${line.name ? ` (${line.name})` : ''}`;
}

function withoutSku(line: OrderProduct): Reason {
	return {
		code: 'SKU_MISSING',
		message: `${describe(line)} has no SKU.`,
		fix: 'Give the product a SKU in BigCommerce, or choose an item for lines without SKU in the node that creates the document.',
		details: { lineId: line.id },
	};
}

function notFound(line: OrderProduct, sku: string, near: SosItem[]): Reason {
	const hit = near.find((item) => !item.archived) ?? near[0];
	const nearHit = hit ? ` SOS has "${hit.sku}", which differs only in capital letters or spaces.` : '';
	return {
		code: 'SKU_NOT_FOUND',
		message: `${describe(line)}: no SOS item has the SKU "${sku}".${nearHit}`,
		fix: hit
			? 'Make the SKUs equal, or let the matching ignore case and outer spaces.'
			: 'Add the item in SOS Inventory or correct the SKU, or add an alias for it.',
		details: { lineId: line.id, sku, ...(hit && { nearSku: hit.sku, nearItemId: hit.id }) },
	};
}

function archived(line: OrderProduct, sku: string, item: SosItem): Reason {
	return {
		code: 'ITEM_ARCHIVED',
		message: `${describe(line)}: the SOS item with the SKU "${sku}" (${item.name}) is archived.`,
		fix: 'Restore the item in SOS Inventory, or give the SKU to the item that replaces it.',
		details: { lineId: line.id, sku, itemIds: [item.id] },
	};
}

function ambiguous(line: OrderProduct, sku: string, items: SosItem[]): Reason {
	return {
		code: 'SKU_AMBIGUOUS',
		message: `${describe(line)}: ${items.length} SOS items have the SKU "${sku}": ${items.map(({ name }) => name).join(', ')}.`,
		fix: 'Leave the SKU on one of these items, or archive the others.',
		details: { lineId: line.id, sku, itemIds: items.map(({ id }) => id) },
	};
}

function unsellable(line: OrderProduct, sku: string, item: SosItem): Reason {
	return {
		code: 'ITEM_NOT_SELLABLE',
		message: `${describe(line)}: the SOS item with the SKU "${sku}" (${item.name}) is of type ${item.type}, which cannot be sold.`,
		fix: 'Give the SKU to an inventory, non-inventory, kit, assembly or service item.',
		details: { lineId: line.id, sku, type: item.type },
	};
}

function packSizeInvalid(line: OrderProduct, packSize: number): Reason {
	return {
		code: 'PACK_SIZE_INVALID',
		message: `${describe(line)}: its alias has the pack size "${packSize}", which is not a number above 0.`,
		fix: 'Correct the pack size in the alias table: the number of SOS units in one unit sold.',
		details: { lineId: line.id, packSize },
	};
}
