import type { OrderRecord } from '../../shop/orders/orderRecord';
import { ApiProblem, invalidField, refusedByV2 } from '../http/apiProblem';
import { readSent } from '../reading/fields';
import { orderFields } from '../records/orderFields';
import { editLines } from './lineEdits';
import { moveStock } from './orderStock';
import { completedStatus, findStatus, restockingStatuses, shippedStatus } from './statuses';
import type { Store } from '../store';

type Body = Record<string, unknown>;

/** Fields that come in pairs: whoever overrides one must override the other. */
const moneyPairs = ['subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost', 'total'];

/**
 * Applies `PUT /v2/orders/{id}`: only top-level fields that were sent change, and what is sent replaces
 * what was there. `products` takes the discounts off every line it touches; `fees` replaces all fees.
 * @throws ApiProblem 400 for a value the order cannot take
 */
export function changeOrder(store: Store, order: OrderRecord, body: unknown): OrderRecord {
	const sent = readBody(body);
	const fields = { ...order.fields, ...readSent(orderFields, sent, { refuse: refusedByV2 }) };
	if (sent.billing_address)
		Object.assign(fields, {
			billing_address: { ...fields.billing_address, ...(sent.billing_address as Body) },
		});
	Object.assign(fields, readTotals(sent), { status_id: readStatus(store, sent) ?? fields.status_id });

	let changed: OrderRecord = { ...order, fields, modifiedAt: Date.now() };
	if (Array.isArray(sent.products)) changed = editLines(store, changed, sent.products as Body[]);
	if (Array.isArray(sent.fees)) changed = { ...changed, fees: readFees(store, sent.fees as Body[]) };
	if (changed.fields.status_id === shippedStatus && order.fields.status_id !== shippedStatus)
		changed.shippedAt = changed.modifiedAt;
	changed = { ...changed, stockTaken: settleStock(store, changed) };
	return store.state.orders.set(changed);
}

function readBody(body: unknown): Body {
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw new ApiProblem(400, 'The request body must be an object.');
	const sent = body as Body;
	if ('external_merchant_id' in sent) throw invalidField('external_merchant_id');
	return sent;
}

function readStatus({ settings }: Store, { status_id }: Body): number | undefined {
	if (status_id === undefined) return undefined;
	const status = findStatus(Number(status_id));
	if (!status && settings.unknownStatusId === 'refused') throw invalidField('status_id');
	return status?.id;
}

function readTotals(sent: Body): Body {
	const changes: Body = {};
	for (const name of moneyPairs) {
		const pair = [`${name}_ex_tax`, `${name}_inc_tax`].filter((field) => field in sent);
		if (pair.length === 1) throw invalidField(pair[0]);
		for (const field of pair) changes[field] = Number(sent[field]).toFixed(4);
	}
	if ('discount_amount' in sent) changes.discount_amount = Number(sent.discount_amount).toFixed(4);
	return changes;
}

function readFees({ state }: Store, fees: Body[]): OrderRecord['fees'] {
	return fees.map((fee) => {
		const text = (name: string) => Number(fee[name] ?? fee.base_cost ?? 0).toFixed(4);
		return {
			id: typeof fee.id === 'number' ? fee.id : state.ids.next('fee'),
			type: 'custom_fee',
			display_name_customer: String(fee.display_name_customer ?? fee.name ?? ''),
			display_name_merchant: String(fee.display_name_merchant ?? fee.name ?? ''),
			source: 'v2',
			base_cost: text('base_cost'),
			cost_ex_tax: text('cost_ex_tax'),
			cost_inc_tax: text('cost_inc_tax'),
			cost_tax: (Number(text('cost_inc_tax')) - Number(text('cost_ex_tax'))).toFixed(4),
			tax_class_id: null,
		};
	});
}

/** Takes or puts back what the order's status calls for; returns whether its quantities are now taken. */
function settleStock(store: Store, order: OrderRecord): boolean {
	const { updateStockBehavior, refundOrderStockAdjustment } = store.settings;
	const { status_id } = order.fields;
	const isSent = status_id === shippedStatus || status_id === completedStatus;
	if (restockingStatuses.includes(status_id)) {
		if (order.stockTaken && refundOrderStockAdjustment) moveStock(store, order.lines, 1);
		return order.stockTaken && !refundOrderStockAdjustment;
	}
	if (!order.stockTaken && (updateStockBehavior === 'order_placed' || isSent)) {
		moveStock(store, order.lines, -1);
		return true;
	}
	return order.stockTaken;
}
