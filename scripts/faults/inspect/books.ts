import type { ExpandedOrder, SosServer } from '../../../sandbox';
import type { SalesDocument } from '../../../sandbox/sos/records/salesDocument';

/** A sales document and the book it is in: SOS keeps numbers unique within each book, not across. */
export interface BookedDocument {
	book: 'sales order' | 'sales receipt';
	document: SalesDocument;
}

/** What both books hold that came after the record with the id `lastId`. */
export function documentsAfter({ state }: SosServer, lastId: number): BookedDocument[] {
	const booked = [
		...state.salesOrders.values().map((document) => ({ book: 'sales order' as const, document })),
		...state.salesReceipts.values().map((document) => ({ book: 'sales receipt' as const, document })),
	];
	return booked.filter(({ document }) => document.id > lastId);
}

/** Whether a document says that it is the order's: by its customer PO, or by its number under any prefix. */
export function belongsTo({ document }: BookedDocument, orderId: number): boolean {
	if (document.customerPO === String(orderId)) return true;
	return new RegExp(`(^|\\D)${orderId}(\\D|$)`).test(document.number);
}

export function nameOf({ book, document }: BookedDocument): string {
	return `${book} ${document.number} (ID ${document.id})`;
}

/**
 * The orders that are in the books more than once, under whatever number and in whichever book.
 *
 * @returns a text for each, with the documents it has
 */
export function ordersBookedTwice(orders: ExpandedOrder[], documents: BookedDocument[]): string[] {
	return orders.flatMap((order) => {
		const own = documents.filter((booked) => belongsTo(booked, order.id));
		return own.length > 1 ? [`order ${order.id} is ${own.map(nameOf).join(' and ')}`] : [];
	});
}
