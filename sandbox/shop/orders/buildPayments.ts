import type { OrderMoney } from './orderMoney';
import type { OrderPlan } from './orderPlan';
import type { OrderIds, OrderLine, OrderRecord, Refund } from './orderRecord';

const events: Record<string, string> = {
	authorized: 'authorization',
	declined: 'purchase',
	captured: 'purchase',
	paid: 'purchase',
};

/** What was paid and how, as `GET /v3/orders/{id}/transactions` shows it: numbers and ISO dates. Offline methods leave none. */
export function buildTransactions(
	plan: OrderPlan,
	money: OrderMoney,
	orderId: number,
	ids: OrderIds,
): OrderRecord['transactions'] {
	const amount = (minor: number) => minor / 10 ** plan.currency.decimals;
	const { giftCertificate, storeCredit, other: byCard } = money.paidBy;
	const common = (method: string, minor: number) => ({
		id: ids.next('transaction'),
		order_id: String(orderId),
		event: events[plan.paymentStatus] ?? 'purchase',
		method,
		amount: amount(minor),
		currency: plan.currency.code,
		gateway: method,
		gateway_transaction_id: `gw-${orderId}-${method}`,
		status: plan.paymentStatus === 'declined' ? 'error' : 'ok',
		test: false,
		fraud_review: false,
		reference_transaction_id: null,
		date_created: isoDate(plan.createdAt),
		avs_result: {},
		cvv_result: {},
		credit_card: null,
		gift_certificate: null,
		store_credit: null,
		offline: null,
		custom: null,
		payment_instrument_token: null,
		payment_method_id: null,
		custom_provider_field_result: null,
	});
	const transactions = [];
	if (plan.paymentMethod === 'Credit Card' && plan.paymentStatus !== '' && byCard > 0) {
		const card = {
			card_type: 'visa',
			card_iin: '411111',
			card_last4: '1111',
			card_expiry_month: 12,
			card_expiry_year: 2030,
		};
		transactions.push({ ...common('credit_card', byCard), credit_card: card });
	}
	if (giftCertificate > 0) {
		const certificate = {
			code: `GC-${orderId}`,
			original_balance: 500,
			starting_balance: 500,
			remaining_balance: 500 - amount(giftCertificate),
			status: 'active',
		};
		transactions.push({
			...common('gift_certificate', giftCertificate),
			gift_certificate: certificate,
		});
	}
	if (storeCredit > 0) {
		transactions.push({
			...common('store_credit', storeCredit),
			store_credit: { remaining_balance: 20 },
		});
	}
	return transactions;
}

/** Refunds of whole units, at what the shopper paid for them. */
export function buildRefunds(
	plan: OrderPlan,
	money: OrderMoney,
	lines: OrderLine[],
	orderId: number,
	ids: OrderIds,
): Refund[] {
	return plan.refunds.map(({ line, quantity, reason }) => {
		const scale = 10 ** plan.currency.decimals;
		const { net } = money.lines[line];
		const part = (minor: number) => Math.round((minor * quantity) / plan.lines[line].quantity) / scale;
		return {
			id: ids.next('refund'),
			order_id: orderId,
			user_id: 1,
			created: isoDate(plan.modifiedAt),
			reason,
			total_amount: part(net.incTax),
			total_tax: part(net.tax),
			uses_merchant_override_values: false,
			items: [
				{
					item_type: 'PRODUCT',
					item_id: lines[line].id,
					quantity,
					requested_amount: part(net.incTax),
					reason,
					adjustments: [],
				},
			],
			payments: [
				{
					id: 1,
					provider_id: 'custom',
					amount: part(net.incTax),
					offline: true,
					is_declined: false,
					declined_message: '',
				},
			],
		};
	});
}

function isoDate(time: number): string {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
