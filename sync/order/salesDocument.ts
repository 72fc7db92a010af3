/** Points at a record of SOS Inventory. Without an `id`, SOS looks the name up. */
export interface SosReference {
	id?: number;
	name?: string;
}

/** An address the way customers carry it. */
export interface SosFlatAddress {
	line1?: string;
	line2?: string;
	line3?: string;
	line4?: string;
	line5?: string;
	city?: string;
	stateProvince?: string;
	postalCode?: string;
	country?: string;
}

/** An address the way documents carry it: who, and nested below that where. */
export interface SosDocumentAddress {
	company?: string;
	contact?: string;
	phone?: string;
	email?: string;
	address: SosFlatAddress;
}

export interface SosCustomField {
	id?: number;
	name?: string;
	value: string;
	dataType?: string;
}

/** `amount` is exactly `quantity` × `unitprice`, and a whole number of minor units. */
export interface SosDocumentLine {
	lineNumber: number;
	item: SosReference;
	class?: SosReference;
	description: string;
	quantity: number;
	unitprice: number;
	amount: number;
	tax: { taxable: boolean; taxCode?: SosReference };
}

/** The body of a POST to `/salesorder` or `/salesreceipt`. Keys that do not apply are left out. */
export interface SosSalesDocument {
	number: string;
	/** `YYYY-MM-DDTHH:MM:SS` in the store's time zone. */
	date: string;
	customer: SosReference;
	location?: SosReference;
	billing?: SosDocumentAddress;
	shipping?: SosDocumentAddress;
	terms?: SosReference;
	salesRep?: SosReference;
	department?: SosReference;
	channel?: SosReference;
	orderStage?: SosReference;
	paymentMethod?: SosReference;
	depositAccount?: SosReference;
	shippingMethod?: SosReference;
	taxCode?: SosReference;
	currency?: SosReference;
	/** Home currency per unit of the document's currency. */
	exchangeRate?: number;
	customerPO?: string;
	comment?: string;
	customFields?: SosCustomField[];
	depositAmount?: number;
	/** Negative. */
	discountAmount?: number;
	discountTaxable?: boolean;
	shippingAmount?: number;
	shippingTaxable?: boolean;
	taxAmount?: number;
	lines: SosDocumentLine[];
}

/** A document whose customer may have to be found or created first: see `addressed`. */
export type UnaddressedDocument = Omit<SosSalesDocument, 'customer'> & { customer?: SosReference };

/** The body of a POST to `/customer`. */
export interface SosCustomerBody {
	name: string;
	email?: string;
	phone?: string;
	companyName?: string;
	contact?: { firstName?: string; lastName?: string };
	billing?: SosFlatAddress;
	shipping?: SosFlatAddress;
	terms?: SosReference;
	salesRep?: SosReference;
	notes?: string;
}

/** The body of a POST to `/item`. */
export interface SosItemBody {
	name: string;
	type: string;
	sku: string;
	description?: string;
	baseSalesPrice?: number;
	incomeAccount?: SosReference;
	taxable: boolean;
	updateBigCommerce: boolean;
}
