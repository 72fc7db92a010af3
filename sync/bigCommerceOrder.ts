/**
 * A BigCommerce order the way the rest of `sync/` reads it: the V2 order with its links to lines and
 * addresses replaced by the lists themselves. Field names are BigCommerce's own. Money is a decimal
 * string ("12.5000"), dates are RFC 2822 in UTC; fields that nothing here reads are passed through.
 */
export interface BigCommerceOrder {
	id: number;
	customer_id?: number;
	date_created?: string;
	date_modified?: string;
	status_id?: number;
	status?: string;
	custom_status?: string;
	is_deleted?: boolean;
	channel_id?: number;
	order_source?: string;
	payment_method?: string;
	payment_status?: string;
	/** The currency the amounts are in. `currency_code` is only what the shopper was shown. */
	default_currency_code?: string;
	currency_code?: string;
	store_default_currency_code?: string;
	store_default_to_transactional_exchange_rate?: string;
	/** true: the `*_inc_tax` figures are exact and `*_ex_tax` derived. Missing on older stores. */
	is_tax_inclusive_pricing?: boolean;
	subtotal_ex_tax?: string;
	subtotal_inc_tax?: string;
	subtotal_tax?: string;
	shipping_cost_ex_tax?: string;
	shipping_cost_inc_tax?: string;
	shipping_cost_tax?: string;
	handling_cost_ex_tax?: string;
	handling_cost_inc_tax?: string;
	handling_cost_tax?: string;
	wrapping_cost_ex_tax?: string;
	wrapping_cost_inc_tax?: string;
	wrapping_cost_tax?: string;
	total_ex_tax?: string;
	total_inc_tax?: string;
	total_tax?: string;
	/** Manual and automatic discounts; coupons are apart, in `coupon_discount`. */
	discount_amount?: string;
	coupon_discount?: string;
	/** How part of the total was paid, not a discount. */
	store_credit_amount?: string;
	gift_certificate_amount?: string;
	customer_message?: string | null;
	staff_notes?: string | null;
	external_order_id?: string | null;
	billing_address?: OrderAddress;
	shipping_address_count?: number;
	products?: OrderProduct[];
	shipping_addresses?: OrderAddress[];
	fees?: OrderFee[];
	coupons?: OrderCoupon[];
	/** Where the shopper collects lines that are not shipped. */
	pickups?: OrderPickup[];
	[field: string]: unknown;
}

/** A line of an order ("order product" in BigCommerce's words). */
export interface OrderProduct {
	/** The line's own id, not the product's. */
	id: number;
	/** 0 on a custom line typed in by staff. */
	product_id: number;
	variant_id?: number | null;
	/** "" on custom lines and on gift certificates. */
	sku?: string;
	name?: string;
	type?: 'physical' | 'digital' | 'giftcertificate' | string;
	quantity: number;
	/** Unit prices and line totals before discounts; `total_tax` alone is after them. */
	price_ex_tax?: string;
	price_inc_tax?: string;
	price_tax?: string;
	total_ex_tax?: string;
	total_inc_tax?: string;
	total_tax?: string;
	/** The line after all discounts, with tax. */
	discounted_total_inc_tax?: string;
	applied_discounts?: Array<{
		id: string;
		amount: string;
		name?: string;
		code?: string | null;
		target?: string;
	}>;
	wrapping_cost_ex_tax?: string;
	wrapping_cost_inc_tax?: string;
	wrapping_cost_tax?: string;
	wrapping_name?: string;
	wrapping_message?: string | null;
	order_address_id?: number;
	/** Set on the child line of a pick-list option: a stock item of its own, usually at price 0. */
	parent_order_product_id?: number | null;
	is_bundled_product?: boolean;
	product_options?: Array<{ display_name?: string; display_value?: string; [field: string]: unknown }>;
	/** Put there by *Item: Match SKUs*. */
	sos?: LineMatch;
	[field: string]: unknown;
}

/** A billing or shipping address; shipping ones carry the shipping method and cost as well. */
export interface OrderAddress {
	id?: number;
	first_name?: string;
	last_name?: string;
	company?: string;
	street_1?: string;
	street_2?: string;
	city?: string;
	/** The full name ("California"), not the abbreviation. */
	state?: string;
	zip?: string | number;
	country?: string;
	country_iso2?: string;
	phone?: string;
	email?: string;
	shipping_method?: string;
	[field: string]: unknown;
}

export interface OrderPickup {
	id?: number;
	pickup_method_display_name?: string;
	location?: { name?: string; code?: string; [field: string]: unknown };
	[field: string]: unknown;
}

export interface OrderFee {
	id: number;
	type?: string;
	display_name_merchant?: string;
	display_name_customer?: string;
	cost_ex_tax?: string;
	cost_inc_tax?: string;
	cost_tax?: string;
	[field: string]: unknown;
}

export interface OrderCoupon {
	code?: string | null;
	amount?: string;
	type?: number;
	discount?: string;
	[field: string]: unknown;
}

/** What *Item: Match SKUs* found for one line: the SOS item, or the reason there is none. */
export type LineMatch =
	| {
			item: MatchedItem;
			/** SOS units per unit sold, 1 unless an alias says otherwise (a six-pack is 6). */
			packSize: number;
			reason?: undefined;
	  }
	| { item?: undefined; reason: import('./reason').Reason };

/** As much of the SOS item as the sales document needs; small, because n8n keeps every order in memory. */
export interface MatchedItem {
	id: number;
	name: string;
	sku: string;
	type: string;
	description?: string;
	taxable?: boolean;
	class?: { id: number; name?: string } | null;
	/** SOS takes no lower unit price on a sales document. */
	minimumPrice?: number;
}
