import { sum } from 'lodash';
import { roundTogether, toMinor } from '../money';
import type { Charge, LineFigures, OrderFigures } from './figures';
import type { DiscountShares } from './discountShares';

/** A line's amount without tax, in minor units. */
export interface NetLine {
	figures: LineFigures;
	/** Before and after discounts. */
	gross: number;
	net: number;
	taxable: boolean;
}

export interface NetCharge {
	net: number;
	taxable: boolean;
}

/** An order's money the way a sales document states it: without tax, in whole minor units, tax apart. */
export interface NetAmounts {
	lines: NetLine[];
	shipping: NetCharge;
	handling: NetCharge;
	wrapping: NetCharge;
	fees: Array<NetCharge & { name: string }>;
	/** What discounts take off other things than lines; positive. */
	discountElsewhere: number;
	tax: number;
	total: number;
	/** What had to be moved by a whole minor unit or more to arrive at the order's total. */
	moved: string[];
}

/**
 * Takes the tax out of every amount and rounds to minor units.
 *
 * In a tax-exclusive order an amount without tax is exact, and a line after discounts is `total_ex_tax`
 * less its share of the discounts. In a tax-inclusive order it is what was paid with tax less the tax, both
 * after discounts: `discounted_total_inc_tax − total_tax`; `total_ex_tax` is before discounts and only
 * used to show what the line cost without them.
 * @param balanced whether the order's figures agree; only then are fractions rounded toward its total
 */
export function netAmountsOf(
	figures: OrderFigures,
	shares: DiscountShares,
	inclusive: boolean,
	balanced: boolean,
): NetAmounts {
	const { decimals, lines, fees } = figures;
	const total = toMinor(figures.total.incTax, decimals);
	const tax = toMinor(figures.total.tax, decimals);
	const discountElsewhere = toMinor(shares.elsewhere, decimals);
	const charges = [figures.shipping, figures.handling, figures.wrapping, ...fees];
	const net = (charge: Charge) => (inclusive ? charge.incTax - charge.tax : charge.exTax);

	const exact = [...lines.map((line, index) => net(line) - shares.onLines[index]), ...charges.map(net)];
	const rounded = roundTogether(exact, decimals, balanced ? total - tax + discountElsewhere : undefined);
	const lineNets = rounded.slice(0, lines.length).map(({ minor }) => minor);
	const chargeNets = rounded.slice(lines.length).map(({ minor }, index) => ({
		net: minor,
		taxable: charges[index].tax !== 0,
	}));
	const grosses = grossesOf(figures, shares, lineNets, inclusive);
	const labels = [
		...lines.map(({ line }) => `line ${line.id}`),
		'shipping',
		'handling',
		'gift wrapping',
		...fees.map(({ name }) => name),
	];
	return {
		lines: lines.map((line, index) => ({
			figures: line,
			gross: grosses[index],
			net: lineNets[index],
			taxable: line.tax !== 0,
		})),
		shipping: chargeNets[0],
		handling: chargeNets[1],
		wrapping: chargeNets[2],
		fees: fees.map(({ name }, index) => ({ name, ...chargeNets[index + 3] })),
		discountElsewhere,
		tax,
		total,
		moved: labels.filter((_, index) => rounded[index].moved),
	};
}

/** What lines cost before discounts. In a tax-exclusive order their discounts come to exactly what was taken off. */
function grossesOf(
	{ lines, decimals }: OrderFigures,
	{ onLines }: DiscountShares,
	nets: number[],
	inclusive: boolean,
): number[] {
	const discounted = lines.flatMap((_, index) => (onLines[index] === 0 ? [] : [index]));
	const target = sum(discounted.map((index) => nets[index])) + toMinor(sum(onLines), decimals);
	const rounded = roundTogether(
		discounted.map((index) => lines[index].exTax),
		decimals,
		inclusive ? undefined : target,
	);
	const grosses = [...nets];
	discounted.forEach((index, position) => {
		grosses[index] = inclusive ? Math.max(rounded[position].minor, nets[index]) : rounded[position].minor;
	});
	return grosses;
}
