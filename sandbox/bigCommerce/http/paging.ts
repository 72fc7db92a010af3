import type { Call } from './call';

/** How many rows a page has when nothing is said, and at most. */
export interface PageSize {
	normal: number;
	maximum: number;
	/** What becomes of a `limit` above the maximum; left out: what the store is set to. */
	above?: 'refused' | 'clamped';
}

export const usualPage: PageSize = { normal: 50, maximum: 250 };

/** The rows of one page, with all that V3 says about it. */
export interface Page<T> {
	rows: T[];
	pagination: Record<string, unknown>;
}

/** The page that `page` and `limit` ask for. */
export function pageOf<T>(call: Call, rows: T[], { normal, maximum, above }: PageSize): Page<T> {
	const { query, store } = call;
	const { page, limit } = query.page({ normal, maximum, above: above ?? store.settings.limitAboveMaximum });
	const start = firstRow(call, page, limit);
	const found = rows.slice(start, start + limit);
	const pages = Math.ceil(rows.length / limit);
	const link = (number: number) => `?page=${number}&limit=${limit}`;
	const links = {
		...(page > 1 ? { previous: link(page - 1) } : {}),
		current: link(page),
		...(page < pages ? { next: link(page + 1) } : {}),
	};
	const pagination = {
		total: rows.length,
		count: found.length,
		per_page: limit,
		current_page: page,
		total_pages: pages,
		links,
	};
	return { rows: found, pagination };
}

/** Where the page starts; one row off, now too far and now too early, when the fault says that rows shifted. */
function firstRow({ fault }: Call, page: number, limit: number): number {
	const start = (page - 1) * limit;
	if (fault?.kind !== 'shiftingPage') return start;
	return start + (page % 2 === 0 ? 1 : -1);
}
