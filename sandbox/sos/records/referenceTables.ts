import type { Reference } from './reference';
import type { Stored } from './stored';

/*
 * The tables that documents and items point at, with the keys that are documented for each. Not every one has
 * a `name`.
 */

/** A row of which nothing but the name is known: channels, departments, currencies, customer types, jobs. */
export interface NamedRow extends Stored {
	name: string;
}

interface Synchronized {
	/** About the last synchronization with QuickBooks. */
	syncMessage: string | null;
	lastSync: string | null;
}

export interface Account extends Stored, Synchronized {
	name: string;
	/** `Parent:Name`: the plain names of accounts repeat. */
	fullname: string;
	parentId: number | null;
	sublevel: number;
	accountType: string;
	accountNumber: string | null;
	description: string | null;
}

export interface ItemClass extends Stored, Synchronized {
	name: string;
	/** With a capital N, here only. */
	fullName: string;
}

export interface SalesRep extends Stored {
	lastName: string;
	firstName: string;
	commissionRate: number | null;
	commissionAmount: number | null;
	user: Reference | null;
	restrictCustomers: boolean;
}

export interface Worker extends Stored {
	lastName: string;
	firstName: string;
	employee: Reference | null;
}

export interface Priority extends NamedRow {
	sortOrder: number;
}

export interface OrderStage extends NamedRow {
	customerText: string;
	sortOrder: number;
}

export interface Terms extends NamedRow, Synchronized {
	dueDays: number | null;
	discountDays: number | null;
	discountPercent: number | null;
	dayOfMonthDue: number | null;
	discountDayOfMonth: number | null;
	dateDiscountPercent: number | null;
	dueNextMonthDays: number | null;
}

export interface PaymentMethod extends NamedRow {
	/** Often blank. */
	sosPayType: string;
}

export interface ShipMethod extends NamedRow {
	carrierCode: string | null;
	shipStationCarrier: string | null;
	shipStationService: string | null;
	/** The whole vendor, not a reference. */
	vendor: object | null;
}

export interface PriceTier extends NamedRow {
	percentDiscount: number | null;
	flatDiscount: number | null;
}

export interface Uom extends NamedRow {
	abbreviation: string;
}

export interface Workcenter extends NamedRow {
	sortOrder: number;
	assetAccount: Reference | null;
	accountNumber: string | null;
}

export interface Bin extends Stored {
	description: string | null;
	/** What it is called: bins have no name. */
	number: string;
	location: Reference;
	sortOrder: number;
	contents: unknown[];
}

export interface Warranty extends NamedRow {
	description: string | null;
	duration: number;
	durationUnits: string;
}

export interface User extends NamedRow {
	email: string;
	lastLogin: string;
	active: boolean;
	admin: boolean;
	master: boolean;
	locked: boolean;
}

export interface Location extends Stored {
	name: string;
	binTracking: boolean;
	/** Stock here does not count as available. */
	nonNettable: boolean;
	defaultLocation: boolean;
	shippingTaxable: boolean;
	salesTaxRate: number | null;
	bins: Array<{ id: number; locationId: number; binId: number; name: string }>;
	address: Record<string, string | null>;
	phone: string;
	email: string;
	company: string;
	contact: string;
	keys: null;
	values: null;
}

export interface TaxCode extends Stored {
	name: string;
	/** Percent. */
	salesTaxRate: number;
	purchaseTaxRate: number;
	isSalesTaxType: boolean;
	isPurchaseTaxType: boolean;
	taxRates: Array<{ id: number; name: string; rate: number }>;
}

export interface CustomFieldDefinition extends Stored {
	name: string;
	dataType: 'Text' | 'Boolean' | 'List' | 'Number' | 'TextArea' | 'Date' | 'Money';
	/** Comma list of the forms it is shown on. */
	showOn: string;
	/** Comma list of the choices of a `List`. */
	listValues: string | null;
}
