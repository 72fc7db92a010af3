import { ApiFailure } from '../../shared/request/apiFailure';
import type { QueryValue } from '../../shared/request/apiProfile';
import { flawInRows } from '../../shared/request/noun';
import { call, type SosClient, type SosEnvelope } from './client';
import type { SosNoun, SosRecord } from './noun';

/** SOS's default and largest page. */
export const PAGE_SIZE = 200;

/** Times a list is read at most, when records keep changing while it is read. */
const MAX_PASSES = 4;

export interface ListRequest {
	/** By the noun's filters. */
	query?: Record<string, QueryValue>;
	/** Rows wanted in all; reading stops there. All rows when left out. */
	limit?: number;
	/** Learns, with each page, how many rows SOS says there are. */
	onTotal?: (totalCount: number) => void;
	/** Learns, at the end, how many rows SOS counts that could not be had. Without it they are a failure. */
	onMissing?: (rows: number) => void;
}

/**
 * Reads a list page by page, each record once, as far as the caller keeps asking and no further than
 * `limit`. SOS's `start` is a row number and its pages are no snapshot: a record deleted meanwhile
 * moves the rest up and one is missed at the edge of a page. So when fewer came than SOS counts, the
 * list is read again with its pages cut elsewhere, until it is complete or a whole pass brings
 * nothing new.
 *
 * @throws {ApiFailure} also for an answer that is not a page of such records, for a list that does not get
 *   anywhere and, after all rows that could be had, for rows that SOS counts and does not give
 * @throws {Error} for a filter that the noun does not have
 */
export async function* list<T extends SosRecord>(
	client: SosClient,
	noun: SosNoun<T>,
	request: ListRequest = {},
): AsyncGenerator<T> {
	const { limit = Infinity, query = {} } = request;
	const unknown = Object.keys(query).find((name) => !noun.filters.includes(name));
	if (unknown !== undefined) throw new Error(`The list of ${noun.words}s has no filter "${unknown}"`);
	const seen = new Set<number>();
	for (let pass = 1; pass <= MAX_PASSES; pass++) {
		const seenBefore = seen.size;
		let expected = Infinity;
		for await (const { rows, totalCount } of pages(client, noun, request, Math.ceil(PAGE_SIZE / pass))) {
			// Rows that are added while the list is read were not there when it was asked for.
			expected = Math.min(expected, totalCount ?? Infinity);
			for (const row of rows) {
				if (seen.has(row.id)) continue;
				seen.add(row.id);
				yield row;
				if (seen.size === limit) return;
			}
		}
		const missing = expected === Infinity ? 0 : expected - seen.size;
		if (missing <= 0) return;
		if (seen.size > seenBefore && pass < MAX_PASSES) continue;
		if (request.onMissing === undefined) throw rowsMissing(client, noun, seen.size, missing);
		return request.onMissing(missing);
	}
}

interface Page<T> {
	rows: T[];
	totalCount?: number;
}

/** @param firstSize rows of the first page, which decides where all pages after it begin */
async function* pages<T extends SosRecord>(
	client: SosClient,
	noun: SosNoun<T>,
	{ query, limit = Infinity, onTotal }: ListRequest,
	firstSize: number,
): AsyncGenerator<Page<T>> {
	const seen = new Set<number>();
	for (let start = 1, atEnd = false; !atEnd;) {
		const size = Math.min(start === 1 ? firstSize : PAGE_SIZE, limit);
		const { data: rows, totalCount } = await call<T[]>(client, {
			method: 'GET',
			path: noun.path,
			query: { ...query, start, maxresults: size },
			subject: `the list of ${noun.words}s`,
			flawIn: (envelope) => flawInRows(noun, envelope.data) ?? flawInCounts(envelope),
		});
		const total = totalCount ?? undefined;
		if (total !== undefined) onTotal?.(total);
		yield { rows, totalCount: total };

		const first = start;
		start += rows.length;
		atEnd = rows.length === 0 || (total === undefined ? rows.length < size : start > total);
		const seenBefore = seen.size;
		for (const { id } of rows) seen.add(id);
		if (!atEnd && seen.size === seenBefore) throw goesNowhere(client, noun, first);
	}
}

/** `count` is how many rows the page has, `totalCount` how many there are in all. */
function flawInCounts({ data, count, totalCount }: SosEnvelope<unknown>): string | undefined {
	const rows = (data as unknown[]).length;
	if (!isMissing(count) && count !== rows) return `its "count" is ${shown(count)}, but it has ${rows} rows`;
	if (isMissing(totalCount)) return undefined;
	const isCount = Number.isSafeInteger(totalCount) && totalCount >= rows;
	return isCount ? undefined : `its "totalCount" is ${shown(totalCount)}, but it has ${rows} rows`;
}

function isMissing(value: unknown): value is null | undefined {
	return value === undefined || value === null;
}

function shown(value: unknown): string {
	return JSON.stringify(value).slice(0, 60);
}

function rowsMissing({ context }: SosClient, { words }: SosNoun, read: number, missing: number): ApiFailure {
	return new ApiFailure(context.getNode(), {
		category: 'unreadable',
		isFlaw: true,
		message: `SOS Inventory counts ${read + missing} ${words} records, but only ${read} of them could be read`,
		fix: 'The list kept changing while it was read. Run the node again, or narrow it with filters.',
	});
}

function goesNowhere({ context }: SosClient, { words }: SosNoun, first: number): ApiFailure {
	return new ApiFailure(context.getNode(), {
		category: 'unreadable',
		isFlaw: true,
		message: `SOS Inventory repeats itself in the list of ${words}s: the page from row ${first} on has only records that came before`,
		fix: 'Run the workflow again. If it happens again, report the message: the list cannot be read to its end.',
	});
}
