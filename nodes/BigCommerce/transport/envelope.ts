import { flawInRecord, flawInRows, type Noun } from '../../shared/request/noun';
import type { Shape } from '../../shared/request/shape';

/** Whether a path belongs to the older of BigCommerce's two APIs, which has no envelopes. */
export function isV2(path: string): boolean {
	return /^\/v2\//.test(path);
}

/**
 * What a V2 answer is about is the body itself, what a V3 answer is about stands in its `data`. Undefined
 * where there is no such thing.
 */
export function contentOf(path: string, body: unknown): unknown {
	if (isV2(path)) return body;
	return body !== null && typeof body === 'object' && 'data' in body ? body.data : undefined;
}

/** Looks at each answer to one request: what is wrong with it, undefined when nothing is. */
type FlawFinder = (body: unknown) => string | undefined;

/**
 * Looks at a list or a page of one. HTTP 204, whose body is null, says that there is none; V3 says so with
 * an empty list in its envelope, too. V2 has only been seen to say it by 204: a bare `[]` may be an answer
 * that got lost on its way, and is taken for the end when it comes again.
 */
export function flawsInList<T>(noun: Noun<T>, path: string): FlawFinder {
	let wasEmpty = false;
	return (body) => {
		if (body === null) return undefined;
		const rows = contentOf(path, body);
		const flaw = flawInRows(noun, rows);
		if (flaw !== undefined || !isV2(path) || (rows as T[]).length > 0 || wasEmpty) return flaw;
		wasEmpty = true;
		return 'the list is empty, where HTTP 204 would say that there is none';
	};
}

/** What V3 puts around the rows of a page. */
export function pageOf<T>(shape: Shape<T>): Noun<T> {
	return { words: 'page', shape, keyOf: () => 'of the list' };
}

/** What a request is to be answered with, and how that is taken out of the answer. */
export interface Expected<T> {
	/** Makes what looks at the answers to one request. */
	flawsAt(path: string): FlawFinder;
	read(path: string, body: unknown): T;
}

/**
 * One record, in the envelope of its API.
 *
 * @param key of the record that was asked for, where it is known
 */
export function one<T>(noun: Noun<T>, key?: string | number): Expected<T> {
	return {
		flawsAt: (path) => (body) => {
			const content = contentOf(path, body);
			return (
				flawInRecord(noun, content) ?? (key === undefined ? undefined : flawInKey(noun, content as T, key))
			);
		},
		read: (path, body) => contentOf(path, body) as T,
	};
}

function flawInKey<T>({ words, keyOf }: Noun<T>, record: T, key: string | number): string | undefined {
	const came = keyOf(record);
	return came === key ? undefined : `instead of ${words} ${key} came ${words} ${came}`;
}

/** One record that comes without an envelope although it is of V3, as inventory adjustments are answered. */
export function bare<T>(noun: Noun<T>): Expected<T> {
	return {
		flawsAt: () => (body) => flawInRecord(noun, body),
		read: (_, body) => body as T,
	};
}

/** A list that comes whole with one answer. */
export function whole<T>(noun: Noun<T>): Expected<T[]> {
	return {
		flawsAt: (path) => flawsInList(noun, path),
		read: (path, body) => (body === null ? [] : (contentOf(path, body) as T[])),
	};
}

/** Nothing that anybody reads, as a deletion is answered: HTTP 204, or whatever came with another success. */
export const nothing: Expected<void> = { flawsAt: () => () => undefined, read: () => {} };
