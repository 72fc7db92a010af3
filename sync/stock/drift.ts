import { stockKey } from './lastPushed';
import type { StockWrite } from './stockPlan';

/** Which side has left the figure last pushed; `unknown` where nothing was pushed yet. */
export type DriftMove = 'sos' | 'shop' | 'both' | 'neither' | 'unknown';

/** The three figures of one SKU at one location, all on hand as an adjustment writes them. */
export interface DriftRow {
	sku: string;
	locationId: number;
	/** What SOS says the shop should have, by the formula. */
	sos: number;
	/** What the shop has; undefined when it never had stock there. */
	shop: number | undefined;
	/** undefined when nothing was pushed yet. */
	lastPushed: number | undefined;
	moved: DriftMove;
	/** What that means, for a shop-keeper. */
	meaning: string;
}

const MEANINGS: Record<DriftMove, string> = {
	sos: 'SOS has changed since the last push; the next push brings the shop up to date.',
	shop: 'The shop has changed since the last push: it sold, was edited by hand, or the push did not take.',
	both: 'SOS and the shop have both changed since the last push.',
	neither: 'Neither has changed since the last push.',
	unknown: 'Nothing was pushed yet, so it cannot be said which side changed.',
};

/** Which side has moved away from the figure last pushed. */
export function whoMoved(sos: number, shop: number | undefined, lastPushed: number | undefined): DriftMove {
	if (lastPushed === undefined) return sos === shop ? 'neither' : 'unknown';
	if (sos !== lastPushed) return shop === lastPushed ? 'sos' : 'both';
	return shop === lastPushed ? 'neither' : 'shop';
}

/**
 * Every figure on which SOS, the shop and the last push do not agree.
 *
 * @param writes the writes of a plan made with `write: 'all'`, so that each matched figure is among them
 * @param lastPushed the figures last pushed by location, each by its stock key
 */
export function driftReport(
	writes: Iterable<StockWrite>,
	lastPushed: ReadonlyMap<number, ReadonlyMap<number, number>>,
): DriftRow[] {
	const rows: DriftRow[] = [];
	for (const { sku, locationId, identity, before, after } of writes) {
		const key = stockKey(identity);
		const pushed = key === undefined ? undefined : lastPushed.get(locationId)?.get(key);
		const moved = whoMoved(after, before, pushed);
		if (moved === 'neither') continue;
		rows.push({
			sku,
			locationId,
			sos: after,
			shop: before,
			lastPushed: pushed,
			moved,
			meaning: MEANINGS[moved],
		});
	}
	return rows;
}
