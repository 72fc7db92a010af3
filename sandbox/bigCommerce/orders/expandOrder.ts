import type { OrderFields, OrderRecord } from '../../shop/orders/orderRecord';
import { showOrder } from './orderView';
import type { Store } from '../store';

/** An order with its parts in place of the links: what reading it and all its parts gives. */
export type ExpandedOrder = OrderFields & {
	id: number;
	date_created: string;
	date_modified: string;
	products: Array<OrderRecord['lines'][number] & { applied_discounts: Array<{ amount: string }> }>;
	shipping_addresses: OrderRecord['addresses'];
} & Pick<OrderRecord, 'coupons' | 'fees'>;

export function expandOrder(store: Store, order: OrderRecord): ExpandedOrder {
	const shown = showOrder(store, order, {
		consignments: false,
		lineItems: false,
		fees: true,
		asObject: true,
	});
	const expanded = {
		...shown,
		products: order.lines,
		shipping_addresses: order.addresses,
		coupons: order.coupons,
	};
	return structuredClone(expanded) as unknown as ExpandedOrder;
}
