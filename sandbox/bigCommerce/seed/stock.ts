import type { SoldItem } from '../../shop/orders/orderPlan';
import type { Product } from '../records/product';
import { defaultLocationId, emptyLevel, stockItemOf, type StockItem } from '../records/stockItem';

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
