import type { Location } from '../records/location';

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function createLocation(
	location: Pick<Location, 'id' | 'code' | 'label' | 'enabled'>,
	city: string,
	state: string,
): Location {
	return {
		...location,
		description: '',
		managed_by_external_source: false,
		type_id: 'PHYSICAL',
		operating_hours: Object.fromEntries(
			days.map((day) => [day, { open: true, opening: '08:00', closing: '18:00' }]),
		),
		special_hours: [],
		time_zone: 'Etc/UTC',
		address: {
			address1: '1 Harbor Road',
			address2: '',
			city,
			state,
			zip: '00001',
			email: 'store@example.com',
			phone: '(512) 555-0100',
			geo_coordinates: { latitude: 0, longitude: 0 },
			country_code: 'US',
		},
		storefront_visibility: true,
		created_at: '2024-01-15T00:00:00Z',
		updated_at: '2024-01-15T00:00:00Z',
	};
}

/** The store's locations: the default one, one that never got any stock, and one that is switched off. */
export const locations: readonly Location[] = [
	createLocation(
		{ id: 1, code: 'BC-LOCATION-1', label: 'Default location', enabled: true },
		'Austin',
		'Texas',
	),
	createLocation(
		{ id: 2, code: 'BC-LOCATION-2', label: 'East warehouse', enabled: true },
		'Albany',
		'New York',
	),
	createLocation(
		{ id: 3, code: 'BC-LOCATION-3', label: 'Old warehouse', enabled: false },
		'Tulsa',
		'Oklahoma',
	),
];
