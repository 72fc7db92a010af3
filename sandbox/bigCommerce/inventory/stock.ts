import type { SoldItem } from '../../shop/orders/orderPlan';
import type { Product } from '../catalog/products';
import type { BigCommerceState, Store } from '../state';

/** Stock of one item at one location. */
export interface StockLevel {
	onhand: number;
	safetyStock: number;
	isInStock: boolean;
	warningLevel: number;
	binPickingNumber: string;
}

/** Something stock is counted of. Its id is the variant's where stock is per variant or the product is simple, else minus the product's. */
export interface StockItem {
	id: number;
	product_id: number;
	/** null for a product with options that is tracked as a whole. */
	variant_id: number | null;
	sku: string;
	sku_id: number | null;
	tracking: Product['inventory_tracking'];
	/** By location id. A location that is missing was never given a figure. */
	levels: Record<number, StockLevel>;
}

export const defaultLocationId = 1;

/** What an item is counted as: its variant, or the whole product. */
export function stockItemOf(
	product: Pick<Product, 'id' | 'base_variant_id' | 'inventory_tracking'>,
	variantId: number | null,
): number {
	if (product.base_variant_id !== null) return product.base_variant_id;
	return product.inventory_tracking === 'product' || variantId === null ? -product.id : variantId;
}

/** The stock a shop starts with, all of it at the default location. */
export function createStock(items: SoldItem[], products: Product[]): StockItem[] {
	const productById = new Map(products.map((product) => [product.id, product]));
	const stock = new Map<number, StockItem>();
	for (const { item, productId, variantId } of items) {
		const product = productById.get(productId) as Product;
		const id = stockItemOf(product, variantId);
		const isWhole = id < 0;
		stock.set(id, {
			id,
			product_id: productId,
			variant_id: isWhole ? null : variantId,
			sku: isWhole ? product.sku : item.sku,
			sku_id: item.variantOptions && !isWhole ? variantId + 50_000 : null,
			tracking: item.tracking,
			levels: { [defaultLocationId]: { ...emptyLevel, onhand: item.shopStock } },
		});
	}
	return [...stock.values()];
}

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

/** A level as it is before anything was set. */
export const emptyLevel: StockLevel = {
	onhand: 0,
	safetyStock: 0,
	isInStock: true,
	warningLevel: 0,
	binPickingNumber: '',
};

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
