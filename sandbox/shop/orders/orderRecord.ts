import type { Address } from '../shoppers';

/** A BigCommerce value as JSON; the fields that the sandbox itself reads are named, the rest ride along. */
type Fields = Record<string, unknown>;

/** The fields of an order that the sandbox reads. */
export interface KnownOrderFields {
	customer_id: number;
	status_id: number;
	channel_id: number;
	cart_id: string | null;
	payment_method: string;
	external_id: string | null;
	external_order_id: string;
	total_inc_tax: string;
	items_total: number;
	items_shipped: number;
	is_deleted: boolean;
	billing_address: Address & { form_fields: unknown[] };
}

/** The V2 order without its links to parts. Money is text with four decimals. */
export type OrderFields = KnownOrderFields & Fields;

export interface OrderLine extends Fields {
	id: number;
	product_id: number;
	variant_id: number;
	sku: string;
	type: 'physical' | 'digital' | 'giftcertificate';
	quantity: number;
	quantity_shipped: number;
	order_address_id: number;
	order_pickup_method_id: number;
	discounted_total_inc_tax: string;
	applied_discounts: Array<{ amount: string; code: string | null }>;
}

export interface ShippingAddress extends Address, Fields {
	id: number;
	items_total: number;
	items_shipped: number;
}

export interface Pickup extends Fields {
	id: number;
}

export interface Shipment extends Fields {
	id: number;
	order_address_id: number;
	items: Array<{ order_product_id: number; product_id: number; quantity: number }>;
}

export interface Refund extends Fields {
	id: number;
	order_id: number;
	created: string;
}

/** Everything the shop knows about one order. Times are milliseconds since 1970. */
export interface OrderRecord {
	id: number;
	createdAt: number;
	modifiedAt: number;
	shippedAt: number | null;
	fields: OrderFields;
	lines: OrderLine[];
	addresses: ShippingAddress[];
	pickups: Pickup[];
	coupons: Array<Fields & { id: number }>;
	taxes: Array<Fields & { id: number }>;
	fees: Array<Fields & { id: number }>;
	messages: Array<Fields & { id: number }>;
	shipments: Shipment[];
	transactions: Array<Fields & { id: number }>;
	refunds: Refund[];
	/** Whether the shop has taken the lines' quantities off its stock. */
	stockTaken: boolean;
}

/** Hands out the ids of orders and their parts, each kind counted by itself. */
export class OrderIds {
	private readonly last: Record<string, number> = { order: 99 };

	next(
		kind:
			| 'order'
			| 'line'
			| 'address'
			| 'pickup'
			| 'coupon'
			| 'tax'
			| 'fee'
			| 'message'
			| 'shipment'
			| 'transaction'
			| 'refund'
			| 'giftCertificate',
	): number {
		this.last[kind] = (this.last[kind] ?? 0) + 1;
		return this.last[kind];
	}
}
