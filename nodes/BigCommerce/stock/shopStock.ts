import type { ShopStockRow } from '../../../sync/stock/stockPlan';
import { listWanted } from '../transport/byValues';
import type { BigCommerceClient } from '../transport/client';
import { list } from '../transport/paging';
import { findInCatalogue } from './catalogue';
import { INVENTORY_ITEMS, type InventoryItem } from './inventoryItem';
import { skuKey } from './skuKey';
import { readTracking, type Tracking } from './tracking';

/**
 * What the shop has under the wanted SKUs: product, variant, tracking mode, and stock at each location.
 * An SKU that the shop does not have gives no row.
 *
 * Three lists hold it, and none holds all: inventory items have SKU and stock but not the tracking
 * mode; products have that, and their own SKU; variants have the SKUs of what is not tracked, and of
 * what has never had any stock. Each is asked only for what the one before left open.
 *
 * @param skus those wanted
 * @param wholeShop read everything the shop keeps stock of, whether wanted or not
 */
export async function readShopStock(
	store: BigCommerceClient,
	skus: string[],
	wholeShop: boolean,
): Promise<ShopStockRow[]> {
	const open = new Map(skus.map((sku) => [skuKey(sku), sku]));
	const listed: InventoryItem[] = [];
	for await (const item of readItems(store, skus, wholeShop)) {
		const isWanted = open.has(skuKey(item.identity.sku ?? ''));
		if (wholeShop || isWanted) listed.push(item);
	}
	const tracking = await readTracking(store, productIdsOf(listed));
	const rows = listed.flatMap((item) => rowsOf(item, tracking));
	for (const { sku } of rows) open.delete(skuKey(sku ?? ''));
	if (open.size > 0) rows.push(...(await rowsFromCatalogue(store, [...open.values()])));
	return rows;
}

function readItems(
	store: BigCommerceClient,
	skus: string[],
	wholeShop: boolean,
): AsyncGenerator<InventoryItem> {
	return wholeShop
		? list(store, INVENTORY_ITEMS)
		: listWanted(store, { ...INVENTORY_ITEMS, values: skus, manyFilter: 'sku:in' });
}

function productIdsOf(items: InventoryItem[]): number[] {
	return [...new Set(items.map(({ identity }) => identity.product_id))];
}

/** One row per location. None when the product has meanwhile been deleted. */
function rowsOf({ identity, locations }: InventoryItem, tracking: Map<number, Tracking>): ShopStockRow[] {
	const mode = tracking.get(identity.product_id);
	if (mode === undefined) return [];
	const row = {
		sku: identity.sku,
		productId: identity.product_id,
		variantId: identity.variant_id,
		tracking: mode,
	};
	if (locations.length === 0) return [{ ...row, locationId: null, onHand: null, safetyStock: 0 }];
	return locations.map((location) => ({
		...row,
		locationId: location.location_id,
		onHand: location.total_inventory_onhand,
		safetyStock: location.settings?.safety_stock ?? 0,
	}));
}

/** Rows of SKUs that are no inventory item's own: untracked, never stocked, or with a comma in them. */
async function rowsFromCatalogue(store: BigCommerceClient, skus: string[]): Promise<ShopStockRow[]> {
	const found = await findInCatalogue(store, skus);
	const stocked = found
		.filter(({ tracking }) => tracking !== 'none')
		.map(({ productId }) => String(productId));
	const items: InventoryItem[] = [];
	if (stocked.length > 0) {
		const values = [...new Set(stocked)];
		const request = { ...INVENTORY_ITEMS, values, manyFilter: 'product_id:in' };
		for await (const item of listWanted<InventoryItem>(store, request)) items.push(item);
	}
	return found.flatMap(({ sku, productId, variantId, tracking }) => {
		const keeper = items.find(
			({ identity }) =>
				identity.product_id === productId && (tracking === 'product' || identity.variant_id === variantId),
		);
		const identity = { sku, product_id: productId, variant_id: variantId };
		return rowsOf({ identity, locations: keeper?.locations ?? [] }, new Map([[productId, tracking]]));
	});
}
