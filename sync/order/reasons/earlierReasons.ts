import type { Reason } from '../../reason';
import type { KnownDocument } from '../knownDocument';

/** What can be said of an order that may have come into SOS Inventory in another way. */
export const earlierReasons = { mayBeThere };

const KINDS = { salesOrder: 'sales order', salesReceipt: 'sales receipt' };

/** Somebody else's document that agrees with the order in more than its number. */
function mayBeThere({ type, id, number, customerPO, total, date }: KnownDocument): Reason {
	const said = [
		customerPO.trim() !== '' && `customer PO ${customerPO}`,
		date !== '' && `date ${date.slice(0, 10)}`,
		total !== '' && `total ${total}`,
	].filter(Boolean);
	return {
		code: 'ORDER_MAY_BE_IN_SOS',
		message: `The ${KINDS[type]} ${number} in SOS Inventory (id ${id}; ${said.join(', ')}) may be this order, entered by hand or by another connection.`,
		fix: 'Look at that document. If it is this order, mark the order as imported. If it is not, change its customer PO to one without the order number, and run the workflow again.',
		details: { type, id, number },
	};
}
