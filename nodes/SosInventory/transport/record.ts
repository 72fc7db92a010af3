import type { ApiFailure } from '../../shared/request/apiFailure';
import { flawInRecord } from '../../shared/request/noun';
import { settle } from '../../shared/request/settle';
import { call, type SosClient } from './client';
import type { SosNoun, SosRecord } from './noun';

/**
 * Reads one record by its id.
 *
 * @param id checked by the caller: SOS would answer an empty id with the whole list
 * @returns undefined when SOS has no such record, which it may say under HTTP 200
 * @throws {ApiFailure} also when something else came than the record
 */
export async function readRecord<T extends SosRecord>(
	client: SosClient,
	noun: SosNoun<T>,
	id: number,
	query?: Record<string, string>,
): Promise<T | undefined> {
	const outcome = await settle(
		call<T>(client, {
			method: 'GET',
			path: `${noun.path}/${id}`,
			query,
			subject: `${noun.words} ${id}`,
			flawIn: ({ data }) => flawInRecord(noun, data) ?? anotherThan(id, data as T),
		}),
	);
	if (outcome.failure === undefined) return outcome.value.data;
	// With a query the refusal may be about that, such as a location SOS does not have.
	if (query === undefined && saysNoSuchRecord(outcome.failure)) return undefined;
	throw outcome.failure;

	function anotherThan(asked: number, record: T): string | undefined {
		return record.id === asked ? undefined : `${noun.words} ${record.id} came`;
	}
}

/** Under another status than 200 or 404 the refusal is about something else. */
function saysNoSuchRecord({ category, httpCode }: ApiFailure): boolean {
	return category === 'notFound' || (category === 'invalid' && httpCode === '200');
}

export interface NewRecord<T> {
	body: object;
	/** What is created, for messages: "sales order BC-10234". */
	subject: string;
	/** What tells that the answer is about something else than what was sent, in one clause. */
	flawIn?(record: T): string | undefined;
}

/**
 * Creates a record. Never sent twice by itself: SOS has no key by which it would recognize a repeat.
 *
 * @throws {ApiFailure} with `mayHaveBeenDone` when the answer was lost, or is not the new record
 */
export async function createRecord<T extends SosRecord>(
	client: SosClient,
	noun: SosNoun<T>,
	{ body, subject, flawIn }: NewRecord<T>,
): Promise<T> {
	const { data } = await call<T>(client, {
		method: 'POST',
		path: noun.path,
		body,
		subject,
		flawIn: (envelope) => flawInRecord(noun, envelope.data) ?? flawIn?.(envelope.data as T),
	});
	return data;
}
