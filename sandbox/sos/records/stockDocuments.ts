import { documentAddress } from '../reading/addresses';
import { customFields } from '../reading/customFields';
import { dateTime, decimal, flag, group, rows, text, type FieldValues } from '../reading/fields';
import { reference } from '../reading/references';
import type { Reference } from './reference';
import { documentLineFields, linkedTransaction } from './documentLine';
import type { Stored } from './stored';

/** The writable fields of a shipment, the only document that takes sold goods out of stock. */
export const shipmentFields = {
	starred: decimal,
	number: text(21),
	date: dateTime,
	customer: reference('customers'),
	location: reference('locations'),
	channel: reference('channels'),
	department: reference('departments'),
	priority: reference('priorities'),
	assignedToUser: reference('users'),
	billing: documentAddress,
	shipping: documentAddress,
	shippingMethod: reference('shipMethods'),
	trackingNumber: text(),
	shipBy: dateTime,
	shippingAmount: decimal,
	linkedTransaction,
	customerMessage: text(),
	comment: text(),
	customerNotes: text(),
	customerPO: text(),
	customFields: customFields('Shipment'),
	forceToShipStation: flag,
	createBillForShippingAmount: flag,
	lines: rows({
		...documentLineFields,
		quantity: decimal,
		/** Not used by default, see the setting `shipmentQuantity`. */
		shipped: decimal,
		tax: group({ taxable: flag, taxCode: reference('taxCodes') }),
		/** The line of the sales order or receipt that is shipped. */
		linkedTransaction,
	}),
};

type SentShipment = FieldValues<typeof shipmentFields>;

export interface ShipmentLine extends Omit<SentShipment['lines'][number], 'item'> {
	id: number;
	lineNumber: number;
	item: Reference;
	quantity: number;
	shipped: number;
	/** How much leaves the stock: one of the two. */
	leaving: number;
	invoiced: number;
	backOrdered: number;
}

export interface Shipment extends Stored, Omit<SentShipment, 'lines'> {
	number: string;
	date: string;
	customer: Reference;
	location: Reference;
	lines: ShipmentLine[];
	total: number;
	archived: boolean;
}

/** The writable fields of an inventory adjustment. */
export const adjustmentFields = {
	starred: decimal,
	number: text(21),
	date: dateTime,
	account: reference('accounts'),
	location: reference('locations'),
	department: reference('departments'),
	comment: text(),
	customFields: customFields('Adjustment'),
	lines: rows({
		...documentLineFields,
		/** The change. */
		quantityDiff: decimal,
		/** The target. */
		newQuantity: decimal,
		valueDiff: decimal,
	}),
};

type SentAdjustment = FieldValues<typeof adjustmentFields>;

export interface AdjustmentLine extends Omit<SentAdjustment['lines'][number], 'item'> {
	id: number;
	lineNumber: number;
	item: Reference;
	quantityDiff: number;
	newQuantity: number;
	valueDiff: number;
}

export interface Adjustment extends Stored, Omit<SentAdjustment, 'lines'> {
	number: string;
	date: string;
	location: Reference;
	lines: AdjustmentLine[];
	/** At cost. */
	total: number;
	archived: boolean;
}
