import { documentAddress } from '../reading/addresses';
import { customFields } from '../reading/customFields';
import { dateTime, decimal, flag, group, rows, text, type FieldValues } from '../reading/fields';
import { reference } from '../reading/references';
import type { Reference } from './reference';
import { documentLineFields, linkedTransaction, type TransactionLink } from './documentLine';
import type { Stored } from './stored';

/** The longest document number with prefix and suffix. */
const longestNumber = 21;

/** The writable fields of a line. */
const lineFields = {
	...documentLineFields,
	quantity: decimal,
	unitprice: decimal,
	amount: decimal,
	percentdiscount: decimal,
	listPrice: decimal,
	tax: group({ taxable: flag, taxCode: reference('taxCodes') }),
	duedate: dateTime,
	linkedTransaction,
};

/** A line as it was sent: its item may not exist, its figures may be missing. */
export type SentLine = FieldValues<typeof lineFields>;

/** A line of a sales order or sales receipt. */
export interface SalesLine extends SentLine {
	id: number;
	lineNumber: number;
	item: Reference;
	quantity: number;
	unitprice: number;
	/** In the document's currency, whole cents. */
	amount: number;
	picked: number;
	shipped: number;
	invoiced: number;
	returned: number;
	backOrdered: number;
	cost: number | null;
	margin: number | null;
	weight: number | null;
	weightunit: string | null;
	volume: number | null;
	volumeunit: string | null;
	altAmount: number | null;
	produced: number;
}

function sharedFields(form: string) {
	return {
		starred: decimal,
		number: text(longestNumber),
		date: dateTime,
		customer: reference('customers'),
		location: reference('locations'),
		billing: documentAddress,
		shipping: documentAddress,
		salesRep: reference('salesReps'),
		department: reference('departments'),
		priority: reference('priorities'),
		assignedToUser: reference('users'),
		channel: reference('channels'),
		orderStage: reference('orderStages'),
		taxCode: reference('taxCodes'),
		currency: reference('currencies'),
		exchangeRate: decimal,
		linkedTransaction,
		customerMessage: text(),
		statusMessage: text(),
		comment: text(),
		customerNotes: text(),
		customFields: customFields(form),
		customerPO: text(),
		depositAmount: decimal,
		discountPercent: decimal,
		discountAmount: decimal,
		discountTaxable: flag,
		taxPercent: decimal,
		taxAmount: decimal,
		shippingAmount: decimal,
		shippingTaxable: flag,
		dropShip: flag,
		lines: rows(lineFields),
	};
}

/** The writable fields of a sales order. */
export const salesOrderFields = { ...sharedFields('SalesOrder'), terms: reference('terms') };

/** The writable fields of a sales receipt: paid when it is written, so it has no terms. */
export const salesReceiptFields = {
	...sharedFields('SalesReceipt'),
	paymentMethod: reference('paymentMethods'),
	depositAccount: reference('accounts'),
	shippingMethod: reference('shipMethods'),
	trackingNumber: text(),
	shipDate: dateTime,
};

/** What a client sends for a sales order or receipt, after reading. */
export type SentSalesDocument = FieldValues<ReturnType<typeof sharedFields>>;

/** What both kinds of sales document are made of. */
export interface SalesDocument extends Stored, Omit<SentSalesDocument, 'lines'> {
	number: string;
	date: string;
	customer: Reference;
	location: Reference;
	lines: SalesLine[];
	/** Sum of the line amounts. */
	subTotal: number;
	/** Zero or, as SOS Inventory has it, negative. */
	discountAmount: number;
	taxAmount: number;
	total: number;
	closed: boolean;
	archived: boolean;
	linkedInvoices: TransactionLink[];
	linkedShipments: TransactionLink[];
	linkedPickTickets: TransactionLink[];
	linkedPayments: TransactionLink[];
}

export interface SalesOrder extends SalesDocument {
	terms: Reference | null;
}

export interface SalesReceipt extends SalesDocument {
	paymentMethod: Reference | null;
	depositAccount: Reference | null;
	shippingMethod: Reference | null;
	trackingNumber: string | null;
	shipDate: string | null;
}
