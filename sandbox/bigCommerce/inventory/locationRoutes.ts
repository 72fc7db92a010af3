import type { FastifyInstance } from 'fastify';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import type { Store } from '../store';
import { defaultLocationId } from '../records/stockItem';
import { locations } from '../seed/locations';
import type { Location } from '../records/location';

export function addLocationRoutes(api: FastifyInstance, { settings }: Store): void {
	api.get('/v3/inventory/locations', { config: { scopes: ['locations'] } }, async (request) => {
		const query = new Query(request);
		const ids = query.integers('location_id:in');
		const codes = query.list('location_code:in');
		const types = query.list('type_id:in');
		const isDefault = query.boolean('is_default');
		const isActive = query.boolean('is_active');
		const external = query.boolean('managed_by_external_source');
		const visible = query.boolean('storefront_visibility');
		const isAsked = (location: Location) =>
			(ids?.includes(location.id) ?? true) &&
			(codes?.includes(location.code) ?? true) &&
			(types?.includes(location.type_id) ?? true) &&
			(isDefault === undefined || isDefault === (location.id === defaultLocationId)) &&
			(isActive === undefined || isActive === location.enabled) &&
			(external === undefined || external === location.managed_by_external_source) &&
			(visible === undefined || visible === location.storefront_visibility);
		const page = { normal: 50, maximum: 1000, above: settings.limitAboveMaximum };
		return v3Page(request, locations.filter(isAsked), (location) => location, page);
	});
}
