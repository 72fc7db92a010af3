import type { IDataObject } from 'n8n-workflow';
import type { Noun } from '../../shared/request/noun';
import {
	flag,
	id,
	optional,
	orNull,
	record,
	text,
	wholeNumber,
	type Shape,
	type Shaped,
} from '../../shared/request/shape';
import { call, type BigCommerceClient } from '../transport/client';
import { one } from '../transport/envelope';

/** The list of orders. */
export const ORDERS = '/v2/orders';

const orderFields = {
	id,
	status_id: wholeNumber,
	date_created: text,
	date_modified: text,
	is_deleted: optional(flag),
};

const orderShape = record(orderFields);

/**
 * An order as BigCommerce gives it. Only what lists and writing go by is checked: the money and the
 * addresses of one order must not stop the read of all others; the import judges them order by order.
 */
export type OrderRow = IDataObject & Shaped<typeof orderShape>;

export const order: Noun<OrderRow> = {
	words: 'order',
	shape: orderShape as Shape<OrderRow>,
	keyOf: ({ id: number }) => number,
};

/**
 * One order, with lines, addresses and fees on request.
 *
 * @throws {ApiFailure}
 */
export async function readOrder(
	client: BigCommerceClient,
	number: number,
	withLines: boolean,
): Promise<OrderRow> {
	return await call(client, one(order, number), {
		method: 'GET',
		path: `${ORDERS}/${number}`,
		query: partsQuery(withLines),
		subject: `order ${number}`,
	});
}

/** BigCommerce's limit for all staff notes of an order together, in characters. */
export const LONGEST_STAFF_NOTES = 65_535;

const notedShape = record({ ...orderFields, staff_notes: orNull(text) });

/** An order whose staff notes are sure to be all there are: BigCommerce replaces them by what is written. */
export type NotedOrder = IDataObject & Shaped<typeof notedShape>;

const notedOrder: Noun<NotedOrder> = { ...order, shape: notedShape as Shape<NotedOrder> };

/**
 * One order, to add to its staff notes.
 *
 * @throws {ApiFailure}
 */
export async function readNotedOrder(client: BigCommerceClient, number: number): Promise<NotedOrder> {
	return await call(client, one(notedOrder, number), {
		method: 'GET',
		path: `${ORDERS}/${number}`,
		subject: `order ${number}`,
	});
}

/**
 * Changes fields of an order and returns it as it is then.
 *
 * @param changes only what is to change, with all that a field is to hold
 * @throws {ApiFailure}
 */
export async function changeOrder(
	client: BigCommerceClient,
	number: number,
	changes: IDataObject,
): Promise<OrderRow> {
	return await call(client, one(order, number), {
		method: 'PUT',
		path: `${ORDERS}/${number}`,
		body: changes,
		repeatable: true,
		subject: `order ${number}`,
	});
}

/** What brings lines, addresses and fees along with an order, in the same request. */
export function partsQuery(withLines: boolean): Record<string, string> {
	return withLines ? { include: 'consignments.line_items,fees', consignment_structure: 'object' } : {};
}
