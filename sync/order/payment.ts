import type { MatchedOrder } from '../bigCommerceOrder';
import { parseAmount } from '../money';

const PAID = new Set(['paid', 'captured']);
const AUTHORISED = new Set(['authorized', 'capture pending']);

/** Whether nothing is left to collect: by the payment status, or because gift certificates and store credit cover the total. */
export function isPaid(order: MatchedOrder): boolean {
	if (PAID.has((order.payment_status ?? '').toLowerCase())) return true;
	const total = parseAmount(order.total_inc_tax);
	const credit =
		(parseAmount(order.gift_certificate_amount) ?? 0) + (parseAmount(order.store_credit_amount) ?? 0);
	return total !== undefined && credit >= total;
}

/** Whether the payment is promised but not collected. */
export function isAuthorised(order: MatchedOrder): boolean {
	return AUTHORISED.has((order.payment_status ?? '').toLowerCase());
}
