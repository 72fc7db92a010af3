import type { QueryValue } from '../../shared/request/apiProfile';
import { send } from '../../shared/request/send';
import type { BigCommerceClient } from './client';

/** BigCommerce's largest page on most lists; above it the answer is 413. */
export const LARGEST_PAGE = 250;

export interface ListRequest {
	/** From `/v2/` or `/v3/`. */
	path: string;
	query?: Record<string, QueryValue>;
	subject: string;
	/** Rows wanted in all; reading stops there. All rows when left out. */
	limit?: number;
	/** Rows in one request, 250 at the most unless the list allows more. */
	pageSize?: number;
}

/** Reads a list page by page, as far as the caller keeps asking and no further than `limit`. */
export async function* list<T>(client: BigCommerceClient, request: ListRequest): AsyncGenerator<T> {
	const { limit = Infinity } = request;
	const pageSize = Math.min(request.pageSize ?? LARGEST_PAGE, limit);
	let given = 0;
	for (let page = 1; ; page++) {
		const { rows, isLast } = await readPage<T>(client, { ...request, pageSize }, page);
		for (const row of rows) {
			yield row;
			if (++given === limit) return;
		}
		if (isLast) return;
	}
}

export interface Page<T> {
	rows: T[];
	isLast: boolean;
	/** Pages in all, where the list says so. */
	totalPages?: number;
}

/** Reads one page of a list, counted from 1. */
export async function readPage<T>(
	client: BigCommerceClient,
	request: ListRequest,
	page: number,
): Promise<Page<T>> {
	const { body } = await send(client.context, client.profile, {
		method: 'GET',
		path: request.path,
		query: { ...request.query, page, limit: request.pageSize ?? LARGEST_PAGE },
		subject: request.subject,
	});
	if (body === null || Array.isArray(body)) {
		// V2 gives no total, and its largest page is not documented: a short page may only mean that the
		// page was cut, so that nothing but an empty one (204 without a body) is the end.
		const rows = (body ?? []) as T[];
		return { rows, isLast: rows.length === 0 };
	}
	const { data, meta } = body as { data: T[]; meta?: { pagination?: { total_pages?: number } } };
	const totalPages = meta?.pagination?.total_pages;
	return { rows: data, isLast: data.length === 0 || page >= (totalPages ?? Infinity), totalPages };
}
