import type { OrderAddress } from '../bigCommerceOrder';
import type { TextCutter } from '../textLimits';
import type { SosDocumentAddress, SosFlatAddress } from './salesDocument';

/** First and last name, as one. */
export function personName(address: OrderAddress | undefined): string {
	return [address?.first_name, address?.last_name]
		.map((part) => part?.trim())
		.filter(Boolean)
		.join(' ');
}

/** Where, the way customers carry it. */
export function flatAddress(address: OrderAddress, cutter: TextCutter, what: string): SosFlatAddress {
	return withoutEmpty({
		line1: cutter.cut(address.street_1, 'addressLine', `street of ${what}`),
		line2: cutter.cut(address.street_2, 'addressLine', `second street line of ${what}`),
		city: cutter.cut(address.city, 'city', `city of ${what}`),
		stateProvince: cutter.cut(address.state, 'stateProvince', `state of ${what}`),
		postalCode: cutter.cut(address.zip, 'postalCode', `postal code of ${what}`),
		country: cutter.cut(address.country_iso2 || address.country, 'country', `country of ${what}`),
	});
}

/** Who and where, the way documents carry it. */
export function documentAddress(address: OrderAddress, cutter: TextCutter, what: string): SosDocumentAddress {
	return withoutEmpty({
		company: cutter.cut(address.company, 'companyName', `company of ${what}`),
		contact: cutter.cut(personName(address), 'personName', `name of ${what}`),
		phone: cutter.cut(address.phone, 'phone', `phone of ${what}`),
		email: cutter.keep(address.email, 'email', `e-mail of ${what}`),
		address: flatAddress(address, cutter, what),
	});
}

/** `fields` without those that are undefined. */
export function withoutEmpty<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
