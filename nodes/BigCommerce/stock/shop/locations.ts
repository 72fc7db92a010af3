import { collect } from '../../../shared/parameters/limit';
import type { BigCommerceClient } from '../../transport/client';
import { list } from '../../transport/paging';

/** A place the store keeps stock, as much of it as the stock plan reads. */
export interface StockLocation {
	id: number;
	enabled: boolean;
}

/** BigCommerce's own default location, which cannot be removed; another one may be made the default. */
const FIRST_LOCATION = 1;

const REQUEST = { path: '/v3/inventory/locations', subject: 'the list of inventory locations' };

export async function readLocations(store: BigCommerceClient): Promise<StockLocation[]> {
	return await collect(list<StockLocation>(store, REQUEST));
}

/** The location that stock is for where none is chosen. Rows do not say which it is, so it is asked for. */
export async function readDefaultLocationId(
	store: BigCommerceClient,
	locations: StockLocation[],
): Promise<number> {
	if (locations.length === 1) return locations[0].id;
	const query = { is_default: true };
	const [location] = await collect(list<StockLocation>(store, { ...REQUEST, query, limit: 1 }));
	return location?.id ?? FIRST_LOCATION;
}
