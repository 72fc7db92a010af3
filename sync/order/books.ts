import { sum } from 'lodash';
import { ticksPerMinor, toMinor } from '../money';
import { sharesRoundedBy, type Charge, type OrderFigures } from './figures';

/**
 * The figures of an order that depend on each other. `shipping`, `handling`, `wrapping`, `fees`, `lines`
 * and `subtotal` are on the side that is exact: without tax in a tax-exclusive order, else with tax.
 */
export type Component =
	| 'lines'
	| 'subtotal'
	| 'discount'
	| 'coupon'
	| ChargeName
	| 'lineTax'
	| `${ChargeName}Tax`
	| `${ChargeName}Derived`
	| 'tax'
	| 'totalExTax'
	| 'total'
	| 'lineDiscounts'
	| 'lineCoupons';

type ChargeName = 'shipping' | 'handling' | 'wrapping' | 'fees';
const chargeNames: ChargeName[] = ['shipping', 'handling', 'wrapping', 'fees'];

/** `terms` added up (and those of `less` taken away) are `equals`. Only a broken binding equation holds an order; the others tell whose fault it is. */
export interface Equation {
	terms: Component[];
	less: Component[];
	equals: Component;
	binding: boolean;
	/** Ticks it may be off by. */
	slack: number;
}

/** An order's figures in ticks, and what must be true of them. */
export interface Books {
	values: Record<Component, number>;
	equations: Equation[];
	decimals: number;
}

/** Says what must be true of an order's figures for its document to come to the same total. */
export function booksOf(figures: OrderFigures, inclusive: boolean): Books {
	const exact = inclusive ? 'incTax' : 'exTax';
	const derived = inclusive ? 'exTax' : 'incTax';
	const charges: Record<ChargeName, Charge> = {
		shipping: figures.shipping,
		handling: figures.handling,
		wrapping: figures.wrapping,
		fees: {
			exTax: sum(figures.fees.map((fee) => fee.exTax)),
			incTax: sum(figures.fees.map((fee) => fee.incTax)),
			tax: sum(figures.fees.map((fee) => fee.tax)),
		},
	};
	const lines = sum(figures.lines.map((line) => line[exact]));
	const values = {
		lines,
		subtotal: figures.subtotal?.[exact] ?? lines,
		discount: figures.discount,
		coupon: figures.coupon,
		lineTax: sum(figures.lines.map((line) => line.tax)),
		tax: figures.total.tax,
		total: figures.total.incTax,
		totalExTax: figures.total.exTax ?? figures.total.incTax - figures.total.tax,
		lineDiscounts: sum(figures.lines.map((line) => line.otherDiscount)),
		lineCoupons: sum(figures.lines.map((line) => line.couponDiscount)),
	} as Record<Component, number>;
	for (const name of chargeNames) {
		values[name] = charges[name][exact];
		values[`${name}Derived`] = charges[name][derived];
		values[`${name}Tax`] = charges[name].tax;
	}
	return { values, equations: equationsOf(figures, inclusive, values), decimals: figures.decimals };
}

function equationsOf(figures: OrderFigures, inclusive: boolean, values: Books['values']): Equation[] {
	const sharesAreKnown = values.lineDiscounts !== 0 || values.lineCoupons !== 0;
	return [
		equation(['lines'], 'subtotal'),
		equation(['subtotal', ...chargeNames], inclusive ? 'total' : 'totalExTax', {
			less: ['discount', 'coupon'],
		}),
		equation(['totalExTax', 'tax'], 'total', { binding: !inclusive }),
		equation(['lineTax', ...chargeNames.map((name) => `${name}Tax` as const)], 'tax', { binding: inclusive }),
		...chargeNames
			.filter((name) => name !== 'fees' || figures.feesRead)
			.map((name) =>
				inclusive
					? equation([`${name}Derived`, `${name}Tax`], name, { binding: false })
					: equation([name, `${name}Tax`], `${name}Derived`, { binding: false }),
			),
		...(sharesAreKnown
			? [
					equation(['lineDiscounts'], 'discount', { binding: false, slack: sharesRoundedBy(figures) }),
					equation(['lineCoupons'], 'coupon', { binding: false, slack: sharesRoundedBy(figures) }),
				]
			: []),
	];
}

function equation(
	terms: Component[],
	equals: Component,
	{ less = [], binding = true, slack = 0 }: Partial<Equation> = {},
): Equation {
	return { terms, less, equals, binding, slack };
}

/** What the left side comes to, minus the right side, in ticks. */
export function excess({ terms, less, equals }: Equation, values: Books['values']): number {
	return sum(terms.map((name) => values[name])) - sum(less.map((name) => values[name])) - values[equals];
}

/**
 * Whether an equation is true: to the tick or within its slack, or once its left side is rounded to the minor unit.
 * @param allowed minor units it may be off by
 */
export function holds(equation: Equation, values: Books['values'], decimals: number, allowed = 0): boolean {
	const off = excess(equation, values);
	if (Math.abs(off) <= Math.max(equation.slack, allowed * ticksPerMinor(decimals))) return true;
	const stated = values[equation.equals];
	return toMinor(stated + off, decimals) * ticksPerMinor(decimals) === stated;
}
