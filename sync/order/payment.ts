import type { MatchedOrder } from '../bigCommerceOrder';
import { parseAmount } from '../money';
import { plainText } from '../sameText';

type Paid = Pick<
	MatchedOrder,
	'payment_status' | 'total_inc_tax' | 'gift_certificate_amount' | 'store_credit_amount'
>;

const PAID = new Set(['paid', 'captured']);
const AUTHORISED = new Set(['authorized', 'capture pending']);

/** What the payment status says about money that went back: all of it, or some, or some that is on its way. */
export type PaymentRefund = 'all' | 'some' | 'none';

/**
 * Whether nothing is left to collect: by the payment status, or because gift certificates and store credit
 * cover the total. What was refunded had been paid.
 */
export function isPaid(order: Paid): boolean {
	if (PAID.has(statusOf(order)) || paymentRefund(order) !== 'none') return true;
	const total = parseAmount(order.total_inc_tax);
	const credit =
		(parseAmount(order.gift_certificate_amount) ?? 0) + (parseAmount(order.store_credit_amount) ?? 0);
	return total !== undefined && credit >= total;
}

/** Whether the payment is promised but not collected. */
export function isAuthorised(order: Paid): boolean {
	return AUTHORISED.has(statusOf(order));
}

/** By the payment status: "refunded", "partially refunded", "refund pending" and their like. */
export function paymentRefund(order: Pick<Paid, 'payment_status'>): PaymentRefund {
	const status = statusOf(order);
	if (!status.includes('refund')) return 'none';
	return ['refunded', 'fully refunded'].includes(status) ? 'all' : 'some';
}

/** Some programs write "partially_refunded". */
function statusOf({ payment_status }: Pick<Paid, 'payment_status'>): string {
	return plainText(payment_status).replaceAll('_', ' ');
}
