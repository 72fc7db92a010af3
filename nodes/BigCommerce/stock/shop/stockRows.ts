import { groupBy } from 'lodash';
import type { ShopStockRow } from '../../../../sync/stock/stockPlan';
import { safetyStockOf, type InventoryItem, type LocationStock } from '../../api/inventoryItems';
import type { CatalogueEntry, Tracking } from './catalogue';

/**
 * What the plan reads of an item at a location; without one, of an item that has no stock anywhere yet.
 * Spelled out: copied from another object a row takes four times the memory, 100,000 times over.
 */
export function stockRow(
	{ sku, product_id, variant_id }: InventoryItem['identity'],
	tracking: Tracking,
	location?: LocationStock,
): ShopStockRow {
	return {
		sku: sku ?? undefined,
		productId: product_id,
		variantId: variant_id ?? undefined,
		tracking,
		locationId: location?.location_id,
		onHand: location?.total_inventory_onhand,
		safetyStock: location === undefined ? 0 : safetyStockOf(location),
	};
}

/**
 * One row for each location where an entry has stock; one without location where it has none.
 *
 * @param stock rows among which are those of whoever keeps the stock of the entries
 */
export function rowsOfEntries(entries: CatalogueEntry[], stock: ShopStockRow[]): ShopStockRow[] {
	const productIds = new Set(entries.map(({ productId }) => productId));
	const byProduct = groupBy(
		stock.filter(({ productId }) => productIds.has(productId)),
		({ productId }) => productId,
	);
	return entries.flatMap((entry) => {
		const kept = (byProduct[entry.productId] ?? []).filter(
			({ variantId }) => entry.tracking === 'product' || variantId === entry.variantId,
		);
		const withoutStock = { ...entry, locationId: undefined, onHand: undefined, safetyStock: 0 };
		return kept.length === 0 ? [withoutStock] : kept.map((row) => ({ ...row, ...entry }));
	});
}
