import { oneOf, text } from '../reading/fields';

/** What metafields can be kept on. */
export interface Owner {
	type: 'order' | 'location';
	id: number;
}

/** A note a client keeps on a resource. Times are milliseconds since 1970. */
export interface Metafield {
	id: number;
	permission_set: string;
	namespace: string;
	key: string;
	value: string;
	description: string;
	resource_type: Owner['type'];
	resource_id: number;
	owner_client_id: string;
	createdAt: number;
	modifiedAt: number;
}

/** The fields a client can set. */
export const metafieldFields = {
	permission_set: oneOf(['app_only', 'read', 'write', 'read_and_sf_access', 'write_and_sf_access']),
	namespace: text(64),
	key: text(64),
	value: text(65_535),
	description: text(255),
};
