/** BigCommerce's fourteen order statuses and the incomplete one; the ids are the same in every store. */
const names = [
	'Incomplete',
	'Pending',
	'Shipped',
	'Partially Shipped',
	'Refunded',
	'Cancelled',
	'Declined',
	'Awaiting Payment',
	'Awaiting Pickup',
	'Awaiting Shipment',
	'Completed',
	'Awaiting Fulfillment',
	'Manual Verification Required',
	'Disputed',
	'Partially Refunded',
];

export interface OrderStatus {
	id: number;
	name: string;
	system_label: string;
	/** What this store calls it. */
	custom_label: string;
	system_description: string;
}

/** The statuses of the store, one of which it has given its own label. */
export const orderStatuses: readonly OrderStatus[] = names.map((name, id) => ({
	id,
	name,
	system_label: name,
	custom_label: id === 11 ? 'Ready to pack' : name,
	system_description: `The order is ${name.toLowerCase()}.`,
}));

export const shippedStatus = 2;
export const partiallyShippedStatus = 3;
export const refundedStatus = 4;
export const completedStatus = 10;
export const partiallyRefundedStatus = 14;

/** Statuses that put the quantities back on stock, where the store is set to do so. */
export const restockingStatuses: readonly number[] = [4, 5];

export function findStatus(id: number): OrderStatus | undefined {
	return orderStatuses[id];
}
