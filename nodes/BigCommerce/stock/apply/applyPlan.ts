import { sortBy } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import { applyReasons } from '../../../../sync/stock/reasons/applyReasons';
import type { StockPlanWithTracking } from '../../../../sync/stock/switchTracking';
import type { ApiFailure } from '../../../shared/request/apiFailure';
import { setStock } from './setStock';
import type { BigCommerceClient } from '../../transport/client';
import type { StockOutcome } from '../output/outcomes';
import { failureWords } from './failureWords';
import { switchTracking, withoutTracking } from './switchTracking';

/** What became of the writes: those that were done, and why the others were not. */
export interface Applied {
	written: Set<StockWrite>;
	refused: Map<StockWrite, Reason>;
	/** What ended the run before all was sent. */
	stoppedBy?: string;
}

export const NOTHING_APPLIED: Applied = { written: new Set(), refused: new Map() };

/**
 * Switches tracking on where the plan says so, then writes stock in batches, location by location, one
 * request at a time, as BigCommerce asks. When anything fails for good after something was done, what was
 * done stays done and is reported, and the rest carries the failure as its reason.
 *
 * @throws whatever failed before anything was done at all
 */
export async function applyPlan(
	store: BigCommerceClient,
	{ switches, writes }: StockPlanWithTracking,
	outcomes: StockOutcome[],
	reason: string,
): Promise<Applied> {
	const written = new Set<StockWrite>();
	const refused = new Map<StockWrite, Reason>();
	let isBegun = false;

	const [end] = await Promise.allSettled([apply()]);
	if (end.status === 'fulfilled') return { written, refused };
	if (written.size === 0 && !isBegun) throw end.reason;
	const stoppedBy = failureWords(store.context, end.reason);
	for (const write of writes) {
		if (!written.has(write) && !refused.has(write))
			refused.set(write, applyReasons.notSent(write.sku, stoppedBy));
	}
	return { written, refused, stoppedBy };

	async function apply(): Promise<void> {
		const untracked = new Map<number, ApiFailure>();
		await switchTracking(store, switches, (productId, refusal) => {
			if (refusal === undefined) isBegun = true;
			else untracked.set(productId, refusal);
		});
		for (const [write, why] of withoutTracking(outcomes, untracked)) refused.set(write, why);
		const open = writes.filter((write) => !refused.has(write));
		const byLocation = sortBy(open, ({ locationId }) => locationId);
		await setStock(store, byLocation, reason, (write, refusal) => {
			if (refusal === undefined) written.add(write);
			else refused.set(write, applyReasons.refusedByShop(write.sku, refusal));
		});
	}
}
