import type { FastifyInstance } from 'fastify';
import { notFound } from '../http/apiProblem';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import type { Refund } from '../../shop/orders/orderRecord';
import { orderOf } from './orderRoutes';
import type { Store } from '../store';

type ById = { Params: { id: string } };

const refundScopes = { config: { scopes: ['orders' as const, 'transactions' as const] } };

/** What was paid and what was paid back; read only. */
export function addPaymentRoutes(api: FastifyInstance, store: Store): void {
	api.get<ById>(
		'/v3/orders/:id/transactions',
		{ config: { scopes: ['transactions'] } },
		async (request, reply) => {
			const { transactions } = orderOf(store, request.params.id);
			return transactions.length > 0 ? v3Page(request, transactions, (row) => row) : reply.code(204).send();
		},
	);

	api.get<ById>('/v3/orders/:id/payment_actions/refunds', refundScopes, async (request) => ({
		data: orderOf(store, request.params.id).refunds,
		meta: {},
	}));

	api.get('/v3/orders/payment_actions/refunds', refundScopes, async (request) => {
		const query = new Query(request);
		const orderIds = query.integers('order_id:in');
		const ids = query.integers('id:in');
		const from = query.date('created:min') ?? -Infinity;
		const to = query.date('created:max') ?? Infinity;
		const isAsked = (refund: Refund) =>
			(orderIds?.includes(refund.order_id) ?? true) &&
			(ids?.includes(refund.id) ?? true) &&
			Date.parse(refund.created) >= from &&
			Date.parse(refund.created) <= to;
		return v3Page(request, allRefunds(store).filter(isAsked), (refund) => refund, {
			above: store.settings.limitAboveMaximum,
		});
	});

	api.get<ById>('/v3/orders/payment_actions/refunds/:id', refundScopes, async (request) => {
		const refund = allRefunds(store).find(({ id }) => String(id) === request.params.id);
		if (!refund) throw notFound();
		return { data: refund, meta: {} };
	});
}

function allRefunds({ state }: Store): Refund[] {
	return state.orders.values().flatMap((order) => order.refunds);
}
