import { spread } from './money';

export interface TaxRate {
	name: string;
	/** Millionths: 82500 is 8.25 %. */
	millionths: number;
}

/** An amount with the tax on it, in minor units. `perRate` goes with the rates it was computed from. */
export interface Taxed {
	exTax: number;
	incTax: number;
	tax: number;
	perRate: number[];
}

/**
 * Puts tax on an amount as entered: on top of it in a store that enters prices without tax, inside it
 * in one that enters them with tax. Rounded to the minor unit, half up.
 */
export function withTax(entered: number, rates: TaxRate[], taxInclusive: boolean): Taxed {
	if (!taxInclusive) {
		const perRate = rates.map((rate) => Math.round((entered * rate.millionths) / 1_000_000));
		const tax = perRate.reduce((left, right) => left + right, 0);
		return { exTax: entered, incTax: entered + tax, tax, perRate };
	}
	const all = rates.reduce((sum, rate) => sum + rate.millionths, 0);
	const tax = Math.round((entered * all) / (1_000_000 + all));
	const perRate = spread(
		tax,
		rates.map((rate) => rate.millionths),
	);
	return { exTax: entered - tax, incTax: entered, tax, perRate };
}

/** A price without its tax, to the ten-thousandth of a major unit, as BigCommerce derives it. Minor units with a fraction. */
export function derivedExTax(incTax: number, rates: TaxRate[], decimals: number): number {
	const all = rates.reduce((sum, rate) => sum + rate.millionths, 0);
	const scale = 10 ** (4 - decimals);
	return Math.round((incTax * scale * 1_000_000) / (1_000_000 + all)) / scale;
}
