import type { FastifyReply, FastifyRequest } from 'fastify';
import { Query } from './query';

interface PageOptions {
	normal?: number;
	maximum?: number;
	above?: 'refused' | 'clamped';
}

interface V3List<T> {
	data: T[];
	meta: { pagination: Record<string, unknown> };
}

/** A V2 list: a bare array, or 204 without a body when the page holds nothing. */
export function v2Page<T>(
	request: FastifyRequest,
	reply: FastifyReply,
	rows: T[],
	options: PageOptions = {},
): T[] | FastifyReply {
	const found = v2Rows(request, rows, options);
	return found.length > 0 ? found : reply.code(204).send();
}

/** The rows a V2 list answers, before each is turned into what is shown. */
export function v2Rows<T>(request: FastifyRequest, rows: T[], options: PageOptions = {}): T[] {
	const { page, limit } = pageOf(request, options);
	const start = firstRow(request, page, limit);
	return rows.slice(start, start + limit);
}

/** A V3 list with `meta.pagination`; `show` is applied to the page's rows only. */
export function v3Page<T, R>(
	request: FastifyRequest,
	rows: T[],
	show: (row: T) => R,
	options: PageOptions = {},
): V3List<R> {
	const { page, limit } = pageOf(request, options);
	const start = firstRow(request, page, limit);
	const data = rows.slice(start, start + limit).map(show);
	const pages = Math.ceil(rows.length / limit);
	const link = (number: number) => `?page=${number}&limit=${limit}`;
	const links = {
		...(page > 1 ? { previous: link(page - 1) } : {}),
		current: link(page),
		...(page < pages ? { next: link(page + 1) } : {}),
	};
	const pagination = {
		total: rows.length,
		count: data.length,
		per_page: limit,
		current_page: page,
		total_pages: pages,
		links,
	};
	return { data, meta: { pagination } };
}

function pageOf(request: FastifyRequest, { normal = 50, maximum = 250, above = 'refused' }: PageOptions) {
	return new Query(request).page({ normal, maximum, above });
}

/** Where the page starts; one row off, now too far and now too early, when the fault says that rows shifted. */
function firstRow(request: FastifyRequest, page: number, limit: number): number {
	const start = (page - 1) * limit;
	if (request.fault?.kind !== 'shiftingPage') return start;
	return start + (page % 2 === 0 ? 1 : -1);
}
