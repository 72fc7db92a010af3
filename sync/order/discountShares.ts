import { maxBy, sum } from 'lodash';
import type { MatchedOrder } from '../bigCommerceOrder';
import { allocate, ticksPerMinor, ticksToText } from '../money';
import type { Reason } from '../reason';
import { moneyReasons } from './reasons/moneyReasons';
import { sharesRoundedBy, type OrderFigures } from './figures';

/** What discounts take off each line and what they take off elsewhere, in ticks; together they are the order's discounts. */
export interface DiscountShares {
	/** In the order of the lines. */
	onLines: number[];
	/** What no line shows: a discount on shipping. */
	elsewhere: number;
	/** Whether the lines' own shares were off by a rounding that was put right. */
	corrected: boolean;
	reason?: Reason;
}

/** Coupons that take something off shipping: 3 is "shipping discount", 4 "free shipping". */
const SHIPPING_COUPON_TYPES = [3, 4];

/**
 * BigCommerce spreads every discount over the lines it applies to and lists the shares there; older
 * orders do not, then the discount is spread in proportion. Shares may be rounded line by line, so
 * their sum may be off by half a minor unit for each; one line takes that up.
 */
export function shareDiscounts(
	order: MatchedOrder,
	figures: OrderFigures,
	inclusive: boolean,
): DiscountShares {
	const total = figures.discount + figures.coupon;
	const shares = figures.lines.map((line) =>
		inclusive && line.discountedIncTax !== undefined
			? line.incTax - line.discountedIncTax
			: line.otherDiscount + line.couponDiscount,
	);
	const discountedLines = shares.filter((share) => share !== 0).length;
	const missing = total - sum(shares);
	if (missing === 0) return { onLines: shares, elsewhere: 0, corrected: false };
	if (discountedLines === 0) {
		if (isAllOnShipping(order)) return { onLines: shares, elsewhere: total, corrected: false };
		return { onLines: spread(total, figures, inclusive), elsewhere: 0, corrected: false };
	}
	if (Math.abs(missing) <= sharesRoundedBy(figures)) {
		const left = figures.lines.map((line, index) => (inclusive ? line.incTax : line.exTax) - shares[index]);
		const takesMost = missing > 0 ? left : shares;
		const largest = maxBy(
			[...shares.keys()].filter((index) => shares[index] !== 0),
			(index) => takesMost[index],
		);
		const corrected = shares.map((share, index) => (index === largest ? share + missing : share));
		return { onLines: corrected, elsewhere: 0, corrected: true };
	}
	const reason = missing < 0 ? tooMuchOnLines(figures, total, missing) : undefined;
	return { onLines: shares, elsewhere: missing, corrected: false, reason };
}

function isAllOnShipping({ coupons }: MatchedOrder): boolean {
	return (
		coupons !== undefined &&
		coupons !== null &&
		coupons.length > 0 &&
		coupons.every(({ type }) => SHIPPING_COUPON_TYPES.includes(Number(type)))
	);
}

/** In proportion to what the lines cost; gift certificates cannot be discounted. */
function spread(total: number, { lines, decimals }: OrderFigures, inclusive: boolean): number[] {
	const weights = lines.map((line) =>
		line.line.type === 'giftcertificate' ? 0 : Math.max(0, inclusive ? line.incTax : line.exTax),
	);
	const minor = ticksPerMinor(decimals);
	if (total % minor !== 0) return allocate(total, weights);
	return allocate(total / minor, weights).map((share) => share * minor);
}

function tooMuchOnLines({ decimals }: OrderFigures, total: number, missing: number): Reason {
	const text = (ticks: number) => ticksToText(ticks, decimals);
	return moneyReasons.discountsDisagree({
		components: ['lineDiscounts'],
		stated: text(total - missing),
		expected: text(total),
		difference: text(-missing),
	});
}
