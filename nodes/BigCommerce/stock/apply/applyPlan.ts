import { chunk, sortBy } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import { notSent, refusedByShop } from '../../../../sync/stock/runReasons';
import type { StockPlanWithTracking } from '../../../../sync/stock/switchTracking';
import { ApiFailure } from '../../../shared/request/apiFailure';
import { ROWS_PER_ADJUSTMENT, setStock } from './setStock';
import type { BigCommerceClient } from '../../transport/client';
import type { StockOutcome } from '../output/outcomes';
import { switchTracking, withoutTracking } from './switchTracking';

/** What became of the writes: those that were done, and why the others were not. */
export interface Applied {
	written: Set<StockWrite>;
	refused: Map<StockWrite, Reason>;
}

export const NOTHING_APPLIED: Applied = { written: new Set(), refused: new Map() };

/**
 * Switches tracking on where the plan says so, then writes stock in batches, location by location, one
 * request at a time, as BigCommerce asks. When a request fails for good after others were done, what was
 * done stays done and the rest carries the failure as its reason.
 *
 * @throws {ApiFailure} when the first request fails, so that nothing was done at all
 */
export async function applyPlan(
	store: BigCommerceClient,
	{ switches, writes }: StockPlanWithTracking,
	outcomes: StockOutcome[],
	reason: string,
): Promise<Applied> {
	const written = new Set<StockWrite>();
	const refused = withoutTracking(outcomes, await switchTracking(store, switches));
	const batches = chunk(
		sortBy(
			writes.filter((write) => !refused.has(write)),
			({ locationId }) => locationId,
		),
		ROWS_PER_ADJUSTMENT,
	);
	const failure = await sendBatches(store, batches, reason, (write, refusal) => {
		if (refusal === undefined) written.add(write);
		else refused.set(write, refusedByShop(write.sku, refusal));
	});
	if (failure !== undefined) {
		if (written.size === 0 && refused.size === 0) throw failure;
		for (const write of writes) {
			if (!written.has(write) && !refused.has(write)) refused.set(write, notSent(write.sku, failure.message));
		}
	}
	return { written, refused };
}

/** Returns the failure that stopped it, if one did. */
async function sendBatches(
	store: BigCommerceClient,
	batches: StockWrite[][],
	reason: string,
	outcome: (write: StockWrite, refusal?: string) => void,
): Promise<ApiFailure | undefined> {
	for (const batch of batches) {
		const failure = await setStock(store, batch, reason, outcome).then(
			() => undefined,
			(error: unknown) => (error instanceof ApiFailure ? error : Promise.reject(error)),
		);
		if (failure !== undefined) return failure;
	}
	return undefined;
}
