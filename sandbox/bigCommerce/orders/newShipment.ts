import { omit, pick } from 'lodash';
import type { OrderRecord, Shipment, ShippingAddress } from '../../shop/orders/orderRecord';
import { invalidField, refusedByV2 } from '../http/apiProblem';
import { rfc2822, serverTime } from '../http/dates';
import { readSent } from '../reading/fields';
import { shipmentFields } from '../records/shipment';
import type { Store } from '../store';

type Body = Record<string, unknown>;

/**
 * A shipment of an order, not yet kept.
 * @throws ApiProblem 400 for an address or line that is not the order's, or more than is left of a line
 */
export function newShipment(store: Store, order: OrderRecord, body: Body): Shipment {
	const sent = readSent(shipmentFields, body, { refuse: refusedByV2 });
	const address = order.addresses.find(({ id }) => id === body.order_address_id);
	if (!address) throw invalidField('order_address_id');
	if (!Array.isArray(body.items) || body.items.length === 0) throw invalidField('items');
	const items = body.items.map((item: Body) => itemOf(store, order, address, item));
	const billing_address = omit(order.fields.billing_address, 'form_fields');
	return {
		id: store.state.ids.next('shipment'),
		order_id: order.id,
		customer_id: order.fields.customer_id,
		order_address_id: address.id,
		date_created: rfc2822(serverTime(store.settings, Date.now())),
		tracking_number: '',
		merchant_shipping_cost: '0.0000',
		shipping_method: address.shipping_method,
		shipping_provider: 'custom',
		shipping_provider_display_name: '',
		tracking_carrier: '',
		tracking_link: '',
		generated_tracking_link: '',
		comments: '',
		...sent,
		billing_address,
		shipping_address: pick(address, Object.keys(billing_address)),
		items,
	};
}

function itemOf({ settings }: Store, order: OrderRecord, address: ShippingAddress, item: Body) {
	const line = order.lines.find(
		({ id, order_address_id }) => id === item.order_product_id && order_address_id === address.id,
	);
	const { quantity } = item;
	if (!line) throw invalidField('items.order_product_id');
	if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1)
		throw invalidField('items.quantity');
	const isTooMuch = quantity > line.quantity - line.quantity_shipped;
	if (isTooMuch && settings.tooLargeShipment === 'refused') throw invalidField('items.quantity');
	return { order_product_id: line.id, product_id: line.product_id, quantity };
}
