import type { Store } from '../state';
import { stockItemOf, type StockItem } from './stock';

/** Finds stock items by what a request may call them. */
export interface StockIndex {
	/** `%`-free, letter for letter and in lower case. */
	bySku(sku: string, match: 'exact' | 'ignoreCase'): StockItem | undefined;
	byVariant(id: number): StockItem | undefined;
	byProduct(id: number): StockItem[];
}

/** Built once; SKUs, products and variants of a sandbox store do not change while it runs. */
export function createStockIndex({ state }: Store): StockIndex {
	const ids = new Map<string, number>();
	for (const item of state.stock.values()) {
		if (item.sku !== '') ids.set(item.sku.toLowerCase(), item.id);
	}
	for (const variant of state.variants.values()) {
		const product = state.products.get(variant.product_id);
		if (product && variant.sku !== '') ids.set(variant.sku.toLowerCase(), stockItemOf(product, variant.id));
	}
	const skuOf = (id: number) => state.stock.get(id)?.sku;
	return {
		bySku: (sku, match) => {
			const id = ids.get(sku.toLowerCase());
			if (id === undefined || (match === 'exact' && skuOf(id) !== sku)) return undefined;
			return state.stock.get(id);
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
