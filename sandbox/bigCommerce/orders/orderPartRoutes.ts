import type { FastifyInstance, FastifyRequest } from 'fastify';
import { omit } from 'lodash';
import { notFound } from '../http/apiProblem';
import { v2Page } from '../http/paging';
import { Query } from '../http/query';
import type { OrderRecord } from '../../shop/orders/orderRecord';
import { orderOf } from './orderRoutes';
import { linker, showConsignments, showFee } from './orderView';
import type { Store } from '../store';

type ById = { Params: { id: string; partId: string } };

const scopes = { config: { scopes: ['orders' as const] } };

/** What hangs on an order and is only read: lines, addresses, coupons, taxes, fees, messages, consignments. */
export function addOrderPartRoutes(api: FastifyInstance, store: Store): void {
	const lists: Record<string, (order: OrderRecord, request: FastifyRequest) => unknown[]> = {
		products: (order) => order.lines,
		shipping_addresses: (order) => addressesOf(order, store),
		coupons: (order) => order.coupons,
		taxes: (order, request) => taxesOf(order, new Query(request).boolean('details') ?? false),
		fees: (order) => order.fees.map((fee) => showFee(store, fee)),
		messages: (order) => order.messages,
	};
	for (const [name, rowsOf] of Object.entries(lists)) {
		api.get<ById>(`/v2/orders/:id/${name}`, scopes, async (request, reply) => {
			const rows = rowsOf(orderOf(store, request.params.id), request);
			return v2Page(request, reply, rows, { above: store.settings.limitAboveMaximum });
		});
	}

	api.get<ById>('/v2/orders/:id/products/:partId', scopes, async (request) => {
		const { id, partId } = request.params;
		return oneOf(orderOf(store, id).lines, partId);
	});

	api.get<ById>('/v2/orders/:id/shipping_addresses/:partId', scopes, async (request) => {
		const { id, partId } = request.params;
		return oneOf(addressesOf(orderOf(store, id), store), partId);
	});

	api.get<ById>('/v2/orders/:id/consignments', scopes, async (request) => {
		const lineItems = (new Query(request).list('include') ?? []).includes('consignments.line_items');
		return showConsignments(store, orderOf(store, request.params.id), { lineItems, asObject: true });
	});
}

function oneOf<T extends { id: number }>(rows: T[], id: string): T {
	const row = rows.find((candidate) => String(candidate.id) === id);
	if (!row) throw notFound();
	return row;
}

function addressesOf(order: OrderRecord, store: Store) {
	const link = linker(store, order.id);
	return order.addresses.map((address) => ({
		...address,
		shipping_quotes: link(`shipping_addresses/${address.id}/shipping_quotes`),
	}));
}

function taxesOf({ taxes }: OrderRecord, withDetails: boolean) {
	return withDetails ? taxes : taxes.map((tax) => omit(tax, ['order_product_id', 'line_item_type']));
}
