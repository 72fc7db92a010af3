import { once } from 'lodash';
import { DateTime } from 'luxon';
import type { BigCommerceClient } from '../transport/client';
import { mergeSorted } from '../transport/mergeSorted';
import { LARGEST_PAGE, list, pages } from '../transport/paging';
import { orderQuery, type OrderFilters } from './orderFilters';
import { readOrderCounts } from './orderCounts';
import { order, ORDERS, partsQuery, readOrder, type OrderRow } from './orders';
import { behind, ordersByNumber, type Direction, type ListByNumber } from './ordersByNumber';

export interface OrderSort {
	field: 'id' | 'channel_id' | 'customer_id' | 'date_created' | 'date_modified' | 'external_id' | 'status_id';
	direction: Direction;
}

export interface OrderListRequest {
	filters?: OrderFilters;
	/** Empty for every status. */
	statusIds: number[];
	sort: OrderSort;
	/** With lines, addresses and fees, in the same requests. */
	withLines: boolean;
	/** Begins behind the order with this number; for lists by number only. */
	after?: number;
	/** How many orders the caller expects to take: the first page is no larger. */
	expected?: number;
	/** Gives orders that were placed while the list was read, too; else they belong to the next read. */
	withNewest?: boolean;
	/** Filled with the numbers of the orders that come at the end, out of turn. */
	late?: Set<number>;
}

/**
 * How far back changes are looked for, beyond the beginning of the read by BigCommerce's clock. What takes longer to show
 * comes with the next read.
 */
const CLOCK_MARGIN = { minutes: 10 };

/**
 * Reads orders in the order asked for, each once, as far as the caller keeps asking. BigCommerce
 * filters by one status at a time, so several are several lists, merged while they are read. What moved
 * from one of them to another meanwhile, and so was in none when it was its turn, comes at the end.
 */
export function listOrders(client: BigCommerceClient, request: OrderListRequest): AsyncGenerator<OrderRow> {
	const given = new Set([request.after]);
	return eachOnce(ordersOfStatuses(client, request, given), given);
}

type Numbers = Set<number | undefined>;

async function* ordersOfStatuses(
	client: BigCommerceClient,
	request: OrderListRequest,
	given: Numbers,
): AsyncGenerator<OrderRow> {
	const { late, sort, statusIds, withNewest } = request;
	const begunAt = performance.now();
	const statuses = statusIds.length === 0 ? [undefined] : statusIds;
	const counts = once(() => countsOf(client, request));
	const lists = statuses.map((status) =>
		oneList(
			client,
			request,
			status,
			statuses.length > 1 ? async () => (await counts()).get(status!) : undefined,
		),
	);
	yield* mergeSorted(lists, comparator(sort));
	if (lists.length < 2 && !withNewest) return;
	const startedAt = client.profile.clock.now() - (performance.now() - begunAt);
	for await (const order of missedSince(client, request, DateTime.fromMillis(startedAt), given)) {
		late?.add(order.id);
		yield order;
	}
}

async function countsOf(
	client: BigCommerceClient,
	{ after, filters = {}, sort }: OrderListRequest,
): Promise<Map<number, number>> {
	return await readOrderCounts(client, { ...orderQuery(filters), ...behind(sort.direction, after) });
}

/**
 * Orders that changed since and were not given, those that changed last first. One list for all statuses: it
 * holds what changed in some minutes, without lines, and what was missed is rare enough to be read by itself.
 */
async function* missedSince(
	client: BigCommerceClient,
	{ after, filters = {}, sort, statusIds, withLines }: OrderListRequest,
	moment: DateTime,
	given: Numbers,
): AsyncGenerator<OrderRow> {
	const changed = moment.minus(CLOCK_MARGIN);
	const { minDateModified: asked = changed } = filters;
	const request = {
		noun: order,
		path: ORDERS,
		query: {
			...orderQuery(
				{ ...filters, minDateModified: DateTime.max(asked, changed) },
				statusIds.length === 1 ? statusIds[0] : undefined,
			),
			...behind(sort.direction, after),
			sort: 'date_modified:desc',
		},
		subject: 'the orders that changed meanwhile',
		pageSize: LARGEST_PAGE,
	};
	const isWanted = ({ status_id }: OrderRow) => statusIds.length === 0 || statusIds.includes(status_id);
	for await (const { rows } of pages(client, request)) {
		const wanted = rows.filter(isWanted);
		const missed = wanted.filter(({ id }) => !given.has(id));
		for (const row of missed) {
			const whole = withLines ? await readOrder(client, row.id, true) : row;
			if (isWanted(whole)) yield whole;
		}
		// One request, as a rule: behind a page of known orders are changes from before the read began. What
		// it leaves out after all comes with the next read.
		if ((missed.length === 0 && wanted.length > 0) || rows.length < request.pageSize) return;
	}
}

function oneList(
	client: BigCommerceClient,
	{ after, filters = {}, sort, withLines, expected = Infinity }: OrderListRequest,
	status: number | undefined,
	counted: ListByNumber['counted'],
): AsyncGenerator<OrderRow> {
	const query = orderQuery(filters, status);
	const pageSize = pageSizeOf(withLines);
	const parts = partsQuery(withLines);
	if (sort.field === 'id') {
		// One more where the page may begin with the order that the list begins behind.
		const firstPageSize = Math.min(pageSize, after === undefined ? expected : expected + 1);
		return ordersByNumber(client, {
			query,
			parts,
			direction: sort.direction,
			after,
			pageSize,
			firstPageSize,
			counted,
		});
	}
	return list(client, {
		noun: order,
		path: ORDERS,
		query: { ...query, ...parts, sort: `${sort.field}:${sort.direction}` },
		subject: 'the list of orders',
		pageSize,
	});
}

/** Orders with their lines are some ten times as large. */
function pageSizeOf(withLines: boolean): number {
	return withLines ? 100 : LARGEST_PAGE;
}

async function* eachOnce(orders: AsyncIterable<OrderRow>, given: Numbers): AsyncGenerator<OrderRow> {
	for await (const order of orders) {
		if (given.has(order.id)) continue;
		given.add(order.id);
		yield order;
	}
}

function comparator({ field, direction }: OrderSort): (a: OrderRow, b: OrderRow) => number {
	const sign = direction === 'asc' ? 1 : -1;
	return (a, b) => sign * compare(sortKey(a, field), sortKey(b, field));
}

function sortKey(order: OrderRow, field: OrderSort['field']): number | string {
	const value = order[field];
	if (field.startsWith('date_')) return Date.parse(String(value)) || 0;
	return typeof value === 'number' ? value : String(value ?? '');
}

function compare(a: number | string, b: number | string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
