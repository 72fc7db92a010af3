import type { Reason } from '../reason';
import { setting } from '../settingName';
import type { SourceStock } from './sourceStock';
import type { BreakerLimits, StockSettings, StockTotals } from './stockPlan';

/** Wide enough for an ordinary day, narrow enough for a broken one. */
export const DEFAULT_BREAKER: BreakerLimits = {
	itemsToZero: 100,
	changedPercent: 50,
	unitsLostPercent: 30,
	missingPercent: 40,
	riseUnits: 10_000,
	riseFactor: 10,
	risenPercent: 30,
	minimumItems: 10,
};

const LOOK_FIRST = `Look at the plan. If it is right, raise this limit or switch ${setting('stock.circuitBreaker')} off for one run.`;

/**
 * The reason why nothing of the plan may be written, or undefined. An empty or half-read source stops every
 * plan; the limits are judged where they are on. A selection is small and all change by its nature, so
 * of the limits only the count of items going to zero holds for it.
 */
export function judgePlan(
	source: SourceStock,
	totals: StockTotals,
	{ scope, breaker }: Pick<StockSettings, 'scope' | 'breaker'>,
): Reason | undefined {
	const reason = judgeSource(source, scope);
	if (reason !== undefined || breaker === 'off') return reason;
	return (
		judgeZero(totals, breaker) ?? (scope === 'catalogue' ? judgePercentages(totals, breaker) : undefined)
	);
}

function judgeSource(
	{ rows, halfRead, failure }: SourceStock,
	scope: StockSettings['scope'],
): Reason | undefined {
	if (failure !== undefined) {
		return {
			code: 'STOCK_SOURCE_INCOMPLETE',
			message: `The items could not all be read, so nothing is written: ${failure}`,
			fix: 'Look at the node that reads the items, and run again.',
		};
	}
	if (halfRead.length > 0) {
		const [{ location, rows: came, total }] = halfRead;
		return {
			code: 'STOCK_SOURCE_INCOMPLETE',
			message: `SOS Inventory announced ${total} items${location ? ` for location ${location}` : ''} and only ${came} came in, so nothing is written.`,
			fix: 'Run again. If it happens again, look whether SOS Inventory is slow or refusing calls.',
			details: { rows: came, total },
		};
	}
	if (rows > 0 || scope === 'selection') return undefined;
	return {
		code: 'STOCK_SOURCE_EMPTY',
		message: 'No stock figures came in at all, so nothing is written.',
		fix: 'Look at the filters and the account of the node that reads the items.',
	};
}

function judgeZero({ toZero }: StockTotals, { itemsToZero }: BreakerLimits): Reason | undefined {
	if (!exceeds(toZero, itemsToZero)) return undefined;
	return {
		code: 'STOCK_TOO_MANY_TO_ZERO',
		message: `${toZero} items would go to zero, and the limit is ${itemsToZero}, so nothing is written.`,
		fix: LOOK_FIRST,
		details: { toZero, limit: itemsToZero },
	};
}

function judgePercentages(totals: StockTotals, limits: BreakerLimits): Reason | undefined {
	const missing = percentage(totals.missingSkus, totals.trackedSkus);
	if (!(totals.trackedSkus < limits.minimumItems) && exceeds(missing, limits.missingPercent)) {
		return overLimit(
			'STOCK_TOO_MANY_MISSING',
			`${totals.missingSkus} of the shop's ${totals.trackedSkus} tracked SKUs are missing from the source`,
			missing,
			limits.missingPercent,
		);
	}
	if (totals.figures < limits.minimumItems) return undefined;
	const lost = percentage(totals.unitsLost, totals.unitsBefore);
	if (exceeds(lost, limits.unitsLostPercent)) {
		return overLimit(
			'STOCK_TOO_MANY_UNITS_LOST',
			`${totals.unitsLost} of ${totals.unitsBefore} units on sale would vanish`,
			lost,
			limits.unitsLostPercent,
		);
	}
	const risen = percentage(totals.multiplied, totals.stocked);
	if (!(totals.stocked < limits.minimumItems) && exceeds(risen, limits.risenPercent)) {
		return overLimit(
			'STOCK_TOO_MANY_RISEN',
			`${totals.multiplied} of ${totals.stocked} SKUs with stock would rise to more than ${limits.riseFactor} times what they had`,
			risen,
			limits.risenPercent,
		);
	}
	const changed = percentage(totals.changed, totals.figures);
	if (exceeds(changed, limits.changedPercent)) {
		return overLimit(
			'STOCK_TOO_MANY_CHANGED',
			`${totals.changed} of ${totals.figures} stock figures would change`,
			changed,
			limits.changedPercent,
		);
	}
	return undefined;
}

function percentage(part: number, whole: number): number {
	return whole === 0 ? 0 : (part * 100) / whole;
}

/** Whatever cannot be compared is too much: a limit that is not a number must not let everything pass. */
function exceeds(value: number, limit: number): boolean {
	return !(value <= limit);
}

function overLimit(code: string, what: string, percent: number, limit: number): Reason {
	const shown = Math.round(percent * 10) / 10;
	return {
		code,
		message: `${what}, which is ${shown} %, and the limit is ${limit} %, so nothing is written.`,
		fix: LOOK_FIRST,
		details: { percent: shown, limit },
	};
}
