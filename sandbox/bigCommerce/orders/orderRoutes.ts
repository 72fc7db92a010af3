import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OrderRecord } from '../../shop/orders/orderRecord';
import { ApiProblem, notFound } from '../http/apiProblem';
import { v2Rows } from '../http/paging';
import { Query } from '../http/query';
import { orderFilter, sortOrders } from './orderFilters';
import { changeOrder } from './orderChanges';
import { includedParts, showOrder } from './orderView';
import { findStatus, orderStatuses } from './statuses';
import type { Store } from '../store';

const scopes = { config: { scopes: ['orders' as const] } };

/** Orders: list, count, read, change, archive. */
export function addOrderRoutes(api: FastifyInstance, store: Store): void {
	const { state, settings } = store;

	api.get('/v2/orders', scopes, async (request, reply) => {
		const query = new Query(request);
		const included = includedParts(query);
		const found = sortOrders(query, ordersOf(request, store).filter(orderFilter(query, settings)));
		const rows = v2Rows(request, found, { above: settings.limitAboveMaximum });
		const answer = rows.map((order) => showOrder(store, order, included));
		if (request.fault?.kind === 'editDuringRead') editFirstOf(rows, store);
		return answer.length > 0 ? answer : reply.code(204).send();
	});

	api.get('/v2/orders/count', scopes, async (request) => {
		const found = state.orders.values().filter(orderFilter(new Query(request), settings));
		const statuses = orderStatuses.map((status) => ({
			...status,
			count: found.filter((order) => order.fields.status_id === status.id).length,
			sort_order: status.id,
		}));
		return { statuses, count: found.length };
	});

	api.delete('/v2/orders', scopes, async () => {
		throw new ApiProblem(405, 'The sandbox does not archive all orders of a store at once.');
	});

	api.get<{ Params: { id: string } }>('/v2/orders/:id', scopes, async (request) => {
		return showOrder(store, orderOf(store, request.params.id), includedParts(new Query(request)));
	});

	api.put<{ Params: { id: string } }>('/v2/orders/:id', scopes, async (request) => {
		const order = orderOf(store, request.params.id);
		return showOrder(store, changeOrder(store, order, request.body), includedParts(new Query(request)));
	});

	api.delete<{ Params: { id: string } }>('/v2/orders/:id', scopes, async (request, reply) => {
		const { id, fields } = orderOf(store, request.params.id);
		state.orders.update(id, { fields: { ...fields, is_deleted: true }, modifiedAt: Date.now() });
		return reply.code(204).send();
	});

	api.get('/v2/order_statuses', scopes, async () => orderStatuses);

	api.get<{ Params: { id: string } }>('/v2/order_statuses/:id', scopes, async (request) => {
		const status = findStatus(Number(request.params.id));
		if (!status) throw notFound();
		return status;
	});
}

/** @throws ApiProblem 404 for an id no order has */
export function orderOf({ state }: Store, id: string): OrderRecord {
	const order = /^\d+$/.test(id) ? state.orders.get(Number(id)) : undefined;
	if (!order) throw notFound();
	return order;
}

/** The orders, or the orders of a while ago where the request meets a stale read. */
function ordersOf(request: FastifyRequest, { state }: Store): OrderRecord[] {
	if (request.fault?.kind !== 'staleRead') return state.orders.values();
	return state.orders.asOf(Date.now() - (request.fault.delayMs ?? 5000));
}

/** Staff opens the first order of the page and notes something, right after the page was read. */
function editFirstOf([order]: OrderRecord[], { state }: Store): void {
	if (!order) return;
	const staff_notes = `${order.fields.staff_notes ?? ''}\nLooked at while orders were being read.`.trim();
	state.orders.update(order.id, { fields: { ...order.fields, staff_notes }, modifiedAt: Date.now() });
}
