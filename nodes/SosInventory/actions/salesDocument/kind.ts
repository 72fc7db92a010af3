import type { SalesDocumentEntity } from '../../transport/salesDocuments';

/** What tells sales orders and sales receipts apart where both are read in the same way. */
export interface SalesDocumentKind {
	entity: SalesDocumentEntity;
	/** In the middle of a sentence. */
	words: string;
	/** In the name of a field. */
	title: string;
}

export const salesOrderKind: SalesDocumentKind = {
	entity: 'salesorder',
	words: 'sales order',
	title: 'Sales Order',
};

export const salesReceiptKind: SalesDocumentKind = {
	entity: 'salesreceipt',
	words: 'sales receipt',
	title: 'Sales Receipt',
};
