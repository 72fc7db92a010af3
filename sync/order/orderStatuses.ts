/**
 * BigCommerce's statuses of orders whose goods still have to leave: Awaiting Fulfillment, Awaiting Shipment,
 * Awaiting Pickup, Partially Shipped and Partially Refunded. A partial refund says nothing about shipping.
 * Finished ones, 2 (Shipped) and 10 (Completed), are for shops that ship at once or sell digital goods.
 */
export const statusesToShip: readonly number[] = [11, 9, 8, 3, 14];

/** The shopper went as far as the payment, and has not ordered. */
export const INCOMPLETE = 0;

/** The IDs of all statuses an order can have; a store can only rename them. */
const ALL = Array.from({ length: 15 }, (_, id) => id);

/** Statuses of orders that nobody has to import: Incomplete, Refunded, Cancelled and Declined. */
const WITHOUT_SALE = [INCOMPLETE, 4, 5, 6];

/** Statuses of orders that are sold, and that an import of the chosen statuses does not see. */
export function statusesBeside(chosen: readonly number[]): number[] {
	return ALL.filter((id) => !chosen.includes(id) && !WITHOUT_SALE.includes(id));
}
