import type { FastifyRequest } from 'fastify';
import { invalidField } from './apiProblem';
import { v3Page } from './paging';
import { Query } from './query';

/** A V3 list that can be paged by number or by the cursor of the last row (`after`) or the first (`before`). */
export function cursorPage<T extends { id: number }, R>(
	request: FastifyRequest,
	rows: T[],
	show: (row: T) => R,
	above: 'refused' | 'clamped',
) {
	const query = new Query(request);
	const after = query.text('after');
	const before = query.text('before');
	const rest = between(rows, after, before);
	const answer = v3Page(request, rest, (row) => row, { above });
	const { limit } = query.page({ normal: 50, maximum: 250, above });
	const last = answer.data.at(-1);
	const isMore = last !== undefined && last !== rest.at(-1);
	const cursor_pagination = {
		count: answer.data.length,
		per_page: limit,
		start_cursor: answer.data.length > 0 ? cursorOf(answer.data[0]) : '',
		end_cursor: last ? cursorOf(last) : '',
		links: {
			current: `?limit=${limit}`,
			...(isMore ? { next: `?after=${encodeURIComponent(cursorOf(last))}&limit=${limit}` } : {}),
		},
	};
	return { data: answer.data.map(show), meta: { ...answer.meta, cursor_pagination } };
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
