import type { IDataObject } from 'n8n-workflow';
import type { Noun } from '../../shared/request/noun';
import { flag, id, optional, record, text, type Shape, type Shaped } from '../../shared/request/shape';
import type { BigCommerceClient } from '../transport/client';
import { list } from '../transport/paging';

const locationShape = record({ id, enabled: flag, label: optional(text), code: optional(text) });

/** A place the store keeps stock. */
export type LocationRow = IDataObject & Shaped<typeof locationShape>;

const location: Noun<LocationRow> = {
	words: 'inventory location',
	shape: locationShape as Shape<LocationRow>,
	keyOf: ({ id: own }) => own,
};

/** BigCommerce's own filters. */
export interface LocationFilters {
	codes?: string[];
	isDefault?: boolean;
	isActive?: boolean;
}

/**
 * The places the store keeps stock.
 *
 * @throws {ApiFailure}
 */
export function listLocations(
	client: BigCommerceClient,
	{ codes, isDefault, isActive }: LocationFilters = {},
	limit?: number,
): AsyncGenerator<LocationRow> {
	return list(client, {
		noun: location,
		path: '/v3/inventory/locations',
		query: { 'location_code:in': codes?.join(','), is_default: isDefault, is_active: isActive },
		limit,
		subject: 'the list of inventory locations',
	});
}
