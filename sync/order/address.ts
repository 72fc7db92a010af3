import type { OrderAddress } from '../bigCommerceOrder';
import type { TextCutter } from '../textLimits';
import type { SosDocumentAddress, SosFlatAddress } from './salesDocument';

/** First and last name, as one. */
export function personName(address: OrderAddress | null | undefined): string {
	return [address?.first_name, address?.last_name]
		.map((part) => part?.trim())
		.filter(Boolean)
		.join(' ');
}

/** Where, the way customers carry it. */
export function flatAddress(address: OrderAddress, texts: TextCutter, what: string): SosFlatAddress {
	return withoutEmpty({
		line1: texts.cut(address.street_1, 'addressLine', `street of ${what}`),
		line2: texts.cut(address.street_2, 'addressLine', `second street line of ${what}`),
		city: texts.cut(address.city, 'city', `city of ${what}`),
		stateProvince: texts.cut(address.state, 'stateProvince', `state of ${what}`),
		postalCode: texts.cut(address.zip, 'postalCode', `postal code of ${what}`),
		country: texts.cut(address.country_iso2 || address.country, 'country', `country of ${what}`),
	});
}

/** Who and where, the way documents carry it. */
export function documentAddress(address: OrderAddress, texts: TextCutter, what: string): SosDocumentAddress {
	return withoutEmpty({
		company: texts.cut(address.company, 'companyName', `company of ${what}`),
		contact: texts.cut(personName(address), 'personName', `name of ${what}`),
		phone: texts.cut(address.phone, 'phone', `phone of ${what}`),
		email: texts.keep(address.email, 'email', `e-mail of ${what}`),
		address: flatAddress(address, texts, what),
	});
}

/** `fields` without those that are undefined. */
export function withoutEmpty<T extends object>(fields: T): T {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
