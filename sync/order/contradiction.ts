import { ticksToText } from '../money';
import type { Reason } from '../reason';
import { holds, type Books, type Component } from './books';
import type { OrderFigures } from './figures';
import { moneyReasons } from './reasons/moneyReasons';
import { suspectLine, suspectsOf } from './suspects';

/** Components in a shop-keeper's words. */
const NAMES: Record<Component, string> = {
	lines: 'the sum of the lines',
	subtotal: 'the subtotal',
	discount: 'the discount',
	coupon: 'the coupon discount',
	shipping: 'shipping',
	handling: 'handling',
	wrapping: 'gift wrapping',
	fees: 'the fees',
	lineTax: 'the tax on the lines',
	shippingTax: 'the tax on shipping',
	handlingTax: 'the tax on handling',
	wrappingTax: 'the tax on gift wrapping',
	feesTax: 'the tax on fees',
	shippingDerived: 'shipping',
	handlingDerived: 'handling',
	wrappingDerived: 'gift wrapping',
	feesDerived: 'the fees',
	tax: 'the tax',
	totalExTax: 'the total without tax',
	total: 'the total',
	lineDiscounts: 'the discounts on the lines',
	lineCoupons: 'the coupons on the lines',
};

/**
 * Checks that the order's figures agree with each other, so that a document made of them comes to the
 * order's total. Returns the reason naming the component that differs, or undefined when all agree.
 * @param allowed the Allowed Rounding Difference, in minor units
 */
export function contradictionIn(books: Books, figures: OrderFigures, allowed: number): Reason | undefined {
	const broken = books.equations.filter(
		(equation) => equation.binding && !holds(equation, books.values, books.decimals, allowed),
	);
	if (broken.length === 0) return undefined;
	const suspects = suspectsOf(books, broken);
	const fees = figures.feesRead ? undefined : suspects.find(({ component }) => component === 'fees');
	const first = fees ?? suspects[0];
	const text = (ticks: number) => ticksToText(ticks, books.decimals);
	const details = {
		components: suspects.map(({ component }) => component),
		stated: text(first.stated),
		expected: text(first.expected),
		difference: text(first.stated - first.expected),
	};
	if (fees && fees.expected > 0) return moneyReasons.feesNotRead(details);
	const line = first.component === 'lines' ? suspectLine(figures, first)?.line : undefined;
	const what = suspects.map(({ component }) => NAMES[component]).join(' or ');
	return moneyReasons.totalsDisagree(
		line ? `${what} (line ${line.id}, ${line.name})` : what,
		details,
		line?.id,
	);
}
