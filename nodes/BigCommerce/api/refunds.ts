import { chunk } from 'lodash';
import { paymentRefund } from '../../../sync/order/payment';
import type { Noun } from '../../shared/request/noun';
import { settle } from '../../shared/request/settle';
import { figure, flag, id, list, optional, record, text, type Shaped } from '../../shared/request/shape';
import type { BigCommerceClient } from '../transport/client';
import { readPage } from '../transport/paging';
import type { OrderRow } from './orders';

const refundShape = record({
	id,
	order_id: id,
	items: optional(list(record({ item_type: text, item_id: optional(figure), quantity: optional(figure) }))),
	payments: optional(list(record({ is_declined: optional(flag) }))),
});

type Refund = Shaped<typeof refundShape>;

const refund: Noun<Refund> = { words: 'refund', shape: refundShape, keyOf: ({ id: own }) => own };

/** The units of lines that refunds gave the money back for, by the ID of the line. */
export type RefundedUnits = ReadonlyMap<number, number>;

/** Orders asked for in one request; their numbers stand in its address. */
const ORDERS_PER_REQUEST = 100;

/** The list may heed no `limit`; none of BigCommerce's lists has shorter pages than this. */
const SMALLEST_PAGE = 10;

/** Refunded and Partially Refunded. Their orders need not have a refund, which staff may have made elsewhere. */
const REFUND_STATUSES = [4, 14];

/**
 * The units refunded of those orders that say in any way that something was. Whether a refund shows on the lines
 * of its order, and when, is not documented: what refunds say is true of the goods.
 *
 * @returns by order number; nothing where the API account may not read refunds
 * @throws {ApiFailure}
 */
export async function readRefundedUnits(
	client: BigCommerceClient,
	orders: OrderRow[],
): Promise<Map<number, RefundedUnits>> {
	const units = new Map<number, Map<number, number>>();
	const numbers = orders.filter(mayBeRefunded).map(({ id: number }) => number);
	for (const some of chunk(numbers, ORDERS_PER_REQUEST)) {
		for (const { order_id, items } of (await refundsOf(client, some)).filter(isPaidBack)) {
			const lines = units.get(order_id) ?? new Map<number, number>();
			for (const { item_type, item_id, quantity } of items ?? []) {
				if (item_type !== 'PRODUCT' || !item_id) continue;
				lines.set(item_id, (lines.get(item_id) ?? 0) + (quantity ?? 0));
			}
			units.set(order_id, lines);
		}
	}
	return units;
}

function mayBeRefunded({ status_id, payment_status }: OrderRow): boolean {
	const status = typeof payment_status === 'string' ? payment_status : '';
	return REFUND_STATUSES.includes(status_id) || paymentRefund({ payment_status: status }) !== 'none';
}

/** A refund of which every payment was declined gave nothing back. */
function isPaidBack({ payments }: Refund): boolean {
	const all = payments ?? [];
	return all.length === 0 || all.some(({ is_declined }) => is_declined !== true);
}

/** This list does not say how many pages it has, and may not have any: it ends where nothing new comes. */
async function refundsOf(client: BigCommerceClient, orderNumbers: number[]): Promise<Refund[]> {
	const found = new Map<number, Refund>();
	for (let page = 1; ; page++) {
		const answer = await settle(
			readPage(
				client,
				{
					noun: refund,
					path: '/v3/orders/payment_actions/refunds',
					query: { 'order_id:in': orderNumbers.join(',') },
					subject: 'the refunds of orders',
				},
				page,
			),
		);
		if (answer.failure?.category === 'permission') return [];
		if (answer.failure !== undefined) throw answer.failure;
		const fresh = answer.value.rows.filter(({ id: number }) => !found.has(number));
		for (const one of fresh) found.set(one.id, one);
		if (fresh.length === 0 || answer.value.rows.length < SMALLEST_PAGE) return [...found.values()];
	}
}
