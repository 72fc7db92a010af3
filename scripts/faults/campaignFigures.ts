import { noneOf, type Figure } from '../../testing/figures/figure';
import { countOf, isGood, sumUp, type Outcome } from './outcome';

/**
 * The campaign in figures.
 *
 * @param broken parts that did not come to an end, about which nothing is known
 */
export function campaignFigures(outcomes: Outcome[], broken: number): Figure[] {
	const { orders, injected, findings } = sumUp('All', outcomes);
	const underFaults = outcomes.filter((outcome) => countOf(outcome.injected) > 0);
	return [
		{ id: 'faultOrders', title: 'Orders that had to arrive', value: orders, unit: 'orders' },
		{ id: 'faultShops', title: 'Shops under faults', value: underFaults.length, unit: 'shops' },
		{ id: 'faultsMade', title: 'Faults made', value: countOf(injected), unit: 'faults' },
		noneOf('duplicates', 'Records that are there twice', findings.duplicates.length, 'records'),
		noneOf('losses', 'Orders or marks lost', findings.losses.length, 'records'),
		noneOf('oversold', 'Figures of units on sale that are sold', findings.oversold.length, 'records'),
		noneOf('wrong', 'Wrong totals, stock or writes', findings.wrong.length, 'records'),
		noneOf('badShops', 'Shops with any of these, or without orders', bad(outcomes), 'shops'),
		noneOf('brokenParts', 'Parts that did not come to an end', broken, 'parts'),
	];
}

function bad(outcomes: Outcome[]): number {
	return outcomes.filter((outcome) => !isGood(outcome)).length;
}
