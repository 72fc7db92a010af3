import type { ListQuery } from './query';

const largestPage = 200;

/**
 * The page a query asks for. `start` is the number of the first row, from 1; 0 is taken as 1.
 * `maxresults` is at most 200, and 200 when left out or not a number.
 * @param shift rows by which the page starts too late (or, negative, too early)
 */
export function pageOf<T>(rows: T[], query: ListQuery, shift = 0): T[] {
	const first = Math.max(0, startRow(query) - 1 + shift);
	return rows.slice(first, first + pageSize(query));
}

/** The number of the first row, from 1. */
export function startRow({ start = '' }: ListQuery): number {
	return Math.max(1, Number.parseInt(start, 10) || 1);
}

/** How many whole pages come before the one a query asks for. */
export function pagesBefore(query: ListQuery): number {
	return Math.floor((startRow(query) - 1) / pageSize(query));
}

function pageSize({ maxresults = '' }: ListQuery): number {
	const asked = Number.parseInt(maxresults, 10);
	return asked > 0 ? Math.min(asked, largestPage) : largestPage;
}
