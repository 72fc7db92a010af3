import type { BigCommerceOrder, OrderProduct } from '../bigCommerceOrder';
import { decimalsOf } from '../currencies';
import { parseAmount, ticksPerMinor } from '../money';
import type { Reason } from '../reason';

/** One charge with and without its tax, in ticks. */
export interface Charge {
	exTax: number;
	incTax: number;
	tax: number;
}

export interface FeeFigures extends Charge {
	name: string;
}

/** A line as BigCommerce counts it, in ticks. */
export interface LineFigures extends Charge {
	line: OrderProduct;
	/** The total at the price the store entered: the one with tax in a tax-inclusive store, else the one without. */
	baseTotal?: number;
	priceExTax?: number;
	priceIncTax?: number;
	/** After all discounts, with tax; missing on older orders. */
	discountedIncTax?: number;
	/** What discounts took off, by the line's own list: coupons, and all others. */
	couponDiscount: number;
	otherDiscount: number;
}

/** An order's money as BigCommerce states it, in ticks. Nothing is computed here. */
export interface OrderFigures {
	currency: string;
	decimals: number;
	lines: LineFigures[];
	subtotal?: { exTax: number; incTax: number };
	shipping: Charge;
	handling: Charge;
	wrapping: Charge;
	fees: FeeFigures[];
	/** false when the order only carries a link to its fees. */
	feesRead: boolean;
	discount: number;
	coupon: number;
	total: { exTax?: number; incTax: number; tax: number };
	/** Gift certificates and store credit used to pay. */
	giftCertificate: number;
	storeCredit: number;
}

/** Reads every figure the rules use; each one that is not a decimal number becomes a reason. */
export function readFigures(order: BigCommerceOrder): { figures: OrderFigures; reasons: Reason[] } {
	const read = new AmountReader(order.id);
	const currency = order.default_currency_code || order.currency_code || '';
	const charge = (name: string): Charge => read.charge(order, `${name}_cost`, 'the order');
	const fees = Array.isArray(order.fees) ? order.fees : [];
	const hasSubtotal = order.subtotal_ex_tax !== undefined && order.subtotal_inc_tax !== undefined;
	const figures: OrderFigures = {
		currency,
		decimals: decimalsOf(currency),
		lines: (order.products ?? []).map((line) => lineFigures(line, read)),
		...(hasSubtotal && {
			subtotal: {
				exTax: read.amount(order, 'subtotal_ex_tax', 'the order'),
				incTax: read.amount(order, 'subtotal_inc_tax', 'the order'),
			},
		}),
		shipping: charge('shipping'),
		handling: charge('handling'),
		wrapping: charge('wrapping'),
		fees: fees.map((fee) => ({
			name: fee.display_name_merchant || fee.display_name_customer || 'Fee',
			...read.charge(fee, 'cost', `fee ${fee.id}`),
		})),
		feesRead: Array.isArray(order.fees),
		discount: read.amount(order, 'discount_amount', 'the order', 0),
		coupon: read.amount(order, 'coupon_discount', 'the order', 0),
		total: {
			exTax: read.optional(order, 'total_ex_tax', 'the order'),
			incTax: read.amount(order, 'total_inc_tax', 'the order'),
			tax: read.amount(order, 'total_tax', 'the order'),
		},
		giftCertificate: read.amount(order, 'gift_certificate_amount', 'the order', 0),
		storeCredit: read.amount(order, 'store_credit_amount', 'the order', 0),
	};
	return { figures, reasons: read.reasons };
}

function lineFigures(line: OrderProduct, read: AmountReader): LineFigures {
	const of = `line ${line.id}`;
	const discounts = (Array.isArray(line.applied_discounts) ? line.applied_discounts : []).map((discount) => ({
		isCoupon: Boolean(discount.code),
		amount: read.amount(discount, 'amount', `a discount of line ${line.id}`),
	}));
	const sum = (coupons: boolean) =>
		discounts.filter(({ isCoupon }) => isCoupon === coupons).reduce((total, { amount }) => total + amount, 0);
	return {
		line,
		...read.charge(line, 'total', of, true),
		baseTotal: read.optional(line, 'base_total', of),
		priceExTax: read.optional(line, 'price_ex_tax', of),
		priceIncTax: read.optional(line, 'price_inc_tax', of),
		discountedIncTax: read.optional(line, 'discounted_total_inc_tax', of),
		couponDiscount: sum(true),
		otherDiscount: sum(false),
	};
}

/**
 * How far the discounts' shares on the lines may be from the discounts, in ticks: half a minor unit for
 * each share, those that were rounded to nothing included, since one discount at least may show on no line.
 */
export function sharesRoundedBy({ lines, decimals }: OrderFigures): number {
	const listed = lines.flatMap(({ line }) => line.applied_discounts ?? []).map(({ id }) => id);
	return (lines.length * (new Set(listed).size + 1) * ticksPerMinor(decimals)) / 2;
}

/** Reads amounts by field name and collects a reason for each that is not one. */
class AmountReader {
	readonly reasons: Reason[] = [];

	constructor(private readonly orderId: number) {}

	/** `missing` stands in for a field that is not there; without it a missing field is a reason as well. */
	amount(from: object, field: string, of: string, missing?: number): number {
		const value = (from as Record<string, unknown>)[field];
		if (isAbsent(value) && missing !== undefined) return missing;
		const ticks = parseAmount(value);
		if (ticks === undefined) this.reasons.push(this.unreadable(field, of, value));
		return ticks ?? 0;
	}

	optional(from: object, field: string, of: string): number | undefined {
		return isAbsent((from as Record<string, unknown>)[field]) ? undefined : this.amount(from, field, of);
	}

	/** `<name>_ex_tax`, `<name>_inc_tax` and `<name>_tax`; a missing one follows from the other two, all missing is 0. */
	charge(from: object, name: string, of: string, required = false): Charge {
		const given = {
			exTax: this.optional(from, `${name}_ex_tax`, of) ?? this.optional(from, `${name}_exc_tax`, of),
			incTax: this.optional(from, `${name}_inc_tax`, of),
			tax: this.optional(from, `${name}_tax`, of),
		};
		if (required && given.exTax === undefined && given.incTax === undefined) {
			this.amount(from, `${name}_ex_tax`, of);
		}
		const exTax = given.exTax ?? (given.incTax ?? 0) - (given.tax ?? 0);
		const tax = given.tax ?? (given.incTax ?? exTax) - exTax;
		return { exTax, tax, incTax: given.incTax ?? exTax + tax };
	}

	private unreadable(field: string, of: string, value: unknown): Reason {
		const what = isAbsent(value) ? 'is missing' : `is not a number ("${String(value).slice(0, 40)}")`;
		return {
			code: 'AMOUNT_UNREADABLE',
			message: `Order ${this.orderId}: ${field} of ${of} ${what}.`,
			fix: 'Read the order again with "Order: Get Many" or "Order: Get" and hand it on unchanged; amounts are decimal numbers such as "12.5000".',
			details: { field },
		};
	}
}

/** BigCommerce writes "" where an amount does not apply. */
function isAbsent(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
