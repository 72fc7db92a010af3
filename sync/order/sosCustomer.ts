import { omit } from 'lodash';

interface CustomerAddress {
	line1?: string | null;
	city?: string | null;
	postalCode?: string | null;
}

/** An SOS customer, as much of it as matching reads. */
export interface SosCustomer {
	id: number;
	name?: string | null;
	email?: string | null;
	companyName?: string | null;
	billing?: CustomerAddress | null;
	shipping?: CustomerAddress | null;
	archived?: boolean | null;
}

/** What SOS sends with a customer and nobody downstream may see: the portal's password, and the stored card. */
const SECRETS = new Set([
	'portalpassword',
	'hascardonfile',
	'lastfour',
	'expmonth',
	'expyear',
	'tokentype',
	'accounttoken',
	'storecustomertoken',
]);

/** The customer without those fields, whatever the case of their names. */
export function withoutCustomerSecrets<T extends object>(customer: T): T {
	return omit(
		customer,
		Object.keys(customer).filter((key) => SECRETS.has(key.toLowerCase())),
	) as T;
}
