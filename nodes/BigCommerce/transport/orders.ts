import type { IDataObject } from 'n8n-workflow';
import type { QueryValue } from '../../shared/request/apiProfile';
import { call, type BigCommerceClient } from './client';
import { mergeSorted } from './mergeSorted';
import { list, readPage } from './paging';

export type OrderRow = IDataObject & { id: number };

export interface OrderSort {
	field: 'id' | 'channel_id' | 'customer_id' | 'date_created' | 'date_modified' | 'external_id' | 'status_id';
	direction: 'asc' | 'desc';
}

export interface OrderListRequest {
	/** BigCommerce's own filters, without status. */
	query: Record<string, QueryValue>;
	/** Empty for every status. */
	statusIds: number[];
	sort: OrderSort;
	/** With lines, addresses and fees, in the same requests. */
	withLines: boolean;
	/** How many orders the caller expects to take: the first page is no larger. */
	expected?: number;
}

const WITH_LINES = { include: 'consignments.line_items,fees', consignment_structure: 'object' };
const ORDERS_PER_PAGE = 250;
/** Orders with their lines are some ten times as large. */
const ORDERS_WITH_LINES_PER_PAGE = 100;

/** One order, with lines, addresses and fees on request. */
export async function readOrder(
	client: BigCommerceClient,
	id: number,
	withLines: boolean,
): Promise<OrderRow> {
	return await call<OrderRow>(client, {
		method: 'GET',
		path: `/v2/orders/${id}`,
		query: withLines ? WITH_LINES : undefined,
		subject: `order ${id}`,
	});
}

/**
 * Reads orders in the order asked for, each once, as far as the caller keeps asking. BigCommerce
 * filters by one status at a time, so several are several lists, merged while they are read.
 */
export function listOrders(client: BigCommerceClient, request: OrderListRequest): AsyncGenerator<OrderRow> {
	if (request.statusIds.length < 2) {
		return oneList(client, request, { ...request.query, status_id: request.statusIds[0] });
	}
	const lists = request.statusIds.map((status_id) =>
		oneList(client, request, { ...request.query, status_id }),
	);
	return mergeSorted(lists, comparator(request.sort));
}

function oneList(
	client: BigCommerceClient,
	{ sort, withLines, expected = Infinity }: OrderListRequest,
	filters: Record<string, QueryValue>,
): AsyncGenerator<OrderRow> {
	const pageSize = withLines ? ORDERS_WITH_LINES_PER_PAGE : ORDERS_PER_PAGE;
	const request = {
		path: '/v2/orders',
		query: { ...filters, ...(withLines && WITH_LINES), sort: `${sort.field}:${sort.direction}` },
		subject: 'the list of orders',
		pageSize,
	};
	if (sort.field === 'id') {
		return byId(client, request, sort.direction, Math.min(pageSize, expected));
	}
	return eachOnce(list<OrderRow>(client, request));
}

/**
 * Goes on from the last order seen instead of counting pages, so that an order that changes meanwhile,
 * and with it leaves the list, shifts no other one out of sight. Whether BigCommerce counts the bound
 * itself in does not matter: orders are given once, and the list ends when a page brings none.
 */
async function* byId(
	client: BigCommerceClient,
	request: { path: string; query: Record<string, QueryValue>; subject: string; pageSize: number },
	direction: OrderSort['direction'],
	firstPageSize: number,
): AsyncGenerator<OrderRow> {
	const bound = direction === 'asc' ? 'min_id' : 'max_id';
	const furthest = direction === 'asc' ? Math.max : Math.min;
	const seen = new Set<number>();
	let query = request.query;
	let pageSize = firstPageSize;
	for (;;) {
		const { rows } = await readPage<OrderRow>(client, { ...request, query, pageSize }, 1);
		const fresh = rows.filter(({ id }) => !seen.has(id));
		if (fresh.length === 0) return;
		for (const order of fresh) {
			seen.add(order.id);
			yield order;
		}
		query = { ...request.query, [bound]: furthest(...rows.map(({ id }) => id)) };
		pageSize = request.pageSize;
	}
}

async function* eachOnce(orders: AsyncIterable<OrderRow>): AsyncGenerator<OrderRow> {
	const seen = new Set<number>();
	for await (const order of orders) {
		if (seen.has(order.id)) continue;
		seen.add(order.id);
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
