import type { BigCommerceState } from '../state';
import { stockItemOf, type StockItem } from '../records/stockItem';

/** Finds stock items by what a request may call them. */
export interface StockIndex {
	bySku(sku: string, match: 'exact' | 'ignoreCase'): StockItem | undefined;
	byVariant(id: number): StockItem | undefined;
	byProduct(id: number): StockItem[];
	/** To be called when SKUs or tracking modes changed. */
	refresh(): void;
}

export function createStockIndex(state: BigCommerceState): StockIndex {
	let bySku = itemIdsBySku(state);
	return {
		refresh: () => {
			bySku = itemIdsBySku(state);
		},
		bySku: (sku, match) => {
			const item = state.stock.get(bySku.get(sku.toLowerCase()) ?? NaN);
			return match === 'exact' && item?.sku !== sku ? undefined : item;
		},
		byVariant: (id) => {
			const variant = state.variants.get(id);
			const product = variant && state.products.get(variant.product_id);
			return product && state.stock.get(stockItemOf(product, id));
		},
		byProduct: (id) => {
			const product = state.products.get(id);
			if (!product) return [];
			const itemIds = new Set(product.variantIds.map((variantId) => stockItemOf(product, variantId)));
			return [...itemIds].flatMap((itemId) => state.stock.get(itemId) ?? []);
		},
	};
}

/** SKUs in lower case. A variant of a product that is tracked as a whole leads to the product's item. */
function itemIdsBySku(state: BigCommerceState): Map<string, number> {
	const ids = new Map<string, number>();
	for (const item of state.stock.values()) {
		if (item.sku !== '') ids.set(item.sku.toLowerCase(), item.id);
	}
	for (const variant of state.variants.values()) {
		const product = state.products.get(variant.product_id);
		if (product && variant.sku !== '') ids.set(variant.sku.toLowerCase(), stockItemOf(product, variant.id));
	}
	return ids;
}

/** The item an adjustment row names. SKUs are unique whatever their case, so case does not matter here. */
export function findStockItem(
	index: StockIndex,
	row: { sku?: string; variant_id?: number; product_id?: number },
): StockItem | undefined {
	if (row.sku !== undefined) return index.bySku(row.sku, 'ignoreCase');
	return row.variant_id !== undefined
		? index.byVariant(row.variant_id)
		: index.byProduct(row.product_id ?? 0)[0];
}
