import type { Noun } from '../../shared/request/noun';
import {
	figure,
	flag,
	id,
	list as listShape,
	optional,
	orNull,
	record,
	text,
	wholeNumber,
	type Shaped,
} from '../../shared/request/shape';

const locationStockShape = record({
	location_id: id,
	location_code: optional(text),
	location_name: optional(text),
	location_enabled: optional(flag),
	available_to_sell: figure,
	total_inventory_onhand: figure,
	settings: optional(
		record({
			safety_stock: optional(figure),
			is_in_stock: optional(flag),
			warning_level: optional(figure),
			bin_picking_number: optional(text),
		}),
	),
});

export type LocationStock = Shaped<typeof locationStockShape>;

const inventoryItemShape = record({
	identity: record({ sku: orNull(text), product_id: id, variant_id: orNull(wholeNumber) }),
	locations: listShape(locationStockShape),
});

/** An item of BigCommerce's Inventory API: what sells under one SKU, with its stock at each location. */
export type InventoryItem = Shaped<typeof inventoryItemShape>;

export const inventoryItem: Noun<InventoryItem> = {
	words: 'inventory item',
	shape: inventoryItemShape,
	keyOf: ({ identity: { product_id, variant_id, sku } }) => `${product_id} ${variant_id} ${sku}`,
};

/** What BigCommerce allows on a page of inventory items. */
const PAGE_SIZE = 1000;

/** The list of inventory items, as requests name it. */
export const INVENTORY_ITEMS = {
	noun: inventoryItem,
	path: '/v3/inventory/items',
	subject: 'the list of inventory items',
	pageSize: PAGE_SIZE,
};
