import { uniqBy } from 'lodash';
import { ticksPerMinor } from '../money';
import { excess, holds, type Books, type Component, type Equation } from './books';
import type { LineFigures, OrderFigures } from './figures';

/** A figure that, changed from `stated` to `expected`, would make the order's figures agree. Ticks. */
export interface Suspect {
	component: Component;
	stated: number;
	expected: number;
}

/**
 * The components of which each, by itself, explains every binding equation that does not hold. Where
 * several do, those that would not have to be negative, and of these the ones with which most of the
 * other equations are true.
 * @param broken the binding equations that do not hold; one at least
 */
export function suspectsOf({ values, equations, decimals }: Books, broken: Equation[]): Suspect[] {
	const holdsWith = (equation: Equation, component: Component, value: number) =>
		holds(equation, { ...values, [component]: value }, decimals);
	const explaining = (Object.keys(values) as Component[]).flatMap((component) => {
		if (broken.some((equation) => signOf(component, equation) === 0)) return [];
		const wrongBy = excess(broken[0], values) * signOf(component, broken[0]);
		const minor = ticksPerMinor(decimals);
		const corrections = [wrongBy, Math.floor(wrongBy / minor) * minor, Math.ceil(wrongBy / minor) * minor];
		const trueWith = (value: number) => equations.filter((equation) => holdsWith(equation, component, value));
		return corrections
			.map((correction) => values[component] - correction)
			.map((expected) => ({ component, stated: values[component], expected, kept: trueWith(expected) }))
			.filter(({ kept }) => equations.every((equation) => !equation.binding || kept.includes(equation)))
			.map(({ kept, ...suspect }) => ({ ...suspect, agreeing: kept.length }));
	});
	const plausible = explaining.filter(({ expected }) => expected >= 0);
	const candidates = plausible.length > 0 ? plausible : explaining;
	const most = Math.max(...candidates.map(({ agreeing }) => agreeing));
	const likely = uniqBy(
		candidates.filter(({ agreeing }) => agreeing === most),
		'component',
	);
	return likely.length > 0 ? likely : broken.map((equation) => statedAgainst(equation, values));
}

/** When no single figure explains it: what an equation states, and what its other side comes to. */
function statedAgainst(equation: Equation, values: Books['values']): Suspect {
	const stated = values[equation.equals];
	return { component: equation.equals, stated, expected: stated + excess(equation, values) };
}

function signOf(component: Component, { terms, less, equals }: Equation): number {
	if (terms.includes(component)) return 1;
	return less.includes(component) || equals === component ? -1 : 0;
}

/** The one line whose price times quantity is not its total. */
export function suspectLine({ lines }: OrderFigures, { stated, expected }: Suspect): LineFigures | undefined {
	const off = lines.filter(({ line, exTax, incTax, priceExTax, priceIncTax }) =>
		[
			[exTax, priceExTax],
			[incTax, priceIncTax],
		].some(([total = 0, price = 0]) => total - price * line.quantity === stated - expected),
	);
	return off.length === 1 ? off[0] : undefined;
}
