import { plainText } from '../sameText';
import type { CustomerMatch } from './customer';
import { nameKey } from './customerName';
import type { SosCustomer } from './sosCustomer';

/** Whether the customer has the company and, in one of its addresses, the postal code. Both have to be given. */
export function sameCompanyAndPostalCode(customer: SosCustomer, wanted: CustomerMatch): boolean {
	const company = nameKey(wanted.company);
	const postalCode = postalKey(wanted.postalCode);
	return (
		company !== '' &&
		postalCode !== '' &&
		nameKey(customer.companyName) === company &&
		[customer.billing, customer.shipping].some((address) => postalKey(address?.postalCode) === postalCode)
	);
}

/** Whether one of the customer's addresses is this one: the street, and the postal code or else the city. */
export function sameStreet(customer: SosCustomer, wanted: CustomerMatch['address']): boolean {
	const street = streetKey(wanted?.line1);
	const place = placeKey(wanted);
	return (
		street !== '' &&
		place !== '' &&
		[customer.billing, customer.shipping].some(
			(address) => streetKey(address?.line1) === street && placeKey(address) === place,
		)
	);
}

/** People write it with and without the space or hyphen in it, and US codes with or without the last four figures. */
function postalKey(code: unknown): string {
	const bare = plainText(code).replace(/[\s-]/g, '');
	return /^\d{9}$/.test(bare) ? bare.slice(0, 5) : bare;
}

function placeKey(address: CustomerMatch['address'] | SosCustomer['billing']): string {
	return postalKey(address?.postalCode) || nameKey(address?.city);
}

function streetKey(street: unknown): string {
	return nameKey(nameKey(street).replace(/[.,#]/g, ' '));
}
