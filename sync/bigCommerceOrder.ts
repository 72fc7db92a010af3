import { lineMatch, type LineMatch } from './lineMatch';
import {
	decimal,
	figure,
	flag,
	id,
	list,
	optional,
	plain,
	record,
	text,
	type Shape,
	type Shaped,
} from './shape';

const words = optional(text);
const number = optional(decimal);
const yesOrNo = optional(flag);

/** Text, or the number that a spreadsheet or a Code node made of it. */
const wordsOrNumber = optional(
	plain<string | number>('a text', (value) => typeof value === 'string' || typeof value === 'number'),
);

/** A decimal string ("12.5000"), or a number where BigCommerce sends one. `AmountReader` says where it cannot be read. */
const amount = wordsOrNumber;

/** Of no concern to the rules, but part of what an order is passed on with. */
const passedOn = optional<unknown>({ wanted: 'anything', flawIn: () => undefined });

/** As `passedOn`; BigCommerce gives an ID, and 0 or null for none. */
const idPassedOn = passedOn as Shape<number | null | undefined>;

/** By prefix, the three figures BigCommerce gives of one amount; the first has two spellings. */
function amounts<N extends string>(name: N) {
	return Object.fromEntries(
		['ex_tax', 'exc_tax', 'inc_tax', 'tax'].map((figureOf) => [`${name}_${figureOf}`, amount]),
	) as Record<`${N}_${'ex_tax' | 'exc_tax' | 'inc_tax' | 'tax'}`, typeof amount>;
}

const discountFields = {
	id: wordsOrNumber,
	amount,
	name: passedOn,
	/** Only coupons have one. */
	code: wordsOrNumber,
	target: passedOn,
};

const optionFields = { display_name: words, display_value: wordsOrNumber };

/** A line of an order ("order product" in BigCommerce's words). */
const lineFields = {
	/** The line's own ID, not the product's. */
	id,
	/** 0 on a custom line typed in by staff. */
	product_id: idPassedOn,
	variant_id: idPassedOn,
	/** "" on custom lines and on gift certificates. */
	sku: words,
	name: words,
	/** `physical`, `digital` or `giftcertificate`. */
	type: words,
	quantity: figure,
	quantity_shipped: passedOn,
	/** Units whose money went back, by the refunds so far. `quantity` and the amounts stay as they were. */
	quantity_refunded: number,
	/** Whether anything of the line was refunded. */
	is_refunded: yesOrNo,
	/** Unit prices and line totals before discounts; `total_tax` alone is after them. */
	...amounts('price'),
	...amounts('total'),
	/** The total at the price the store entered: the one with tax in a tax-inclusive store, else the one without. */
	base_total: amount,
	/** The line after all discounts, with tax. */
	discounted_total_inc_tax: amount,
	applied_discounts: optional(list(record(discountFields))),
	...amounts('wrapping_cost'),
	wrapping_name: words,
	wrapping_message: words,
	order_address_id: number,
	/** Set on the child line of a pick-list option: a stock item of its own, usually at price 0. */
	parent_order_product_id: idPassedOn,
	is_bundled_product: passedOn,
	product_options: optional(list(record(optionFields))),
};

/** A billing or shipping address; shipping ones carry the shipping method as well. */
const addressFields = {
	id: number,
	first_name: words,
	last_name: words,
	company: words,
	street_1: words,
	street_2: words,
	city: words,
	/** The full name ("California"), not the abbreviation. */
	state: words,
	zip: wordsOrNumber,
	country: words,
	country_iso2: words,
	phone: wordsOrNumber,
	email: words,
	shipping_method: words,
};

const feeFields = {
	id: number,
	type: passedOn,
	display_name_merchant: words,
	display_name_customer: words,
	...amounts('cost'),
};

const couponShape = record({ code: wordsOrNumber, type: number });

const pickupShape = record({
	pickup_method_display_name: words,
	location: optional(record({ name: words })),
});

/** An order's own fields. */
const orderFields = {
	id,
	/** 0 for a guest. */
	customer_id: number,
	date_created: words,
	date_modified: passedOn,
	status_id: number,
	status: words,
	custom_status: passedOn,
	is_deleted: yesOrNo,
	channel_id: number,
	/** Where the order was placed: `www`, `pos`, `amazon` … */
	order_source: passedOn,
	/** The program that created the order, if it was not placed in the shop. */
	external_source: passedOn,
	payment_method: words,
	payment_status: words,
	/** The currency the amounts are in. `currency_code` is only what the shopper was shown. */
	default_currency_code: words,
	currency_code: words,
	store_default_currency_code: words,
	store_default_to_transactional_exchange_rate: amount,
	/** true: the `*_inc_tax` figures are exact and `*_ex_tax` derived. Missing on older stores. */
	is_tax_inclusive_pricing: yesOrNo,
	...amounts('subtotal'),
	...amounts('shipping_cost'),
	...amounts('handling_cost'),
	...amounts('wrapping_cost'),
	...amounts('total'),
	/** Manual and automatic discounts; coupons are apart, in `coupon_discount`. */
	discount_amount: amount,
	coupon_discount: amount,
	/** How part of the total was paid, not a discount. */
	store_credit_amount: amount,
	gift_certificate_amount: amount,
	items_total: passedOn,
	/** Not BigCommerce's: what `Order: Get Many` found of refunds, where the order says that there are any. */
	refunds_found: passedOn,
	customer_message: words,
	staff_notes: words,
	external_order_id: passedOn,
	shipping_address_count: number,
};

const addressShape = record(addressFields);
const feeShape = record(feeFields);
const lineShape = record({ ...lineFields, sos: optional(lineMatch) });

/** What an order has of other records. BigCommerce puts links where they were not read. */
const partFields = {
	products: list(lineShape),
	billing_address: optional(addressShape),
	shipping_addresses: list(addressShape),
	/** Missing when they were not read. */
	fees: optional(list(feeShape)),
	/** Missing when they were not read. */
	coupons: optional(list(couponShape)),
	/** Where the shopper collects lines that are not shipped. */
	pickups: optional(list(pickupShape)),
};

/**
 * What is read of a BigCommerce order, each field with the type it must have. Names are BigCommerce's own,
 * dates are RFC 2822 in UTC. What has another name is passed through and never read.
 */
export const orderShape = record({ ...orderFields, ...partFields });

/** An order with its parts as lists, every field of the type it says. Made by `normalizeOrder`. */
export type NormalizedOrder = Shaped<typeof orderShape>;

export type OrderProduct = Shaped<typeof lineShape>;
export type OrderAddress = Shaped<typeof addressShape>;
export type OrderFee = Shaped<typeof feeShape>;
export type OrderCoupon = Shaped<typeof couponShape>;
export type OrderPickup = Shaped<typeof pickupShape>;

/** A line that says its SOS item, or why it has none. */
export type MatchedLine = Omit<OrderProduct, 'sos'> & { sos: LineMatch };

/** An order whose lines were all looked up. Made by `matchOrder`, and by `withMatches` of an order that came through it. */
export type MatchedOrder = Omit<NormalizedOrder, 'products'> & { products: MatchedLine[] };

/** The names of the fields above, by the record that has them. */
export const fieldNames = {
	order: Object.keys(orderFields),
	line: Object.keys(lineFields),
	discount: Object.keys(discountFields),
	option: Object.keys(optionFields),
	address: Object.keys(addressFields),
	fee: Object.keys(feeFields),
};
