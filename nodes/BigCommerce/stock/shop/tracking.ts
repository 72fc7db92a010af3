import { collect } from '../../../shared/parameters/limit';
import { listTrackedById, type TrackedProduct } from '../../api/productTracking';
import type { BigCommerceClient } from '../../transport/client';

export type Tracking = TrackedProduct['inventory_tracking'];

/** Whether and where the products keep stock, by product id; products that do not exist are left out. */
export async function readTracking(
	store: BigCommerceClient,
	productIds: number[],
): Promise<Map<number, Tracking>> {
	return trackingModes(await collect(listTrackedById(store, productIds)));
}

export function trackingModes(products: TrackedProduct[]): Map<number, Tracking> {
	return new Map(products.map(({ id, inventory_tracking }) => [id, inventory_tracking]));
}
