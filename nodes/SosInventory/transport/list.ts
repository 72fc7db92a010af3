import type { QueryValue } from '../../shared/request/apiProfile';
import { call, type SosClient, type SosEnvelope } from './client';

/** SOS's default and largest page. */
export const PAGE_SIZE = 200;

/** Times a list is read at most, when records keep changing while it is read. */
const MAX_PASSES = 4;

export interface SosListRequest {
	/** Singular and lower case, as in the path: "item", "salesorder". */
	entity: string;
	/** Only parameters SOS knows: it ignores any other silently and then returns everything. */
	query?: Record<string, QueryValue>;
	/** Rows wanted in all; reading stops there. All rows when left out. */
	limit?: number;
	/** Learns, with each page, how many rows SOS says there are. */
	onTotal?: (totalCount: number) => void;
	/** Learns, at the end, how many rows SOS counts that could not be had; not called when none is missing. */
	onMissing?: (rows: number) => void;
}

/**
 * Reads a list page by page, each record once, as far as the caller keeps asking and no further than
 * `limit`. SOS's `start` is a row number and its pages are no snapshot: a record deleted meanwhile
 * moves the rest up and one is missed at the edge of a page. So when fewer came than SOS counts, the
 * list is read again with its pages cut elsewhere, until it is complete or a whole pass brings
 * nothing new.
 */
export async function* list<T extends { id: number }>(
	client: SosClient,
	request: SosListRequest,
): AsyncGenerator<T> {
	const { limit = Infinity, onMissing } = request;
	const seen = new Set<number>();
	for (let pass = 1; pass <= MAX_PASSES; pass++) {
		const seenBefore = seen.size;
		let expected = Infinity;
		for await (const { data, totalCount } of pages<T>(client, request, Math.ceil(PAGE_SIZE / pass))) {
			// Rows that are added while the list is read were not there when it was asked for.
			expected = Math.min(expected, totalCount ?? Infinity);
			for (const row of data) {
				if (seen.has(row.id)) continue;
				seen.add(row.id);
				yield row;
				if (seen.size === limit) return;
			}
		}
		const missing = expected === Infinity ? 0 : expected - seen.size;
		if (missing <= 0) return;
		if (seen.size === seenBefore || pass === MAX_PASSES) return onMissing?.(missing);
	}
}

/** @param firstSize rows of the first page, which decides where all pages after it begin */
async function* pages<T>(
	client: SosClient,
	{ entity, query, limit = Infinity, onTotal }: SosListRequest,
	firstSize: number,
): AsyncGenerator<SosEnvelope<T[]>> {
	for (let start = 1, atEnd = false; !atEnd;) {
		const size = Math.min(start === 1 ? firstSize : PAGE_SIZE, limit);
		const { data: rows, totalCount } = await call<T[] | null>(client, {
			method: 'GET',
			path: `/${entity}`,
			query: { ...query, start, maxresults: size },
			subject: `the list of ${entity} records`,
		});
		const data = rows ?? [];
		if (totalCount !== undefined) onTotal?.(totalCount);
		yield { data, totalCount };
		start += data.length;
		atEnd = data.length === 0 || (totalCount === undefined ? data.length < size : start > totalCount);
	}
}
