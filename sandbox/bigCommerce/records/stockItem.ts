import type { Product } from './product';

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

/** A level as it is before anything was set. */
export const emptyLevel: StockLevel = {
	onhand: 0,
	safetyStock: 0,
	isInStock: true,
	warningLevel: 0,
	binPickingNumber: '',
};

/** What an item is counted as: its variant, or the whole product. */
export function stockItemOf(
	product: Pick<Product, 'id' | 'base_variant_id' | 'inventory_tracking'>,
	variantId: number | null,
): number {
	if (product.base_variant_id !== null) return product.base_variant_id;
	return product.inventory_tracking === 'product' || variantId === null ? -product.id : variantId;
}
