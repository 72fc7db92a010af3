import type { SosCustomer } from '../../../sync/order/sosCustomer';
import { flag, id, optional, record, text } from '../../shared/request/shape';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';
import { sosNoun } from '../transport/noun';
import { createRecord } from '../transport/record';
import { canBeAskedFor } from './queryText';

/** Unlike the addresses of sales documents, those of customers have nothing nested in them. */
const address = record({ line1: optional(text), city: optional(text), postalCode: optional(text) });

export const customers = sosNoun<SosCustomer>(
	'/customer',
	'customer',
	record({
		id,
		name: optional(text),
		fullname: optional(text),
		email: optional(text),
		companyName: optional(text),
		billing: optional(address),
		shipping: optional(address),
		archived: optional(flag),
	}),
	['archived', 'createdsince', 'email', 'name', 'query', 'updatedsince'],
);

/**
 * The customers that SOS finds for an e-mail address; it may answer more than these.
 *
 * @throws {ApiFailure}
 */
export async function* customersWithEmail(client: SosClient, email: string): AsyncGenerator<SosCustomer> {
	if (canBeAskedFor(email)) yield* list(client, customers, { query: { email } });
}

/**
 * The customers that SOS finds for a name or full name.
 *
 * @throws {ApiFailure}
 */
export async function* customersNamed(
	client: SosClient,
	name: string,
	archived?: 'any',
): AsyncGenerator<SosCustomer> {
	if (canBeAskedFor(name)) yield* list(client, customers, { query: { name, archived } });
}

/**
 * Creates a customer. Sent once: see `createRecord`.
 *
 * @throws {ApiFailure}
 */
export async function addCustomer(
	client: SosClient,
	body: { name: string; [field: string]: unknown },
): Promise<SosCustomer> {
	return await createRecord(client, customers, { body, subject: `the customer "${body.name}"` });
}
