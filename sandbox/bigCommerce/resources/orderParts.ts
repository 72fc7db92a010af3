import { omit } from 'lodash';
import type { OrderRecord } from '../../shop/orders/orderRecord';
import { bare } from '../http/answers';
import type { Call } from '../http/call';
import { listAnswer } from '../http/resourceAnswers';
import type { Route } from '../http/routes';
import { linker, showConsignments, showFee } from '../orders/orderView';
import { orderOf } from './orders';
import type { Resource } from './resource';

const scopes = ['orders' as const];

/** A list that hangs on an order and is only read. */
function part<T extends { id: number }>(
	name: string,
	rowsOf: (order: OrderRecord) => T[],
	own: Partial<Resource<T>> = {},
): Resource<T> {
	return {
		path: `/v2/orders/:id/${name}`,
		scopes,
		form: 'v2',
		records: ({ store, params }) => rowsOf(orderOf(store, params.id)),
		...own,
	};
}

export const lines = part('products', (order) => order.lines, { idName: 'partId' });

export const addresses = part('shipping_addresses', (order) => order.addresses, {
	idName: 'partId',
	render: ({ store, params }) => {
		const link = linker(store, Number(params.id));
		return (address) => ({
			...address,
			shipping_quotes: link(`shipping_addresses/${address.id}/shipping_quotes`),
		});
	},
});

export const coupons = part('coupons', (order) => order.coupons);

export const taxes = part('taxes', (order) => order.taxes, {
	render: ({ query }) => {
		const withDetails = query.boolean('details') ?? false;
		return (tax) => (withDetails ? tax : omit(tax, ['order_product_id', 'line_item_type']));
	},
});

const fees = part('fees', (order) => order.fees, {
	render:
		({ store }) =>
		(fee) =>
			showFee(store, fee),
});

/** The fees as the store is set to answer them: some documentation has an object around the list. */
export const feesRoute: Route = {
	method: 'GET',
	path: fees.path,
	scopes,
	answer: (call) => {
		const list = listAnswer(fees, call);
		const isWrapped = list.status === 200 && call.store.settings.feesForm === 'object';
		return isWrapped ? bare({ fees: list.body }) : list;
	},
};

export const messages = part('messages', (order) => order.messages);

export const consignmentRoute: Route = {
	method: 'GET',
	path: '/v2/orders/:id/consignments',
	scopes,
	answer: ({ store, params, query }: Call) => {
		const lineItems = (query.list('include') ?? []).includes('consignments.line_items');
		return bare(showConsignments(store, orderOf(store, params.id), { lineItems, asObject: true }));
	},
};
