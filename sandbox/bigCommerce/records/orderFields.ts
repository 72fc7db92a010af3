import { boolean, integer, nullable, text } from '../reading/fields';

const longText = nullable(text(65_535));

/** The plain fields of an order that a PUT can set; status, amounts, lines and fees have rules of their own. */
export const orderFields = {
	staff_notes: longText,
	customer_message: longText,
	external_order_id: text(),
	external_source: nullable(text()),
	payment_method: text(),
	payment_provider_id: nullable(text()),
	items_shipped: integer,
	customer_id: integer,
	channel_id: integer,
	is_deleted: boolean,
	ip_address: text(),
	geoip_country: text(),
	geoip_country_iso2: text(),
	customer_locale: text(),
	tax_provider_id: text(),
};
