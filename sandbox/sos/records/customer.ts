import { flatAddress, flatAddresses } from '../reading/addresses';
import { customFields } from '../reading/customFields';
import { decimal, flag, group, requiredName, text, type FieldValues } from '../reading/fields';
import { reference } from '../reading/references';
import type { Stored } from './stored';

/** The writable fields of a customer. */
export const customerFields = {
	starred: decimal,
	name: requiredName(100),
	parent: reference('customers'),
	email: text(),
	website: text(),
	phone: text(),
	mobile: text(),
	altPhone: text(),
	fax: text(),
	companyName: text(),
	portalPassword: text(),
	contact: group({ title: text(), firstName: text(), middleName: text(), lastName: text(), suffix: text() }),
	billing: flatAddress,
	shipping: flatAddress,
	altAddresses: flatAddresses,
	terms: reference('terms'),
	priceTier: reference('priceTiers'),
	paymentMethod: reference('paymentMethods'),
	salesRep: reference('salesReps'),
	customerType: reference('customerTypes'),
	currency: reference('currencies'),
	resaleNumber: text(),
	contractorNumber: text(),
	businessLicense: text(),
	foundUsVia: text(),
	notes: text(),
	tax: group({ taxable: flag, taxExemptReasonId: decimal, taxCode: reference('taxCodes') }),
	creditHold: flag,
	billWithParent: flag,
	customFields: customFields('Customer'),
};

interface CustomerOwn {
	/** `Parent:Name`. */
	fullname: string;
	sublevel: number;
	archived: boolean;
	isInQuickBooks: boolean;
	syncMessage: string | null;
	lastSync: string | null;
	hasCardOnFile: boolean;
	lastFour: string | null;
	expMonth: string | null;
	expYear: string | null;
	tokenType: string | null;
}

export type Customer = Stored & FieldValues<typeof customerFields> & CustomerOwn;
