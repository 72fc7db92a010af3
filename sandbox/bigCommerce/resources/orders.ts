import type { OrderRecord } from '../../shop/orders/orderRecord';
import { bare } from '../http/answers';
import { ApiProblem, notFound } from '../http/apiProblem';
import { staleMoment, type Call } from '../http/call';
import type { Route } from '../http/routes';
import { allOf } from '../listing/filters';
import { changeOrder } from '../orders/orderChanges';
import { orderFilters, sortOrders } from '../orders/orderFilters';
import { includedParts, showOrder } from '../orders/orderView';
import { orderStatuses, type OrderStatus } from '../orders/statuses';
import type { Store } from '../store';
import type { Resource } from './resource';

const scopes = ['orders' as const];

/** `/v2/orders`. Removing an order archives it. */
export const orders: Resource<OrderRecord> = {
	path: '/v2/orders',
	scopes,
	form: 'v2',
	records: (call) => {
		const moment = staleMoment(call);
		return moment === undefined ? call.store.state.orders.values() : call.store.state.orders.asOf(moment);
	},
	filters: orderFilters,
	sort: ({ query }, records) => sortOrders(query, records),
	render: ({ store, query }) => {
		const included = includedParts(query);
		return (order) => showOrder(store, order, included);
	},
	afterPage: ({ fault, store }, page) => {
		if (fault?.kind === 'editDuringRead') editFirstOf(page, store);
	},
	idName: 'id',
	find: ({ store }, id) => orderOf(store, id),
	change: ({ store, body }, order) => changeOrder(store, order, body),
	remove: ({ store }, { id, fields }) => {
		store.state.orders.update(id, { fields: { ...fields, is_deleted: true }, modifiedAt: Date.now() });
	},
};

/** `/v2/order_statuses`: the same in every store, but for their labels. */
export const statuses: Resource<OrderStatus> = {
	path: '/v2/order_statuses',
	scopes,
	form: 'v2Whole',
	records: () => [...orderStatuses],
	idName: 'id',
};

export const orderRoutes: readonly Route[] = [
	{ method: 'GET', path: '/v2/orders/count', scopes, answer: countOrders },
	{
		method: 'DELETE',
		path: '/v2/orders',
		scopes,
		answer: () => {
			throw new ApiProblem(405, 'The sandbox does not archive all orders of a store at once.');
		},
	},
];

/** @throws ApiProblem 404 for an id no order has */
export function orderOf({ state }: Store, id: string): OrderRecord {
	const order = /^\d+$/.test(id) ? state.orders.get(Number(id)) : undefined;
	if (!order) throw notFound();
	return order;
}

function countOrders({ store, query }: Call) {
	const found = store.state.orders.values().filter(allOf(orderFilters, query, store));
	const counted = orderStatuses.map((status) => ({
		...status,
		count: found.filter(({ fields }) => fields.status_id === status.id).length,
		sort_order: status.id,
	}));
	return bare({ statuses: counted, count: found.length });
}

/** Staff opens the first order of the page and notes something, right after the page was read. */
function editFirstOf([order]: OrderRecord[], { state }: Store): void {
	if (!order) return;
	const staff_notes = `${order.fields.staff_notes ?? ''}\nLooked at while orders were being read.`.trim();
	state.orders.update(order.id, { fields: { ...order.fields, staff_notes }, modifiedAt: Date.now() });
}
