import { flawInRecord, flawInRows, type Noun } from '../../shared/request/noun';

/**
 * What a V2 answer is about is the body itself, what a V3 answer is about stands in its `data`. Undefined
 * where there is no such thing.
 *
 * @param path from `/v2/` or `/v3/`
 */
export function contentOf(path: string, body: unknown): unknown {
	if (path.startsWith('/v2/')) return body;
	return body !== null && typeof body === 'object' && 'data' in body ? body.data : undefined;
}

/** What a request is to be answered with, and how that is taken out of the answer. */
export interface Expected<T> {
	flawIn(path: string, body: unknown): string | undefined;
	read(path: string, body: unknown): T;
}

/** One record, in the envelope of its API. */
export function one<T>(noun: Noun<T>): Expected<T> {
	return {
		flawIn: (path, body) => flawInRecord(noun, contentOf(path, body)),
		read: (path, body) => contentOf(path, body) as T,
	};
}

/** One record that comes without an envelope although it is of V3, as inventory adjustments are answered. */
export function bare<T>(noun: Noun<T>): Expected<T> {
	return {
		flawIn: (_, body) => flawInRecord(noun, body),
		read: (_, body) => body as T,
	};
}

/** A list that comes whole with one answer; HTTP 204, whose body is null, is an empty one. */
export function whole<T>(noun: Noun<T>): Expected<T[]> {
	return {
		flawIn: (path, body) => (body === null ? undefined : flawInRows(noun, contentOf(path, body))),
		read: (path, body) => (body === null ? [] : (contentOf(path, body) as T[])),
	};
}
