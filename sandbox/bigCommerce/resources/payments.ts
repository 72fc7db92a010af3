import type { OrderRecord, Refund } from '../../shop/orders/orderRecord';
import { integerIn, timeWithin } from '../listing/filters';
import { orderOf } from './orders';
import type { Resource } from './resource';

const refundScopes = ['orders' as const, 'transactions' as const];

/** What was paid; read only. An order without transactions has no content, which V3 has nowhere else. */
export const transactions: Resource<OrderRecord['transactions'][number]> = {
	path: '/v3/orders/:id/transactions',
	scopes: ['transactions'],
	form: 'v3OrNoContent',
	records: ({ store, params }) => orderOf(store, params.id).transactions,
};

/** What was paid back on one order; read only. */
export const refundsOfOrder: Resource<Refund> = {
	path: '/v3/orders/:id/payment_actions/refunds',
	scopes: refundScopes,
	form: 'v3Whole',
	records: ({ store, params }) => orderOf(store, params.id).refunds,
};

/** All refunds, in the order of their ids; the list says nothing about its pages. */
export const refunds: Resource<Refund> = {
	path: '/v3/orders/payment_actions/refunds',
	scopes: refundScopes,
	form: 'v3Plain',
	records: ({ store }) =>
		store.state.orders
			.values()
			.flatMap((order) => order.refunds)
			.sort((one, other) => one.id - other.id),
	filters: [
		integerIn('order_id:in', ({ order_id }) => order_id),
		integerIn('id:in', ({ id }) => id),
		...timeWithin<Refund>('created', ({ created }) => Date.parse(created)),
	],
	idName: 'id',
};
