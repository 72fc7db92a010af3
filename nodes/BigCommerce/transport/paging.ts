import type { QueryValue } from '../../shared/request/apiProfile';
import { send } from '../../shared/request/send';
import type { BigCommerceClient } from './client';

/** BigCommerce's largest page on most lists; above it the answer is 413. */
const LARGEST_PAGE = 250;

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
		const { rows, isLast } = await readPage<T>(client, request, page, pageSize);
		for (const row of rows) {
			yield row;
			if (++given === limit) return;
		}
		if (isLast) return;
	}
}

async function readPage<T>(client: BigCommerceClient, request: ListRequest, page: number, pageSize: number) {
	const { body } = await send(client.context, client.profile, {
		method: 'GET',
		path: request.path,
		query: { ...request.query, page, limit: pageSize },
		subject: request.subject,
	});
	if (body === null || Array.isArray(body)) {
		// V2 gives no total, and its largest page is not documented: a short page may only mean that the
		// page was cut, so that nothing but an empty one (204 without a body) is the end.
		const rows = (body ?? []) as T[];
		return { rows, isLast: rows.length === 0 };
	}
	const { data, meta } = body as { data: T[]; meta?: { pagination?: { total_pages?: number } } };
	return { rows: data, isLast: page >= (meta?.pagination?.total_pages ?? 1) };
}
