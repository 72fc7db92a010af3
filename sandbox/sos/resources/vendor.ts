import { archivedFilter, searching, sinceFilter } from '../listing/query';
import type { Vendor } from '../records/vendor';
import { withoutTimes, type Resource } from './resource';

/** `/vendor`. */
export const vendorResource: Resource<Vendor> = {
	path: 'vendor',
	collection: (state) => state.vendors,
	filters: [
		searching(
			(vendor) => vendor.name,
			(vendor) => vendor.companyName,
			(vendor) => vendor.notes,
		),
		archivedFilter,
		sinceFilter,
	],
	render: () => (vendor) => ({ ...withoutTimes(vendor), summaryOnly: false }),
	renderSummary:
		() =>
		({ id, syncToken, starred, name, email, companyName, archived }) => ({
			id,
			syncToken,
			starred,
			name,
			email,
			companyName,
			archived,
			summaryOnly: true,
		}),
};
