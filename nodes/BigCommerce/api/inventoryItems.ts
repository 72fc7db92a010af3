import { MOST_STOCK } from '../../../sync/stock/stockFormula';
import type { Noun } from '../../shared/request/noun';
import {
	flag,
	id,
	list as listShape,
	optional,
	orNull,
	record,
	text,
	wholeNumber,
	wholeNumberWithin,
	type Shaped,
} from '../../shared/request/shape';
import { listWanted } from '../transport/byValues';
import type { BigCommerceClient } from '../transport/client';
import { list } from '../transport/paging';

const locationStockShape = record({
	location_id: id,
	location_code: optional(text),
	location_name: optional(text),
	location_enabled: optional(flag),
	available_to_sell: wholeNumber,
	total_inventory_onhand: wholeNumber,
	settings: optional(
		record({
			safety_stock: optional(wholeNumberWithin(0, MOST_STOCK)),
			is_in_stock: optional(flag),
			warning_level: optional(wholeNumber),
			bin_picking_number: optional(text),
		}),
	),
});

export type LocationStock = Shaped<typeof locationStockShape>;

/**
 * What BigCommerce holds back of an item at a location: what is on hand less what may be sold, where the
 * answer does not say it by itself.
 */
export function safetyStockOf({
	available_to_sell,
	settings,
	total_inventory_onhand,
}: LocationStock): number {
	return settings?.safety_stock ?? Math.max(0, total_inventory_onhand - available_to_sell);
}

const inventoryItemShape = record({
	identity: record({
		sku: orNull(text),
		product_id: id,
		variant_id: orNull(wholeNumberWithin(0, Number.MAX_SAFE_INTEGER)),
	}),
	locations: listShape(locationStockShape, ({ location_id }) => `location ${location_id}`),
});

/** An item of BigCommerce's Inventory API: what sells under one SKU, with its stock at each location. */
export type InventoryItem = Shaped<typeof inventoryItemShape>;

const inventoryItem: Noun<InventoryItem> = {
	words: 'inventory item',
	shape: inventoryItemShape,
	keyOf: ({ identity: { product_id, variant_id, sku } }) =>
		`"${sku}" (product ${product_id}, variant ${variant_id})`,
};

/** The list, in the largest pages that BigCommerce allows. */
const INVENTORY_ITEMS = {
	noun: inventoryItem,
	path: '/v3/inventory/items',
	subject: 'the list of inventory items',
	pageSize: 1000,
};

/** Which locations each item comes with; all of them where left out. */
export interface InventoryFilters {
	locationIds?: string[];
}

const queryOf = ({ locationIds }: InventoryFilters) => ({ 'location_id:in': locationIds?.join(',') });

/**
 * Everything that stock is kept of.
 *
 * @throws {ApiFailure}
 */
export function listInventory(
	client: BigCommerceClient,
	filters: InventoryFilters = {},
	limit?: number,
): AsyncGenerator<InventoryItem> {
	return list(client, { ...INVENTORY_ITEMS, query: queryOf(filters), limit });
}

/**
 * The items that have one of the SKUs; others may be among them. BigCommerce takes SKUs as a list with
 * commas: one that has a comma itself is found by its product.
 *
 * @throws {ApiFailure}
 */
export function listInventoryBySku(
	client: BigCommerceClient,
	skus: string[],
	filters: InventoryFilters = {},
): AsyncGenerator<InventoryItem> {
	return listWanted(client, {
		...INVENTORY_ITEMS,
		query: queryOf(filters),
		values: skus,
		manyFilter: 'sku:in',
	});
}

/**
 * The items of some products; others may be among them.
 *
 * @throws {ApiFailure}
 */
export function listInventoryOf(
	client: BigCommerceClient,
	productIds: number[],
	filters: InventoryFilters = {},
): AsyncGenerator<InventoryItem> {
	const values = productIds.map(String);
	const request = { ...INVENTORY_ITEMS, query: queryOf(filters), values, manyFilter: 'product_id:in' };
	return listWanted(client, request);
}
