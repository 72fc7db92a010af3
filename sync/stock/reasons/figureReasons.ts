import type { Reason } from '../../reason';
import { setting } from '../../settingName';
import { MOST_STOCK } from '../stockFormula';
import type { BreakerLimits } from '../stockPlan';

/** Why a figure cannot become stock. */
export const figureReasons = {
	missing,
	notANumber,
	negative,
	tooLarge,
	riseTooFar,
	notEverywhere,
	soldUnitsUnknown,
};

function missing(sku: string): Reason {
	return {
		code: 'STOCK_FIGURE_MISSING',
		message: `SKU ${sku} has an empty stock figure.`,
		fix: 'Look at the quantity of the item in SOS Inventory, or give one.',
	};
}

function notANumber(sku: string, value: unknown): Reason {
	const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value);
	return {
		code: 'STOCK_FIGURE_NOT_A_NUMBER',
		message: `The stock figure of SKU ${sku} is not a number: ${shown}.`,
		fix: 'Give a plain number such as 12 or 12.5, without thousands separators.',
	};
}

function negative(sku: string, value: number): Reason {
	return {
		code: 'STOCK_FIGURE_NEGATIVE',
		message: `The stock given for SKU ${sku} is ${value}, and stock cannot be negative.`,
		fix: 'Give 0 or more.',
	};
}

function tooLarge(sku: string, figure: number): Reason {
	return {
		code: 'STOCK_FIGURE_TOO_LARGE',
		message: `The stock figure of SKU ${sku} is ${figure}, and BigCommerce holds ${inWords(MOST_STOCK)} at most.`,
		fix: 'Correct the quantity of the item in SOS Inventory, or the one that is given.',
		details: { figure, limit: MOST_STOCK },
	};
}

/** @param before units on sale, and `after` what they would be */
function riseTooFar(
	sku: string,
	{ before, after, limits }: { before: number; after: number; limits: BreakerLimits },
): Reason {
	const than =
		before > 0 ? ` and more than ${limits.riseFactor} times what the shop has, ${inWords(before)}` : '';
	return {
		code: 'STOCK_RISES_TOO_FAR',
		message: `SKU ${sku} would have ${inWords(after)} units on sale: more than ${inWords(limits.riseUnits)}${than}.`,
		fix: `Look at the quantity of the item in SOS Inventory. If it is right, raise ${setting('stock.riseUnits')} under ${setting('stock.circuitBreaker')}.`,
		details: { before, after, limit: limits.riseUnits, factor: limits.riseFactor },
	};
}

function notEverywhere(sku: string): Reason {
	return {
		code: 'STOCK_LOCATION_NOT_READ',
		message: `SKU ${sku} came in for some of the chosen SOS locations only, so its sum is not known.`,
		fix: 'Run again. If it happens again, open the item in SOS Inventory and look at its locations.',
	};
}

function soldUnitsUnknown(sku: string): Reason {
	return {
		code: 'STOCK_SOLD_UNITS_UNKNOWN',
		message: `An order that is not imported yet holds SKU ${sku} in a quantity that is not a number.`,
		fix: 'Look at the open orders with this SKU in BigCommerce, and run again.',
	};
}

function inWords(units: number): string {
	return units.toLocaleString('en-US');
}
