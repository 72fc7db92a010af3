import type { QueryValue } from '../../shared/request/apiProfile';
import type { BigCommerceClient } from '../transport/client';
import { readPage } from '../transport/paging';
import { samePageAgain } from '../transport/progress';
import { order, ORDERS, type OrderRow } from './orders';

export type Direction = 'asc' | 'desc';

export interface ListByNumber {
	/** BigCommerce's own filters. */
	query: Record<string, QueryValue>;
	/** What each order comes with. */
	parts: Record<string, QueryValue>;
	direction: Direction;
	/** Begins behind the order with this number, which need not be in the list. */
	after?: number;
	pageSize: number;
	/** Of the first page, where it is smaller. */
	firstPageSize: number;
	/** Asks how many orders BigCommerce counts in the list; undefined where it does not say. */
	counted?(): Promise<number | undefined>;
}

const SUBJECT = 'the list of orders';

/** The filters for the near and the far end of a list, and what comes behind what. */
const ends = {
	asc: { near: 'min_id', far: 'max_id', step: 1, reversed: 'desc', furthest: Math.max },
	desc: { near: 'max_id', far: 'min_id', step: -1, reversed: 'asc', furthest: Math.min },
} as const;

/**
 * Reads one list of orders by number. Goes on from the last order seen instead of counting pages, so
 * that an order that changes meanwhile, and with it leaves the list, shifts no other one out of sight.
 *
 * The order that is the list's last one after the first page is its end: orders placed while the rest
 * is read belong to the next read. That one order is asked for in place of the page after the last,
 * which would bring nothing, and since it is a number it needs no two clocks to agree. Behind a short first page
 * that has as many orders as BigCommerce counts, not even that one is asked for.
 */
export async function* ordersByNumber(
	client: BigCommerceClient,
	list: ListByNumber,
): AsyncGenerator<OrderRow> {
	const { direction, pageSize, parts } = list;
	const { far, step } = ends[direction];
	let last = list.after;
	let end: number | undefined;
	for (let size = list.firstPageSize; ; size = pageSize) {
		// Whether BigCommerce counts a bound itself in is not documented.
		const upTo = end === undefined ? {} : { [far]: end + step };
		const query = { ...list.query, ...behind(direction, last), ...upTo };
		const rows = await page(client, { ...query, ...parts }, direction, size);
		const fresh = rows.filter(
			({ id }) => isBehind(direction, id, last) && (end === undefined || !isBehind(direction, id, end)),
		);
		// V2 does not document its largest page, so that a short one may have been cut: only none is the end.
		if (fresh.length === 0) {
			// What lies behind the end belongs to the next read, as the order that the page begins behind may.
			if (rows.some(({ id }) => isBefore(direction, id, last))) throw samePageAgain(client, SUBJECT);
			return;
		}
		const came = rows.length;
		last = ends[direction].furthest(...fresh.map(({ id }) => id));
		// An order that was given is let go before the next page comes: 500 pages need not fill the memory.
		rows.length = 0;
		while (fresh.length > 0) yield fresh.shift()!;
		if (end === undefined && came < size && came >= ((await list.counted?.()) ?? Infinity)) return;
		end ??= await endOf(client, { ...list.query, ...behind(direction, last) }, direction);
		if (end === undefined) return;
		if (isBefore(direction, end, last)) throw samePageAgain(client, SUBJECT);
		if (end === last) return;
	}
}

/** The filter for orders from this number on, in the direction of the list. */
export function behind(direction: Direction, last: number | undefined): Record<string, QueryValue> {
	return last === undefined ? {} : { [ends[direction].near]: last };
}

/** Whether a number comes later in the list; everything comes later than nothing. */
export function isBehind(direction: Direction, id: number, last: number | undefined): boolean {
	return last === undefined || (id !== last && ends[direction].furthest(id, last) === id);
}

function isBefore(direction: Direction, id: number, last: number | undefined): boolean {
	return id !== last && !isBehind(direction, id, last);
}

async function endOf(
	client: BigCommerceClient,
	query: Record<string, QueryValue>,
	direction: Direction,
): Promise<number | undefined> {
	const [furthest] = await page(client, query, ends[direction].reversed, 1);
	return furthest?.id;
}

async function page(
	client: BigCommerceClient,
	query: Record<string, QueryValue>,
	direction: Direction,
	pageSize: number,
): Promise<OrderRow[]> {
	const request = {
		noun: order,
		path: ORDERS,
		query: { ...query, sort: `id:${direction}` },
		subject: SUBJECT,
		pageSize,
	};
	return (await readPage(client, request, 1)).rows;
}
