/** What metafields can be kept on. */
export interface Resource {
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
	resource_type: Resource['type'];
	resource_id: number;
	owner_client_id: string;
	createdAt: number;
	modifiedAt: number;
}
