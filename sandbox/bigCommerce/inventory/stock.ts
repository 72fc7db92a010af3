import type { Product } from '../records/product';
import { emptyLevel, stockItemOf, type StockItem } from '../records/stockItem';
import type { BigCommerceState } from '../state';
import type { Store } from '../store';

/**
 * Makes a product's stock items those that its tracking mode calls for: items that were counted before
 * keep their levels, new ones start without any, and the others go.
 */
export function retrackStock({ stock, variants }: BigCommerceState, product: Product): void {
	const wanted = new Map(product.variantIds.map((variantId) => [stockItemOf(product, variantId), variantId]));
	for (const item of stock.values()) {
		if (item.product_id === product.id && !wanted.has(item.id)) stock.delete(item.id);
	}
	for (const [id, variantId] of wanted) {
		const variant = variants.get(variantId);
		const isWhole = id < 0;
		stock.set({
			id,
			product_id: product.id,
			variant_id: isWhole ? null : variantId,
			sku: isWhole ? product.sku : (variant?.sku ?? ''),
			sku_id: isWhole ? null : (variant?.sku_id ?? null),
			tracking: product.inventory_tracking,
			levels: stock.get(id)?.levels ?? {},
		});
	}
}

/** On hand less the safety stock. */
export function availableToSell(item: StockItem, locationId: number, mayBeNegative: boolean): number {
	const level = item.levels[locationId] ?? emptyLevel;
	const available = level.onhand - level.safetyStock;
	return mayBeNegative ? available : Math.max(available, 0);
}

/** Reads stock as it shows at this moment: figures written a short while ago are still the old ones. */
export function stockReader({ state, settings }: Store): (id: number) => StockItem | undefined {
	return state.stock.readerAsOf(Date.now() - settings.stockVisibleAfterMs);
}

/** Sets what is on hand at a location. */
export function setOnhand({ state }: Store, item: StockItem, locationId: number, onhand: number): void {
	const current = state.stock.get(item.id) ?? item;
	const level = { ...(current.levels[locationId] ?? emptyLevel), onhand, isInStock: onhand > 0 };
	state.stock.set({ ...current, levels: { ...current.levels, [locationId]: level } });
}
