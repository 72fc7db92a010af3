import type { FastifyInstance } from 'fastify';
import { omit, pick } from 'lodash';
import type { OrderLine, OrderRecord, Shipment } from '../../shop/orders/orderRecord';
import { ApiProblem, invalidField, notFound } from '../http/apiProblem';
import { v2Page } from '../http/paging';
import { orderOf } from './orderRoutes';
import { rfc2822 } from './orderView';
import { partiallyShippedStatus, shippedStatus } from './statuses';
import type { Store } from '../store';

type ById = { Params: { id: string; shipmentId: string } };
type Body = Record<string, unknown>;

const scopes = { config: { scopes: ['orders' as const] } };

const carriers = [
	'',
	'auspost',
	'canadapost',
	'endicia',
	'fedex',
	'royalmail',
	'shipperhq',
	'ups',
	'upsready',
	'usps',
	'upsonline',
	'custom',
];
const changeable = [
	'tracking_number',
	'shipping_provider',
	'tracking_carrier',
	'tracking_link',
	'shipping_method',
	'merchant_shipping_cost',
	'comments',
];

/** What was sent to the shopper and by whom. A POST has no key of its own: sent twice, it ships twice. */
export function addShipmentRoutes(api: FastifyInstance, store: Store): void {
	api.get<ById>('/v2/orders/:id/shipments', scopes, async (request, reply) =>
		v2Page(request, reply, orderOf(store, request.params.id).shipments, {
			above: store.settings.limitAboveMaximum,
		}),
	);

	api.get<ById>('/v2/orders/:id/shipments/count', scopes, async (request) => ({
		count: orderOf(store, request.params.id).shipments.length,
	}));

	api.get<ById>('/v2/orders/:id/shipments/:shipmentId', scopes, async (request) =>
		shipmentOf(orderOf(store, request.params.id), request.params.shipmentId),
	);

	api.post<ById>('/v2/orders/:id/shipments', scopes, async (request, reply) => {
		const order = orderOf(store, request.params.id);
		const shipment = createShipment(store, order, (request.body ?? {}) as Body);
		saveShipments(store, order, [...order.shipments, shipment], store.settings.shipmentMovesStatus);
		return reply.code(201).send(shipment);
	});

	api.put<ById>('/v2/orders/:id/shipments/:shipmentId', scopes, async (request) => {
		const order = orderOf(store, request.params.id);
		const body = (request.body ?? {}) as Body;
		if ('items' in body) throw invalidField('items');
		checkTexts(body);
		const changed = { ...shipmentOf(order, request.params.shipmentId), ...pick(body, changeable) };
		saveShipments(
			store,
			order,
			order.shipments.map((shipment) => (shipment.id === changed.id ? changed : shipment)),
			false,
		);
		return changed;
	});

	api.delete<ById>('/v2/orders/:id/shipments/:shipmentId', scopes, async (request, reply) => {
		const order = orderOf(store, request.params.id);
		const gone = shipmentOf(order, request.params.shipmentId);
		saveShipments(
			store,
			order,
			order.shipments.filter((shipment) => shipment !== gone),
			false,
		);
		return reply.code(204).send();
	});

	api.delete<ById>('/v2/orders/:id/shipments', scopes, async (request, reply) => {
		saveShipments(store, orderOf(store, request.params.id), [], false);
		return reply.code(204).send();
	});
}

function shipmentOf(order: OrderRecord, id: string): Shipment {
	const shipment = order.shipments.find((candidate) => String(candidate.id) === id);
	if (!shipment) throw notFound();
	return shipment;
}

/** @throws ApiProblem 400 for an address or line that is not the order's, or more than is left of a line */
function createShipment(store: Store, order: OrderRecord, body: Body): Shipment {
	checkTexts(body);
	const address = order.addresses.find(({ id }) => id === body.order_address_id);
	if (!address) throw invalidField('order_address_id');
	if (!Array.isArray(body.items) || body.items.length === 0) throw invalidField('items');
	const items = body.items.map((item: Body) => {
		const line = order.lines.find(
			({ id, order_address_id }) => id === item.order_product_id && order_address_id === address.id,
		);
		const quantity = item.quantity;
		if (!line) throw invalidField('items.order_product_id');
		if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1)
			throw invalidField('items.quantity');
		const isTooMuch = quantity > line.quantity - line.quantity_shipped;
		if (isTooMuch && store.settings.tooLargeShipment === 'refused') throw invalidField('items.quantity');
		return { order_product_id: line.id, product_id: line.product_id, quantity };
	});
	const billing_address = omit(order.fields.billing_address, 'form_fields');
	return {
		id: store.state.ids.next('shipment'),
		order_id: order.id,
		customer_id: order.fields.customer_id,
		order_address_id: address.id,
		date_created: rfc2822(Date.now()),
		tracking_number: '',
		merchant_shipping_cost: '0.0000',
		shipping_method: address.shipping_method,
		shipping_provider: 'custom',
		shipping_provider_display_name: '',
		tracking_carrier: '',
		tracking_link: '',
		generated_tracking_link: '',
		comments: '',
		...pick(body, changeable),
		billing_address,
		shipping_address: pick(address, Object.keys(billing_address)),
		items,
	};
}

function checkTexts(body: Body): void {
	const limits: Record<string, number> = { tracking_number: 50, tracking_link: 500, comments: 65_535 };
	for (const [name, longest] of Object.entries(limits)) {
		const value = body[name];
		if (value !== undefined && (typeof value !== 'string' || value.length > longest))
			throw invalidField(name);
	}
	const provider = body.shipping_provider;
	if (
		provider !== undefined &&
		!carriers.includes(String(provider)) &&
		!/^carrier_\d+$/.test(String(provider))
	) {
		throw new ApiProblem(400, "The field 'shipping_provider' is invalid.");
	}
}

/** Keeps the shipments and counts again what was sent of each line and to each address. */
function saveShipments(
	store: Store,
	order: OrderRecord,
	shipments: Shipment[],
	mayMoveStatus: boolean,
): void {
	const sentOf = (line: OrderLine) =>
		shipments
			.flatMap(({ items }) => items)
			.filter((item) => item.order_product_id === line.id)
			.reduce((sum, item) => sum + item.quantity, 0);
	const lines = order.lines.map((line) => ({ ...line, quantity_shipped: sentOf(line) }));
	const total = (some: OrderLine[]) => some.reduce((sum, line) => sum + line.quantity_shipped, 0);
	const addresses = order.addresses.map((address) => ({
		...address,
		items_shipped: total(lines.filter((line) => line.order_address_id === address.id)),
	}));
	const isComplete = lines.every(
		(line) => line.order_address_id === 0 || line.quantity_shipped >= line.quantity,
	);
	const status_id = mayMoveStatus
		? isComplete
			? shippedStatus
			: partiallyShippedStatus
		: order.fields.status_id;
	const now = Date.now();
	store.state.orders.set({
		...order,
		lines,
		addresses,
		shipments,
		fields: { ...order.fields, items_shipped: total(lines), status_id },
		shippedAt: mayMoveStatus && isComplete ? now : order.shippedAt,
		modifiedAt: store.settings.shipmentTouchesOrder ? now : order.modifiedAt,
	});
}
