import { booleanIs, integerIn, textIn } from '../listing/filters';
import type { Location } from '../records/location';
import { defaultLocationId } from '../records/stockItem';
import { locations as all } from '../seed/locations';
import type { Resource } from './resource';

/** `/v3/inventory/locations`; read only. */
export const locations: Resource<Location> = {
	path: '/v3/inventory/locations',
	scopes: ['locations'],
	form: 'v3',
	pageSize: () => ({ normal: 50, maximum: 1000 }),
	records: () => [...all],
	filters: [
		integerIn('location_id:in', ({ id }) => id),
		textIn('location_code:in', ({ code }) => code),
		textIn('type_id:in', ({ type_id }) => type_id),
		booleanIs('is_default', ({ id }) => id === defaultLocationId),
		booleanIs('is_active', ({ enabled }) => enabled),
		booleanIs('managed_by_external_source', (location) => location.managed_by_external_source),
		booleanIs('storefront_visibility', (location) => location.storefront_visibility),
	],
};
