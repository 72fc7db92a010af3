import type { ApiFailure } from '../../shared/request/apiFailure';
import { settle } from '../../shared/request/settle';
import { call, type SosClient } from './client';

/**
 * Reads one record by its id.
 *
 * @param id checked by the caller: SOS would answer an empty id with the whole list
 * @returns null when SOS has no such record, which it says under HTTP 200 or by an empty `data`
 * @throws {ApiFailure}
 */
export async function readRecord<T>(
	client: SosClient,
	entity: string,
	id: number,
	query?: Record<string, string>,
): Promise<T | null> {
	const outcome = await settle(
		call<T | null>(client, { method: 'GET', path: `/${entity}/${id}`, query, subject: `${entity} ${id}` }),
	);
	if (outcome.failure === undefined) return outcome.value.data;
	// With a query the refusal may be about that, such as a location SOS does not have.
	if (query === undefined && saysNoSuchRecord(outcome.failure)) return null;
	throw outcome.failure;
}

/** Under another status than 200 or 404 the refusal is about something else. */
function saysNoSuchRecord({ category, httpCode }: ApiFailure): boolean {
	return category === 'notFound' || (category === 'invalid' && httpCode === '200');
}

/**
 * Creates a record. Never sent twice by itself: SOS has no key by which it would recognise a repeat.
 *
 * @throws {ApiFailure} with `mayHaveBeenDone` when the answer was lost
 */
export async function createRecord<T>(
	client: SosClient,
	entity: string,
	body: object,
	subject: string,
): Promise<T> {
	const { data } = await call<T>(client, { method: 'POST', path: `/${entity}`, body, subject });
	return data;
}
