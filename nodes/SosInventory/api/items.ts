import type { SosItemBody } from '../../../sync/order/salesDocument';
import type { SosItem } from '../../../sync/sosItem';
import { decimal, flag, id, optional, record, text } from '../../shared/request/shape';
import { collect } from '../../shared/parameters/limit';
import type { SosClient } from '../transport/client';
import { list, type ListRequest } from '../transport/list';
import { sosNoun } from '../transport/noun';
import { createRecord, readRecord } from '../transport/record';
import { sosMoment } from '../transport/time';
import { canBeAskedFor } from './queryText';
import { reference } from './reference';

/**
 * An item with all that the node reads of it. Kits and services may have null where others have quantities.
 * A list that is narrowed by a location has the quantities of that location.
 */
export const items = sosNoun<SosItem>(
	'/item',
	'item',
	record({
		id,
		name: optional(text),
		fullname: optional(text),
		sku: optional(text),
		type: text,
		description: optional(text),
		taxable: optional(flag),
		class: optional(reference),
		minimumPrice: optional(decimal),
		archived: optional(flag),
		updateBigCommerce: optional(flag),
		onhand: optional(decimal),
		available: optional(decimal),
		onSO: optional(decimal),
	}),
	['archived', 'category', 'createdsince', 'location', 'query', 'sku', 'tags', 'type', 'updatedsince'],
);

/**
 * All items of a company, archived ones too.
 *
 * @param changedSince only those that changed at or after this moment (ms since 1970)
 * @throws {ApiFailure}
 */
export function allItems(
	client: SosClient,
	{ changedSince, ...request }: Omit<ListRequest, 'query'> & { changedSince?: number } = {},
): AsyncGenerator<SosItem> {
	const updatedsince = changedSince === undefined ? undefined : sosMoment(changedSince);
	return list(client, items, { ...request, query: { archived: 'any', updatedsince } });
}

/**
 * The items that SOS finds for a SKU, archived ones too. How SOS compares is not documented, and SKUs
 * are not unique: look at each again.
 *
 * @throws {ApiFailure}
 */
export async function* itemsWithSku(client: SosClient, sku: string): AsyncGenerator<SosItem> {
	if (canBeAskedFor(sku)) yield* list(client, items, { query: { archived: 'any', sku } });
}

/**
 * How many items a list has.
 *
 * @throws {ApiFailure}
 */
export async function countItems(
	client: SosClient,
	query: Record<string, string | undefined>,
): Promise<number> {
	let total = 0;
	await collect(list(client, items, { query, limit: 1, onTotal: (rows) => (total = rows) }));
	return total;
}

/**
 * An item with the quantities of one location, or of the whole company.
 *
 * @returns undefined when SOS has no such item; a refusal of the location is thrown
 * @throws {ApiFailure}
 */
export async function readItem(
	client: SosClient,
	id: number,
	location?: string,
): Promise<SosItem | undefined> {
	return await readRecord(client, items, id, location === undefined ? undefined : { location });
}

/**
 * Creates an item. Sent once: see `createRecord`.
 *
 * @throws {ApiFailure}
 */
export async function addItem(client: SosClient, body: SosItemBody): Promise<SosItem> {
	return await createRecord(client, items, { body, subject: `the item "${body.name}"` });
}
