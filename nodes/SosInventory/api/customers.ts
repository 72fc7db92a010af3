import type { SosCustomer } from '../../../sync/order/sosCustomer';
import { flag, id, optional, record, text } from '../../shared/request/shape';
import type { SosClient } from '../transport/client';
import { collect } from '../../shared/parameters/limit';
import { list, type ListRequest } from '../transport/list';
import { sosNoun } from '../transport/noun';
import { createRecord, readRecord } from '../transport/record';
import { sosMoment } from '../transport/time';
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
 * All customers of a company, archived ones too.
 *
 * @param changedSince only those that changed at or after this moment (ms since 1970)
 * @throws {ApiFailure}
 */
export function allCustomers(
	client: SosClient,
	{ changedSince, ...request }: Omit<ListRequest, 'query'> & { changedSince?: number } = {},
): AsyncGenerator<SosCustomer> {
	const updatedsince = changedSince === undefined ? undefined : sosMoment(changedSince);
	return list(client, customers, { ...request, query: { archived: 'any', updatedsince } });
}

/**
 * How many customers a company has, archived ones too.
 *
 * @returns undefined when SOS does not say
 * @throws {ApiFailure}
 */
export async function countCustomers(client: SosClient): Promise<number | undefined> {
	let total: number | undefined;
	await collect(allCustomers(client, { limit: 1, onTotal: (rows) => (total = rows) }));
	return total;
}

/**
 * Reads one customer.
 *
 * @returns undefined when SOS has no such customer
 * @throws {ApiFailure}
 */
export async function readCustomer(client: SosClient, id: number): Promise<SosCustomer | undefined> {
	return await readRecord(client, customers, id);
}

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
