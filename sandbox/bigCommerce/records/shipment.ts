import { Misfit, text, type FieldReader } from '../reading/fields';

const carriers = [
	'',
	'auspost',
	'canadapost',
	'endicia',
	'fedex',
	'royalmail',
	'shipperhq',
	'ups',
	'upsready',
	'usps',
	'upsonline',
	'custom',
];

const provider: FieldReader<string> = (value) => {
	const name = text()(value);
	if (carriers.includes(name) || /^carrier_\d+$/.test(name)) return name;
	throw new Misfit('The provider is unknown.');
};

const money: FieldReader<string> = (value) => {
	const amount = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	if (Number.isFinite(amount)) return amount.toFixed(4);
	throw new Misfit('It must be an amount.');
};

/** The fields of a shipment that can be set and changed; what is in it and where it goes cannot be changed. */
export const shipmentFields = {
	tracking_number: text(50),
	shipping_provider: provider,
	tracking_carrier: text(),
	tracking_link: text(500),
	shipping_method: text(),
	merchant_shipping_cost: money,
	comments: text(65_535),
};
