import { clamp } from 'lodash';
import { wholeUnits } from './quantity';
import type { StockRule } from './stockRule';

/** Beyond this a figure is as good as endless; with it no step of the formula can leave the numbers. */
const MOST_UNITS = Number.MAX_SAFE_INTEGER;

/** The most BigCommerce keeps per product and location; above it the change is silently dropped. */
export const MOST_STOCK = 2_147_483_647;

/** Whether a figure is more than BigCommerce can hold, in units of the shop; no stock is, so it is a mistake. */
export function isBeyondShop(figure: number, packSize: number): boolean {
	return figure / packSize > MOST_STOCK;
}

/**
 * The units the shop may sell, a whole number from 0 to {@link MOST_STOCK}. The steps, in order:
 *
 * 1. the figure, in SOS units (several SOS locations already summed, sold units already taken off);
 * 2. pack size: only whole packs count;
 * 3. percentage;
 * 4. buffer;
 * 5. threshold: what is left below it becomes 0;
 * 6. minimum and maximum;
 * 7. rounded down to whole units;
 * 8. never below 0.
 */
export function stockToSell(figure: number, packSize: number, rule: StockRule): number {
	const units = packSize === 1 ? figure : wholeUnits(figure / packSize);
	const packs = clamp(units, -MOST_UNITS, MOST_UNITS);
	const kept = (packs * rule.percentage) / 100 - rule.buffer;
	const aboveThreshold = kept < rule.threshold ? 0 : kept;
	const bounded = Math.min(Math.max(aboveThreshold, rule.minimum), rule.maximum, MOST_STOCK);
	return Math.max(0, wholeUnits(bounded));
}

/**
 * The on-hand figure to write so that the shop sells `toSell`. An absolute adjustment sets *on hand*,
 * and BigCommerce sells on hand minus safety stock: writing `toSell` itself would take the safety
 * stock off a second time.
 */
export function onHandToWrite(toSell: number, safetyStock: number): number {
	return Math.min(toSell + safetyStock, MOST_STOCK);
}
