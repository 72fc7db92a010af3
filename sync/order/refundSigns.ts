import type { MatchedOrder } from '../bigCommerceOrder';
import { paymentRefund } from './payment';
import { refundedLines } from './refundedUnits';

/** What the refunds of an order were for, as far as they can be read. */
export type RefundsFound = 'units' | 'money' | 'none' | 'unreadable';

type Signs = Pick<MatchedOrder, 'status_id' | 'payment_status'>;

/** Refunded and Partially Refunded. Staff set them by hand, too, for a refund that was made elsewhere. */
const REFUND_STATUSES = [4, 14];

/** Whether an order says in any way that something of it was refunded. */
export function mayBeRefunded(order: Signs): boolean {
	return hasRefundStatus(order) || paymentRefund(order) !== 'none';
}

/** Whether something was refunded, and nothing says which units, nor that it was for none. */
export function refundIsUnexplained(order: MatchedOrder): boolean {
	if (refundedLines(order).length > 0 || !mayBeRefunded(order)) return false;
	const { refunds_found } = order;
	// Where nobody asked for refunds, the payment status says at least that there is one.
	if (refunds_found === undefined || refunds_found === null) return paymentRefund(order) === 'none';
	return refunds_found !== 'money';
}

/** Whether something was refunded that is not of units, as far as anybody can tell. */
export function isRefundedInPart(order: MatchedOrder): boolean {
	const isAll = paymentRefund(order) === 'all';
	return mayBeRefunded(order) && !isAll && refundedLines(order).length === 0 && !refundIsUnexplained(order);
}

/** Whether the refunds of an order that has some could not be read. */
export function refundsAreUnreadable(order: MatchedOrder): boolean {
	return mayBeRefunded(order) && order.refunds_found === 'unreadable';
}

/** For people, such as `status "Partially Refunded", payment status "captured"`. */
export function refundSigns({ status, status_id, payment_status }: MatchedOrder): string {
	return `status "${status || (status_id ?? 'none')}", payment status "${payment_status ?? ''}"`;
}

function hasRefundStatus({ status_id }: Signs): boolean {
	return REFUND_STATUSES.includes(Number(status_id));
}
