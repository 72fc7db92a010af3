import { chunk, groupBy } from 'lodash';
import { mayBeRefunded, type RefundsFound } from '../../../sync/order/refundSigns';
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

/**
 * What the refunds of an order gave the money back for: the units by the ID of their line, which are none where
 * it was for an amount alone.
 */
export type OrderRefunds = ReadonlyMap<number, number> | 'none' | 'unreadable';

/** Orders asked for in one request; their numbers stand in its address. */
const ORDERS_PER_REQUEST = 100;

/** The list may heed no `limit`; none of BigCommerce's lists has shorter pages than this. */
const SMALLEST_PAGE = 10;

/**
 * What was refunded of those orders that say in any way that something was. Whether a refund shows on the lines
 * of its order, and when, is not documented: what refunds say is true of the goods.
 *
 * @returns by order number, of these orders alone
 * @throws {ApiFailure} but not where the API account may not read refunds
 */
export async function readRefundedUnits(
	client: BigCommerceClient,
	orders: OrderRow[],
): Promise<Map<number, OrderRefunds>> {
	const found = new Map<number, OrderRefunds>();
	const numbers = orders.filter(isSuspect).map(({ id: number }) => number);
	for (const some of chunk(numbers, ORDERS_PER_REQUEST)) {
		const answer = await settle(refundsOf(client, some));
		if (answer.failure !== undefined && answer.failure.category !== 'permission') throw answer.failure;
		const isReadable = answer.failure === undefined;
		const byOrder = groupBy(isReadable ? answer.value.filter(isPaidBack) : [], 'order_id');
		const none = isReadable ? 'none' : 'unreadable';
		for (const number of some) {
			found.set(number, number in byOrder ? refundedUnits(byOrder[number]) : none);
		}
	}
	return found;
}

/** The lines with as many refunded units as they or the refunds say, whichever is more. */
export function withRefundedUnits<L extends { id?: unknown; quantity_refunded?: unknown }>(
	lines: L[],
	refunds?: OrderRefunds,
): L[] {
	if (refunds === undefined || typeof refunds === 'string') return lines;
	return lines.map((line) => {
		const units = refunds.get(Number(line?.id)) ?? 0;
		return units > (Number(line?.quantity_refunded) || 0) ? { ...line, quantity_refunded: units } : line;
	});
}

/** What the order is passed on with, for the rules of the import. */
export function foundIn(refunds: OrderRefunds): RefundsFound {
	if (typeof refunds === 'string') return refunds;
	return refunds.size > 0 ? 'units' : 'money';
}

/** By line; 0 stands for a line that the refund does not name. */
function refundedUnits(refunds: Refund[]): Map<number, number> {
	const units = new Map<number, number>();
	for (const { item_type, item_id, quantity } of refunds.flatMap(({ items }) => items ?? [])) {
		const line = item_id ?? 0;
		if (item_type === 'PRODUCT') units.set(line, (units.get(line) ?? 0) + (quantity ?? 0));
	}
	return units;
}

function isSuspect({ status_id, payment_status }: OrderRow): boolean {
	return mayBeRefunded({
		status_id,
		payment_status: typeof payment_status === 'string' ? payment_status : '',
	});
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
		const { rows } = await readPage(
			client,
			{
				noun: refund,
				path: '/v3/orders/payment_actions/refunds',
				query: { 'order_id:in': orderNumbers.join(',') },
				subject: 'the refunds of orders',
			},
			page,
		);
		const fresh = rows.filter(({ id: number }) => !found.has(number));
		for (const one of fresh) found.set(one.id, one);
		if (fresh.length === 0 || rows.length < SMALLEST_PAGE) return [...found.values()];
	}
}
