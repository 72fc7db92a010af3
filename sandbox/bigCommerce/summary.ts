import { countBy } from 'lodash';
import type { BigCommerceState } from './state';
import { findStatus } from './orders/statuses';

/** What the store holds, counted: the answer of `GET /sandbox/state`. */
export function summarise(state: BigCommerceState) {
	const orders = state.orders.values();
	return {
		products: state.products.size,
		variants: state.variants.size,
		stockItems: countBy(state.stock.values(), (item) => item.tracking),
		orders: orders.length,
		ordersByStatus: countBy(orders, ({ fields }) => findStatus(fields.status_id)?.name),
		archivedOrders: orders.filter(({ fields }) => fields.is_deleted).length,
		metafields: countBy(state.metafields.values(), ({ resource_type }) => resource_type),
		webhooks: state.webhooks.size,
		customers: state.customers.length,
	};
}
