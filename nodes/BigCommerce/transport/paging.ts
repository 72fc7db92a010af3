import type { QueryValue } from '../../shared/request/apiProfile';
import { flawInRecord, type Noun } from '../../shared/request/noun';
import { send } from '../../shared/request/send';
import { optional, record, wholeNumber, type Shaped } from '../../shared/request/shape';
import type { BigCommerceClient } from './client';
import { contentOf, flawsInList, isV2, pageOf } from './envelope';
import { Progress } from './progress';

/** BigCommerce's largest page on most lists; above it the answer is 413. */
export const LARGEST_PAGE = 250;

export interface ListRequest<T> {
	/** What the list holds; every record is checked to be one. */
	noun: Noun<T>;
	/** With the version of the API, which decides about the envelope. */
	path: string;
	query?: Record<string, QueryValue>;
	subject: string;
	/** Rows wanted in all; reading stops there. All rows when left out. */
	limit?: number;
	/** Rows in one request, 250 at the most unless the list allows more. */
	pageSize?: number;
}

/**
 * Reads a list page by page, as far as the caller keeps asking and no further than `limit`.
 *
 * @throws {ApiFailure}
 */
export async function* list<T>(client: BigCommerceClient, request: ListRequest<T>): AsyncGenerator<T> {
	const { limit = Infinity } = request;
	const pageSize = Math.min(request.pageSize ?? LARGEST_PAGE, limit);
	let given = 0;
	for await (const { rows } of pages(client, { ...request, pageSize })) {
		for (const row of rows) {
			yield row;
			if (++given === limit) return;
		}
	}
}

/**
 * The pages of a list up to its last one.
 *
 * @throws {ApiFailure} also when a page repeats what came before, or rows are missing that the list promised
 */
export async function* pages<T>(client: BigCommerceClient, request: ListRequest<T>): AsyncGenerator<Page<T>> {
	const progress = new Progress(client, request.noun, request.subject);
	let promisedPages: number | undefined;
	for (let number = 1; ; number++) {
		const page = await readPage(client, request, number, promisedPages);
		promisedPages = page.totalPages ?? promisedPages;
		progress.note(page.rows);
		yield page;
		if (page.isLast) return;
	}
}

export interface Page<T> {
	rows: T[];
	isLast: boolean;
	/** Pages in all, where the list says so. */
	totalPages?: number;
}

const counted = record({
	meta: optional(
		record({
			pagination: optional(record({ count: optional(wholeNumber), total_pages: optional(wholeNumber) })),
		}),
	),
});

const PAGE = pageOf(counted);

/**
 * Reads one page of a list, counted from 1.
 *
 * @param promisedPages how many pages there are, as the page before said
 * @throws {ApiFailure}
 */
export async function readPage<T>(
	client: BigCommerceClient,
	{ noun, path, pageSize, query, subject }: ListRequest<T>,
	page: number,
	promisedPages?: number,
): Promise<Page<T>> {
	const { body } = await send(client.context, client.profile, {
		method: 'GET',
		path,
		query: { ...query, page, limit: pageSize ?? LARGEST_PAGE },
		subject,
		flawIn: flawsInPage(noun, path, page, promisedPages),
	});
	const rows = body === null ? [] : (contentOf(path, body) as T[]);
	// V2 gives no total, and its largest page is not documented: a short page may only mean that the page
	// was cut, so that nothing but an empty one (204 without a body) is the end.
	const totalPages = isV2(path) ? undefined : (paginationOf(body)?.total_pages ?? undefined);
	return { rows, isLast: rows.length === 0 || page >= (totalPages ?? Infinity), totalPages };
}

function flawsInPage<T>(noun: Noun<T>, path: string, page: number, promisedPages: number | undefined) {
	const flawInRowsOf = flawsInList(noun, path);
	return (body: unknown): string | undefined => {
		const flaw = flawInRowsOf(body);
		if (flaw !== undefined || isV2(path)) return flaw;
		if (body === null) return contradiction(0, undefined, page, promisedPages);
		const rows = contentOf(path, body) as T[];
		return flawInRecord(PAGE, body) ?? contradiction(rows.length, paginationOf(body), page, promisedPages);
	};
}

/**
 * Rows that should be there, or should not, by what the page itself says, or else the page before. A list
 * may shrink while it is read, so that the last page promised may be empty.
 */
function contradiction(
	rows: number,
	pagination: Pagination,
	page: number,
	promisedPages: number | undefined,
): string | undefined {
	const count = pagination?.count ?? rows;
	if (count !== rows) return `the page says that it has ${count} rows, and has ${rows === 0 ? 'none' : rows}`;
	const totalPages = pagination?.total_pages ?? promisedPages;
	if (totalPages === undefined) return undefined;
	if (rows === 0) {
		return totalPages > page ? `page ${page} of ${totalPages} has no rows` : undefined;
	}
	return totalPages < page ? `page ${page} says that there are only ${totalPages}` : undefined;
}

type Pagination = { count?: number | null; total_pages?: number | null } | null | undefined;

function paginationOf(body: unknown): Pagination {
	return (body as Shaped<typeof counted> | null)?.meta?.pagination;
}
