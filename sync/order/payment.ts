import type { BigCommerceOrder } from '../bigCommerceOrder';
import { parseAmount } from '../money';

const paidStatuses = new Set(['paid', 'captured']);
const authorisedStatuses = new Set(['authorized', 'capture pending']);

/** Whether nothing is left to collect: by the payment status, or because gift certificates and store credit cover the total. */
export function isPaid(order: BigCommerceOrder): boolean {
	if (paidStatuses.has((order.payment_status ?? '').toLowerCase())) return true;
	const total = parseAmount(order.total_inc_tax);
	const credit =
		(parseAmount(order.gift_certificate_amount) ?? 0) + (parseAmount(order.store_credit_amount) ?? 0);
	return total !== undefined && credit >= total;
}

/** Whether the payment is promised but not collected. */
export function isAuthorised(order: BigCommerceOrder): boolean {
	return authorisedStatuses.has((order.payment_status ?? '').toLowerCase());
}
