import { sum } from 'lodash';
import { moneyText, spread } from '../money';
import { derivedExTax, withTax, type Taxed } from '../tax';
import type { OrderPlan, PlannedCoupon, PlannedLine } from './orderPlan';

export interface AppliedDiscount {
	id: string;
	amount: string;
	name: string;
	code: string | null;
	target: 'order' | 'product';
}

/** What a line costs, in minor units; `price` and `total` before discounts, `net` after them. */
export interface LineMoney {
	price: Taxed;
	total: Taxed;
	net: Taxed;
	wrapping: Taxed;
	discounts: AppliedDiscount[];
}

/** One discount with its share for each line, in minor units as entered. */
interface SpreadDiscount {
	id: string;
	name: string;
	code: string | null;
	target: 'order' | 'product';
	shares: number[];
}

/** The sum of `shares` of the discounts that came from coupons, and of the others. Minor units as entered. */
export interface DiscountTotals {
	byCoupon: number[];
	other: number;
}

/**
 * Works out every line. Discounts come off one after the other, each spread over what is left of the
 * lines; tax is rounded per line and computed on the discounted amount, while `total` stays undiscounted.
 */
export function moneyOfLines(plan: OrderPlan): { lines: LineMoney[]; discounts: DiscountTotals } {
	const left = plan.lines.map(({ unitMinor, quantity }) => unitMinor * quantity);
	const take = (shares: number[]) => {
		shares.forEach((share, index) => (left[index] -= share));
		return shares;
	};
	const discountable = () =>
		left.map((amount, index) => (plan.lines[index].type === 'giftcertificate' ? 0 : amount));

	const spreadOut: SpreadDiscount[] = [];
	if (plan.discount) {
		const shares = take(spread(Math.min(plan.discount.amountMinor, sum(discountable())), discountable()));
		const isManual = plan.discount.kind === 'manual';
		spreadOut.push({
			id: isManual ? 'manual-discount' : '11',
			name: isManual ? 'Manual Discount' : 'Summer promotion',
			code: null,
			target: 'order',
			shares,
		});
	}
	const byCoupon = plan.coupons.map((coupon) => {
		const shares = take(couponShares(coupon, discountable(), plan.lines));
		const isPerItem = coupon.kind === 'perItem';
		spreadOut.push({
			id: isPerItem ? 'coupon' : 'total-coupon',
			name: coupon.code,
			code: coupon.code,
			target: isPerItem ? 'product' : 'order',
			shares,
		});
		return sum(shares);
	});

	const lines = plan.lines.map((line, index) =>
		lineMoney(plan, line, left[index], discountsOf(index, spreadOut, plan)),
	);
	const other = sum(spreadOut.slice(0, plan.discount ? 1 : 0).flatMap(({ shares }) => shares));
	return { lines, discounts: { byCoupon, other } };
}

function couponShares(coupon: PlannedCoupon, left: number[], lines: PlannedLine[]): number[] {
	switch (coupon.kind) {
		case 'perItem':
			return left.map((amount, index) => Math.min(amount, coupon.amountMinor * lines[index].quantity));
		case 'percentage':
			return spread(Math.round((sum(left) * coupon.percent) / 1_000_000), left);
		case 'perTotal':
			return spread(Math.min(coupon.amountMinor, sum(left)), left);
		default:
			return left.map(() => 0);
	}
}

function lineMoney(
	plan: OrderPlan,
	line: PlannedLine,
	netEntered: number,
	discounts: AppliedDiscount[],
): LineMoney {
	const rates = line.taxable ? plan.rates : plan.rates.map((rate) => ({ ...rate, millionths: 0 }));
	const taxed = (entered: number) => withTax(entered, rates, plan.taxInclusive);
	const beforeDiscounts = (entered: number): Taxed => {
		const amount = taxed(entered);
		if (!plan.taxInclusive) return amount;
		const exTax = derivedExTax(entered, rates, plan.currency.decimals);
		return { ...amount, exTax, tax: entered - exTax };
	};
	return {
		price: beforeDiscounts(line.unitMinor),
		total: beforeDiscounts(line.unitMinor * line.quantity),
		net: taxed(netEntered),
		wrapping: taxed(line.wrappingMinor),
		discounts,
	};
}

function discountsOf(line: number, spreadOut: SpreadDiscount[], plan: OrderPlan): AppliedDiscount[] {
	return spreadOut
		.filter(({ shares }) => shares[line] > 0)
		.map(({ shares, ...discount }) => ({
			...discount,
			amount: moneyText(shares[line], plan.currency.decimals),
		}));
}
