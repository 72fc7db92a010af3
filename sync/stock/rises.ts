import type { BreakerLimits } from './stockPlan';

type RiseLimits = Pick<BreakerLimits, 'riseFactor' | 'riseUnits'>;

/** A rise to no more than this is a delivery, however little there was before. */
const SMALL_STOCK = 100;

/**
 * Whether a SKU would get more units on sale than it can be believed to have: more than the limit, and more
 * than so many times what the shop had. Nobody knows what a SKU without stock had before, so that for it
 * the units alone count.
 */
export function risesTooFar(before: number, after: number, { riseFactor, riseUnits }: RiseLimits): boolean {
	return after > before && !(after <= riseUnits) && !(before > 0 && after <= before * riseFactor);
}

/** Whether a SKU that had stock gets so many times as much. Figures that all do were read in another unit, say. */
export function isMultiplied(
	before: number,
	after: number,
	{ riseFactor }: Pick<RiseLimits, 'riseFactor'>,
): boolean {
	return before > 0 && after > SMALL_STOCK && !(after <= before * riseFactor);
}
