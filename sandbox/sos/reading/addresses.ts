import { group, rows, text } from './fields';

const addressLines = {
	line1: text(),
	line2: text(),
	line3: text(),
	line4: text(),
	line5: text(),
	city: text(),
	stateProvince: text(),
	postalCode: text(),
	country: text(),
};

/** The address of a customer or location. */
export const flatAddress = group(addressLines);

export const flatAddresses = rows(addressLines);

/** The address of a document, which unlike a customer's is nested under `address`. */
export const documentAddress = group({
	company: text(),
	contact: text(),
	phone: text(),
	email: text(),
	addressName: text(),
	addressType: text(),
	address: flatAddress,
});
