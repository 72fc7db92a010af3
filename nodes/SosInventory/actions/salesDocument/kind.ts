import { type SalesDocumentNoun, salesOrders, salesReceipts } from '../../api/salesDocuments';

/** What tells sales orders and sales receipts apart where both are read in the same way. */
export interface SalesDocumentKind {
	noun: SalesDocumentNoun;
	/** In the name of a field. */
	title: string;
}

export const salesOrderKind: SalesDocumentKind = {
	noun: salesOrders,
	title: 'Sales Order',
};

export const salesReceiptKind: SalesDocumentKind = {
	noun: salesReceipts,
	title: 'Sales Receipt',
};
