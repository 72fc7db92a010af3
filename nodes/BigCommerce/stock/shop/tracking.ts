import type { ShopStockRow } from '../../../../sync/stock/stockPlan';
import { collect } from '../../../shared/parameters/limit';
import { listWanted } from '../../transport/byValues';
import type { BigCommerceClient } from '../../transport/client';

export type Tracking = ShopStockRow['tracking'];

/** A product with as much as finding SKUs and tracking modes takes. */
export interface TrackedProduct {
	id: number;
	sku: string;
	/** null for products with options. */
	base_variant_id: number | null;
	inventory_tracking: Tracking;
	/** Where they were asked for, those of products with options. */
	variants?: Variant[];
}

export interface Variant {
	id: number;
	product_id: number;
	sku: string | null;
}

/** The list of products, cut down to {@link TrackedProduct}. */
export const TRACKED_PRODUCTS = {
	path: '/v3/catalog/products',
	query: { include_fields: 'sku,inventory_tracking,base_variant_id', sort: 'id', direction: 'asc' },
	subject: 'the list of products',
};

/** Whether and where the products keep stock, by product id; products that do not exist are left out. */
export async function readTracking(
	store: BigCommerceClient,
	productIds: number[],
): Promise<Map<number, Tracking>> {
	const request = { ...TRACKED_PRODUCTS, values: productIds.map(String), manyFilter: 'id:in' };
	return trackingModes(await collect(listWanted<TrackedProduct>(store, request)));
}

export function trackingModes(products: TrackedProduct[]): Map<number, Tracking> {
	return new Map(products.map(({ id, inventory_tracking }) => [id, inventory_tracking]));
}
