/** Tells that another webhook of the same client cannot be delivered. */
export const deliveryException = 'store/hook/deliveryException';

const changes = ['*', 'created', 'updated', 'deleted'];

const orderEvents = [
	'*',
	'created',
	'updated',
	'archived',
	'statusUpdated',
	'message/created',
	'refund/created',
];

const storeWideOrderEvents = [
	'transaction/created',
	'transaction/updated',
	'metafield/created',
	'metafield/updated',
	'metafield/deleted',
];

const stockEvents = ['stock_changed', 'low_stock_reached', 'out_of_stock_reached', 'settings_changed'];

/** The events about orders, shipments, the catalogue and its stock; `{channel}` is a channel's id or `*`. */
const knownScopes = new Set([
	...[...orderEvents, ...storeWideOrderEvents].map((event) => `store/order/${event}`),
	...orderEvents.map((event) => `store/channel/{channel}/order/${event}`),
	...['shipment', 'product', 'sku'].flatMap((noun) => changes.map((change) => `store/${noun}/${change}`)),
	...['product', 'sku'].flatMap((noun) =>
		['updated', 'order/updated'].map((event) => `store/${noun}/inventory/${event}`),
	),
	...stockEvents.map((event) => `store/channel/{channel}/inventory/product/${event}`),
	'store/inventory/location/created',
	'store/inventory/location/updated',
	deliveryException,
]);

export function isKnownScope(scope: string): boolean {
	return knownScopes.has(scope.replace(/^store\/channel\/(\d+|\*)\//, 'store/channel/{channel}/'));
}
