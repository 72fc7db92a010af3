import type { MatchedLine, MatchedOrder } from '../bigCommerceOrder';
import { decimalsOf } from '../currencies';
import { parseAmount, ticksPerMinor } from '../money';
import type { Reason } from '../reason';
import { moneyReasons } from './reasons/moneyReasons';

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
	line: MatchedLine;
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
export function readFigures(order: MatchedOrder): { figures: OrderFigures; reasons: Reason[] } {
	const read = new AmountReader();
	const currency = order.default_currency_code || order.currency_code || '';
	const hasSubtotal = order.subtotal_ex_tax !== undefined && order.subtotal_inc_tax !== undefined;
	const figures: OrderFigures = {
		currency,
		decimals: decimalsOf(currency),
		lines: order.products.map((line) => lineFigures(line, read)),
		...(hasSubtotal && {
			subtotal: {
				exTax: read.amount(order, 'subtotal_ex_tax', 'the order'),
				incTax: read.amount(order, 'subtotal_inc_tax', 'the order'),
			},
		}),
		shipping: read.charge(order, 'shipping_cost', 'the order'),
		handling: read.charge(order, 'handling_cost', 'the order'),
		wrapping: read.charge(order, 'wrapping_cost', 'the order'),
		fees: (order.fees ?? []).map((fee) => ({
			name: fee.display_name_merchant || fee.display_name_customer || 'Fee',
			...read.charge(fee, 'cost', fee.id ? `fee ${fee.id}` : 'a fee'),
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

function lineFigures(line: MatchedLine, read: AmountReader): LineFigures {
	const of = `line ${line.id}`;
	const discounts = (line.applied_discounts ?? []).map((discount) => ({
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

/** A field that holds an amount. */
type Amount = string | number | null | undefined;

/** Reads amounts by field name and collects a reason for each that is not one. */
class AmountReader {
	readonly reasons: Reason[] = [];

	/** `missing` stands in for a field that is not there; without it a missing field is a reason as well. */
	amount<F extends string>(from: { [K in F]?: Amount }, field: F, of: string, missing?: number): number {
		const value = from[field];
		if (isAbsent(value) && missing !== undefined) return missing;
		const ticks = parseAmount(value);
		if (ticks === undefined) {
			this.reasons.push(moneyReasons.amountUnreadable(field, of, isAbsent(value) ? undefined : value));
		}
		return ticks ?? 0;
	}

	optional<F extends string>(from: { [K in F]?: Amount }, field: F, of: string): number | undefined {
		return isAbsent(from[field]) ? undefined : this.amount(from, field, of);
	}

	/** `<name>_ex_tax`, `<name>_inc_tax` and `<name>_tax`; a missing one follows from the other two, all missing is 0. */
	charge<N extends string>(
		from: { [K in `${N}_ex_tax` | `${N}_exc_tax` | `${N}_inc_tax` | `${N}_tax`]?: Amount },
		name: N,
		of: string,
		required = false,
	): Charge {
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
}

/** BigCommerce writes "" where an amount does not apply. */
function isAbsent(value: Amount): value is '' | null | undefined {
	return value === undefined || value === null || value === '';
}
