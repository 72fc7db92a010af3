/** An item of BigCommerce's Inventory API: what sells under one SKU, with its stock at each location. */
export interface InventoryItem {
	identity: { sku: string | null; product_id: number; variant_id: number | null };
	locations: LocationStock[];
}

export interface LocationStock {
	location_id: number;
	location_code: string;
	location_name: string;
	location_enabled: boolean;
	available_to_sell: number;
	total_inventory_onhand: number;
	settings?: {
		safety_stock?: number;
		is_in_stock?: boolean;
		warning_level?: number;
		bin_picking_number?: string;
	};
}

/** What BigCommerce allows on a page of inventory items. */
const PAGE_SIZE = 1000;

/** The list of inventory items, as requests name it. */
export const INVENTORY_ITEMS = {
	path: '/v3/inventory/items',
	subject: 'the list of inventory items',
	pageSize: PAGE_SIZE,
};
