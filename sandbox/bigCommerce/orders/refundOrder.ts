import { sumBy } from 'lodash';
import type { OrderLine, OrderRecord, Refund } from '../../shop/orders/orderRecord';
import { isoDate, serverTime } from '../http/dates';
import type { Store } from '../store';
import { partiallyRefundedStatus, refundedStatus } from './statuses';

/** What the staff give back: units of lines, or an amount without saying for what. */
export type RefundRequest = { units: Array<{ lineId: number; quantity: number }> } | { amount: number };

/**
 * Refunds an order as the panel does. Neither stock nor quantities nor totals move; what becomes of the status and
 * of `quantity_refunded` is set by the store's unknowns.
 * @throws Error for a line the order does not have
 */
export function refundOrder(store: Store, order: OrderRecord, request: RefundRequest): OrderRecord {
	const { refundFeedsLines, statusAfterRefund, refundTouchesOrder } = store.settings;
	const refund = newRefund(store, order, request);
	const refunds = [...order.refunds, refund];
	const lines = refundFeedsLines ? order.lines.map((line) => refundedLine(line, request)) : order.lines;
	const isAll =
		sumBy(refunds, ({ total_amount }) => Number(total_amount)) >= Number(order.fields.total_inc_tax);
	const status_id = isAll ? refundedStatus : partiallyRefundedStatus;
	const fields = {
		...order.fields,
		payment_status: isAll ? 'refunded' : 'partially refunded',
		...(statusAfterRefund === 'moves' && { status_id }),
	};
	const modifiedAt = refundTouchesOrder ? Date.now() : order.modifiedAt;
	return store.state.orders.set({ ...order, lines, fields, refunds, modifiedAt });
}

function refundedLine(line: OrderLine, request: RefundRequest): OrderLine {
	const units = 'units' in request ? request.units.filter(({ lineId }) => lineId === line.id) : [];
	const quantity_refunded = Number(line.quantity_refunded) + sumBy(units, 'quantity');
	return { ...line, quantity_refunded, is_refunded: quantity_refunded >= line.quantity };
}

function newRefund({ state, settings }: Store, order: OrderRecord, request: RefundRequest): Refund {
	const items =
		'units' in request
			? request.units.map(({ lineId, quantity }) => ({
					item_type: 'PRODUCT',
					item_id: lineId,
					quantity,
					requested_amount: amountOf(order, lineId, quantity),
					reason: '',
					adjustments: [],
				}))
			: [
					{
						item_type: 'ORDER',
						item_id: order.id,
						requested_amount: request.amount,
						reason: '',
						adjustments: [],
					},
				];
	const total_amount = Math.round(100 * sumBy(items, 'requested_amount')) / 100;
	return {
		id: state.ids.next('refund'),
		order_id: order.id,
		user_id: 1,
		created: isoDate(serverTime(settings, Date.now())),
		reason: '',
		total_amount,
		total_tax: 0,
		uses_merchant_override_values: false,
		items,
		payments: [
			{
				id: 1,
				provider_id: 'custom',
				amount: total_amount,
				offline: true,
				is_declined: false,
				declined_message: '',
			},
		],
	};
}

/** What the shopper paid for so many units of a line. */
function amountOf({ id, lines }: OrderRecord, lineId: number, quantity: number): number {
	const line = lines.find((candidate) => candidate.id === lineId);
	if (!line) throw new Error(`Order ${id} has no line ${lineId}.`);
	return Math.round((100 * Number(line.discounted_total_inc_tax) * quantity) / line.quantity) / 100;
}
