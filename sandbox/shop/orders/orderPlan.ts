import type { TaxRate } from '../tax';
import type { Address, Shopper } from '../shoppers';
import type { ShopItem } from '../shopItem';

/** An item with the ids the shop gave it. */
export interface SoldItem {
	item: ShopItem;
	productId: number;
	variantId: number;
}

export interface Currency {
	id: number;
	code: string;
	decimals: number;
	/** Units of this currency per unit of the store's. */
	rate: number;
}

/** One line before money is worked out. Amounts are minor units as entered (with tax in a tax-inclusive order). */
export interface PlannedLine {
	/** Left out on custom lines and gift certificates. */
	sold?: SoldItem;
	name: string;
	sku: string;
	type: 'physical' | 'digital' | 'giftcertificate';
	quantity: number;
	unitMinor: number;
	taxable: boolean;
	/** For the whole line. */
	wrappingMinor: number;
	/** Index into the plan's destinations; left out where nothing is shipped. */
	destination?: number;
	/** Index of the line whose pick-list option this line is. */
	parent?: number;
	/** Modifier text the shopper typed, for example an engraving. */
	engraving?: string;
}

/** `percent` is millionths. The kinds are BigCommerce's coupon types 0 to 4. */
export type PlannedCoupon =
	| { kind: 'perItem'; code: string; amountMinor: number }
	| { kind: 'percentage'; code: string; percent: number }
	| { kind: 'perTotal'; code: string; amountMinor: number }
	| { kind: 'shipping'; code: string; amountMinor: number }
	| { kind: 'freeShipping'; code: string };

export interface PlannedRefund {
	/** Index of the refunded line. */
	line: number;
	quantity: number;
	reason: string;
}

/** An order before ids, taxes and totals: what the shopper chose and what the staff did with it. */
export interface OrderPlan {
	createdAt: number;
	modifiedAt: number;
	shopper: Shopper;
	/** Where to ship to; empty for digital and pickup orders. */
	destinations: Address[];
	isPickup: boolean;
	statusId: number;
	channelId: number;
	source: string;
	/** The number a marketplace gave the order, and its name. */
	foreign?: { orderId: string; source: string };
	currency: Currency;
	taxInclusive: boolean;
	/** False: the order lacks `is_tax_inclusive_pricing`, as older ones do. */
	saysTaxMode: boolean;
	rates: TaxRate[];
	lines: PlannedLine[];
	discount?: { kind: 'manual' | 'automatic'; amountMinor: number };
	coupons: PlannedCoupon[];
	/** For the whole order, before shipping coupons. */
	shippingMinor: number;
	shippingMethod: string;
	shippingTaxable: boolean;
	handlingMinor: number;
	fees: Array<{ name: string; amountMinor: number; taxable: boolean }>;
	paymentMethod: string;
	paymentStatus: string;
	/** Paid by gift certificate and then by store credit; what exceeds the total is not taken. */
	giftCertificateMinor: number;
	storeCreditMinor: number;
	customerMessage: string | null;
	staffNotes: string | null;
	isDeleted: boolean;
	refunds: PlannedRefund[];
	/** Quantities already sent, by line index. */
	shipped: Array<{ line: number; quantity: number; trackingNumber: string }>;
}
