import type { StockWrite } from '../../../../sync/stock/stockPlan';
import { adjustStock, ROWS_PER_ADJUSTMENT } from '../../api/stockAdjustments';
import type { BigCommerceClient } from '../../transport/client';
import { RefusedBatch, type RowOutcome } from './refusedBatch';

/**
 * Sets stock in as few requests as BigCommerce takes, one after the other. Where it refuses rows, those
 * are left out and the rest is sent again; where it says that a request is too large, smaller ones follow.
 *
 * @throws {ApiFailure} when it is not the rows that are the matter; rows without an outcome are not set
 */
export async function setStock(
	store: BigCommerceClient,
	writes: StockWrite[],
	reason: string,
	outcome: RowOutcome,
): Promise<void> {
	let size = ROWS_PER_ADJUSTMENT;
	for (let start = 0; start < writes.length;) {
		const batch = writes.slice(start, start + size);
		const refusal = await adjustStock(store, batch, reason);
		if (refusal?.isTooLarge) {
			if (batch.length === 1) throw refusal.failure;
			size = Math.ceil(batch.length / 2);
			continue;
		}
		if (refusal === undefined) batch.forEach((write) => outcome(write));
		else await new RefusedBatch((rows) => adjustStock(store, rows, reason), outcome).sendRest(batch, refusal);
		start += batch.length;
	}
}
