import type { Stored } from './stored';

/** Whom the company buys from. Vendors are read only here. */
export interface Vendor extends Stored {
	starred: number;
	name: string;
	email: string | null;
	website: string | null;
	phone: string | null;
	mobile: string | null;
	altPhone: string | null;
	fax: string | null;
	companyName: string | null;
	contact: object | null;
	address: object | null;
	terms: object | null;
	accountNumber: string | null;
	currency: object | null;
	taxCode: object | null;
	showOnForms: boolean;
	notes: string | null;
	archived: boolean;
	syncMessage: string | null;
	lastSync: string | null;
	customFields: unknown[];
	altAddresses: unknown[];
}
