import { invalidField } from './apiProblem';
import type { Call } from './call';
import { pageOf, type Page, type PageSize } from './paging';

interface CursorPage<T> extends Page<T> {
	cursor_pagination: Record<string, unknown>;
}

/** A page that is asked for by number or by the cursor of the last row before it (`after`) or the first behind it. */
export function cursorPageOf<T extends { id: number }>(call: Call, rows: T[], size: PageSize): CursorPage<T> {
	const rest = between(rows, call.query.text('after'), call.query.text('before'));
	const page = pageOf(call, rest, size);
	const limit = page.pagination.per_page as number;
	const last = page.rows.at(-1);
	const isMore = last !== undefined && last !== rest.at(-1);
	const cursor_pagination = {
		count: page.rows.length,
		per_page: limit,
		start_cursor: page.rows.length > 0 ? cursorOf(page.rows[0]) : '',
		end_cursor: last ? cursorOf(last) : '',
		links: {
			current: `?limit=${limit}`,
			...(isMore ? { next: `?after=${encodeURIComponent(cursorOf(last))}&limit=${limit}` } : {}),
		},
	};
	return { ...page, cursor_pagination };
}

/** Rows beyond one cursor and before the other, in the order the list has; the cursor's own row may be gone. */
function between<T extends { id: number }>(
	rows: T[],
	after: string | undefined,
	before: string | undefined,
): T[] {
	const isDescending = rows.length > 1 && rows[0].id > rows[rows.length - 1].id;
	const isBeyond = (row: T, id: number) => (isDescending ? row.id < id : row.id > id);
	const [from, to] = [after && idOf('after', after), before && idOf('before', before)];
	return rows.filter(
		(row) => (!from || isBeyond(row, from)) && (!to || (row.id !== to && !isBeyond(row, to))),
	);
}

function idOf(name: string, cursor: string): number {
	const id = /^id:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
	if (!id) throw invalidField(name);
	return Number(id);
}

function cursorOf({ id }: { id: number }): string {
	return Buffer.from(`id:${id}`).toString('base64');
}
