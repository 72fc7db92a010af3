import type { Shipment } from '../../shop/orders/orderRecord';
import { bare, noContent } from '../http/answers';
import { invalidField, refusedByV2 } from '../http/apiProblem';
import { bodyOf, type Call } from '../http/call';
import type { Route } from '../http/routes';
import { keepShipments } from '../orders/keepShipments';
import { newShipment } from '../orders/newShipment';
import { readSent } from '../reading/fields';
import { shipmentFields } from '../records/shipment';
import { orderOf } from './orders';
import type { Resource } from './resource';

const scopes = ['orders' as const];
const path = '/v2/orders/:id/shipments';

/** What was sent to the shopper and by whom. A POST has no key of its own: sent twice, it ships twice. */
export const shipments: Resource<Shipment> = {
	path,
	scopes,
	form: 'v2',
	records: (call) => orderIn(call).shipments,
	idName: 'shipmentId',
	create: (call) => {
		const order = orderIn(call);
		const shipment = newShipment(call.store, order, bodyOf(call));
		const { shipmentMovesStatus } = call.store.settings;
		keepShipments(call.store, order, [...order.shipments, shipment], shipmentMovesStatus);
		return shipment;
	},
	createdAnswer: (_call, shown) => bare(shown, 201),
	change: (call, shipment) => {
		const body = bodyOf(call);
		if ('items' in body) throw invalidField('items');
		const changed = { ...shipment, ...readSent(shipmentFields, body, { refuse: refusedByV2 }) };
		const all = orderIn(call).shipments.map((other) => (other === shipment ? changed : other));
		keepShipments(call.store, orderIn(call), all, false);
		return changed;
	},
	remove: (call, shipment) => {
		const order = orderIn(call);
		const others = order.shipments.filter((other) => other !== shipment);
		keepShipments(call.store, order, others, false);
	},
};

export const shipmentRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: `${path}/count`,
		scopes,
		answer: (call) => bare({ count: orderIn(call).shipments.length }),
	},
	{
		method: 'DELETE',
		path,
		scopes,
		answer: (call) => {
			keepShipments(call.store, orderIn(call), [], false);
			return noContent;
		},
	},
];

function orderIn({ store, params }: Call) {
	return orderOf(store, params.id);
}
