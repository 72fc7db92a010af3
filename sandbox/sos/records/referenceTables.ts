import type { Stored } from './stored';

/** A row of a table that documents and items point at. Most have further fields, which differ by table. */
export interface TableRow extends Stored {
	name: string;
	[field: string]: unknown;
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
