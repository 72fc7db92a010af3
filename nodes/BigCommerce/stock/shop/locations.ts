import { listLocations, type LocationRow } from '../../api/locations';
import { collect } from '../../../shared/parameters/limit';
import type { BigCommerceClient } from '../../transport/client';

/** BigCommerce's own default location, which cannot be removed; another one may be made the default. */
const FIRST_LOCATION = 1;

export async function readLocations(store: BigCommerceClient): Promise<LocationRow[]> {
	return await collect(listLocations(store));
}

/** The location that stock is for where none is chosen. Rows do not say which it is, so it is asked for. */
export async function readDefaultLocationId(
	store: BigCommerceClient,
	locations: LocationRow[],
): Promise<number> {
	if (locations.length === 1) return locations[0].id;
	const [location] = await collect(listLocations(store, { isDefault: true }, 1));
	return location?.id ?? FIRST_LOCATION;
}
