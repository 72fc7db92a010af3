import type { Noun } from '../../shared/request/noun';
import { id, record, text, type Shaped } from '../../shared/request/shape';
import { call, type BigCommerceClient } from '../transport/client';
import { listByCursor } from '../transport/cursor';
import { one } from '../transport/envelope';

const metafieldShape = record({ id, resource_id: id, namespace: text, key: text, value: text });

/** A text that is kept with an inventory location. */
export type LocationMetafield = Shaped<typeof metafieldShape>;

const locationMetafield: Noun<LocationMetafield> = {
	words: 'metafield',
	shape: metafieldShape,
	keyOf: ({ id: own }) => own,
};

/**
 * The metafields of all locations under one namespace.
 *
 * @param subject what they are, for messages
 * @throws {ApiFailure}
 */
export function listLocationMetafields(
	client: BigCommerceClient,
	namespace: string,
	subject: string,
): AsyncGenerator<LocationMetafield> {
	const path = '/v3/inventory/locations/metafields';
	return listByCursor(client, { noun: locationMetafield, path, query: { namespace }, subject });
}

/** A metafield to be written. */
export interface LocationMetafieldBody {
	namespace: string;
	key: string;
	value: string;
	/** `write`: another API account of the store can go on with it. */
	permission_set: 'write';
	description: string;
}

/**
 * Writes a metafield of a location.
 *
 * @param present the one to change; undefined for a new one
 * @throws {ApiFailure}
 */
export async function writeLocationMetafield(
	client: BigCommerceClient,
	locationId: number,
	body: LocationMetafieldBody,
	present: LocationMetafield | undefined,
): Promise<void> {
	const path = `/v3/inventory/locations/${locationId}/metafields`;
	await call(client, one(locationMetafield), {
		method: present === undefined ? 'POST' : 'PUT',
		path: present === undefined ? path : `${path}/${present.id}`,
		body,
		repeatable: true,
		subject: `what is kept with location ${locationId}`,
	});
}
