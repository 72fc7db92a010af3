import type { BigCommerceOrder } from '../../../sync/bigCommerceOrder';
import type { OrderRecord } from '../../shop/orders/orderRecord';
import type { Store } from '../state';
import { showOrder } from './orderView';

/** An order with its parts in place of the links: what reading it and all its parts gives. */
export type ExpandedOrder = BigCommerceOrder &
	Required<Pick<BigCommerceOrder, 'products' | 'shipping_addresses' | 'coupons' | 'fees'>>;

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
