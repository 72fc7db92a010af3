import { ticksPerMinor, ticksToText, toMinor } from '../money';
import type { Reason } from '../reason';
import { excess, holds, type Books, type Component, type Equation } from './books';
import type { LineFigures, OrderFigures } from './figures';

/** Components in a shop-keeper's words. */
const names: Record<Component, string> = {
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

/** A figure that, changed from `stated` to `expected`, would make the order's figures agree. Ticks. */
export interface Suspect {
	component: Component;
	stated: number;
	expected: number;
}

/**
 * Checks that the order's figures agree with each other, so that a document made of them comes to the
 * order's total. Returns the reason naming the component that differs, or undefined when all agree.
 * @param allowed minor units that figures may differ by
 */
export function contradictionIn(
	books: Books,
	figures: OrderFigures,
	orderId: number,
	allowed: number,
): Reason | undefined {
	const broken = books.equations.filter(
		(equation) => equation.binding && !holds(equation, books.values, books.decimals, allowed),
	);
	if (broken.length === 0) return undefined;
	const suspects = suspectsOf(books, broken);
	const [first] = suspects;
	const text = (ticks: number) => ticksToText(ticks, books.decimals);
	const details = {
		components: suspects.map(({ component }) => component),
		stated: text(first.stated),
		expected: text(first.expected),
		difference: text(first.stated - first.expected),
	};
	if (!figures.feesRead && first.expected > 0 && suspects.some(({ component }) => component === 'fees')) {
		return {
			code: 'FEES_NOT_READ',
			message: `Order ${orderId}: the total is ${text(first.expected)} more than its parts, and the order's fees were not read.`,
			fix: 'Let "Order: Get Many" or "Order: Get" include the fees, then run again.',
			details,
		};
	}
	const line = first.component === 'lines' ? suspectLine(figures, first) : undefined;
	const what = suspects.map(({ component }) => names[component]).join(' or ');
	return {
		code: 'TOTALS_DISAGREE',
		message: `Order ${orderId}: ${what}${line ? ` (line ${line.line.id}, ${line.line.name})` : ''} is ${details.stated}, but the order's other figures call for ${details.expected}: a difference of ${details.difference}.`,
		fix: 'Open the order in BigCommerce and compare that figure; correct it there, or enter this order in SOS Inventory by hand. If a cent of rounding is all that differs, raise "Allowed Rounding".',
		details: { ...details, ...(line && { lineId: line.line.id }) },
	};
}

/** The components of which each, by itself, explains every equation that does not hold. */
function suspectsOf(books: Books, broken: Equation[]): Suspect[] {
	const all = explanations(books, books.equations);
	if (all.length > 0) return all;
	const binding = explanations(
		books,
		books.equations.filter((equation) => equation.binding),
	);
	if (binding.length > 0) return binding;
	return broken.map((equation) => ({
		component: equation.equals,
		stated: books.values[equation.equals],
		expected: books.values[equation.equals] + excess(equation, books.values),
	}));
}

function explanations({ values, decimals }: Books, equations: Equation[]): Suspect[] {
	const broken = equations.filter((equation) => !holds(equation, values, decimals));
	const candidates = (Object.keys(values) as Component[]).filter((component) =>
		broken.every((equation) => signOf(component, equation) !== 0),
	);
	return candidates.flatMap((component) => {
		const wrongBy = excess(broken[0], values) * signOf(component, broken[0]);
		const whole = toMinor(wrongBy, decimals) * ticksPerMinor(decimals);
		const expected = [wrongBy, whole]
			.map((correction) => values[component] - correction)
			.find((value) => {
				const corrected = { ...values, [component]: value };
				return equations.every((equation) => holds(equation, corrected, decimals));
			});
		return expected === undefined ? [] : [{ component, stated: values[component], expected }];
	});
}

function signOf(component: Component, { terms, less, equals }: Equation): number {
	if (terms.includes(component)) return 1;
	return less.includes(component) || equals === component ? -1 : 0;
}

/** The one line whose price times quantity is not its total. */
function suspectLine({ lines }: OrderFigures, { stated, expected }: Suspect): LineFigures | undefined {
	const off = lines.filter(({ line, exTax, incTax, priceExTax, priceIncTax }) =>
		[
			[exTax, priceExTax],
			[incTax, priceIncTax],
		].some(([total = 0, price = 0]) => total - price * line.quantity === stated - expected),
	);
	return off.length === 1 ? off[0] : undefined;
}
