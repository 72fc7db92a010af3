import type { QueryValue } from '../../shared/request/apiProfile';
import { call, type SosClient, type SosEnvelope } from './client';

/** SOS's default and largest page. */
export const PAGE_SIZE = 200;

/** Passes over a list before the rows found have to do: rows shift when records change while it is read. */
const MAX_PASSES = 3;

export interface SosListRequest {
	/** Singular and lower case, as in the path: "item", "salesorder". */
	entity: string;
	/** Only parameters SOS knows: it ignores any other silently and then returns everything. */
	query?: Record<string, QueryValue>;
	/** Rows wanted in all; reading stops there. All rows when left out. */
	limit?: number;
	/** Learns, with each page, how many rows SOS says there are. */
	onTotal?: (totalCount: number) => void;
}

/**
 * Reads a list page by page, each record once, as far as the caller keeps asking and no further than
 * `limit`. SOS's `start` is a row number and its pages are no snapshot: a record deleted meanwhile
 * moves the rest up and one is missed, so when fewer came than SOS counts, the list is read again.
 */
export async function* list<T extends { id: number }>(
	client: SosClient,
	{ entity, query, limit = Infinity, onTotal }: SosListRequest,
): AsyncGenerator<T> {
	const seen = new Set<number>();
	let totalCount = 0;
	for (let pass = 1; pass <= MAX_PASSES; pass++) {
		for (let start = 1, lastRow = false; !lastRow;) {
			const page = await readPage<T>(client, entity, query, start, Math.min(PAGE_SIZE, limit));
			totalCount = page.totalCount ?? seen.size;
			onTotal?.(totalCount);
			for (const row of page.data) {
				if (seen.has(row.id)) continue;
				seen.add(row.id);
				yield row;
				if (seen.size === limit) return;
			}
			start += page.data.length;
			lastRow = page.data.length === 0 || start > totalCount;
		}
		if (seen.size >= totalCount) return;
	}
}

async function readPage<T>(
	client: SosClient,
	entity: string,
	query: Record<string, QueryValue> | undefined,
	start: number,
	maxresults: number,
): Promise<SosEnvelope<T[]>> {
	const envelope = await call<T[] | null>(client, {
		method: 'GET',
		path: `/${entity}`,
		query: { ...query, start, maxresults },
		subject: `the list of ${entity} records`,
	});
	return { ...envelope, data: envelope.data ?? [] };
}
