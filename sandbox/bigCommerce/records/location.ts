/** A place stock is kept, as `GET /v3/inventory/locations` shows it. */
export interface Location {
	id: number;
	code: string;
	label: string;
	description: string;
	managed_by_external_source: boolean;
	type_id: 'PHYSICAL' | 'VIRTUAL';
	enabled: boolean;
	operating_hours: Record<string, { open: boolean; opening: string; closing: string }>;
	special_hours: unknown[];
	time_zone: string;
	address: Record<string, unknown>;
	storefront_visibility: boolean;
	created_at: string;
	updated_at: string;
}
