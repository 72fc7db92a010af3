import type { StockWrite } from '../../../sync/stock/stockPlan';
import type { ApiFailure } from '../../shared/request/apiFailure';
import type { Noun } from '../../shared/request/noun';
import { settle } from '../../shared/request/settle';
import { record, text } from '../../shared/request/shape';
import { call, type BigCommerceClient } from '../transport/client';
import { bare } from '../transport/envelope';
import { namedRows } from './namedRows';

/** BigCommerce takes no more rows in one request. */
export const ROWS_PER_ADJUSTMENT = 2000;

/** What BigCommerce says to rows that it did not set. */
export interface AdjustmentRefusal {
	failure: ApiFailure;
	/** Its own words. */
	words: string;
	/** The rows that these name; empty where they name none that was sent. */
	named: StockWrite[];
	/** There were too many rows for one request. */
	isTooLarge: boolean;
}

const receipt: Noun<{ transaction_id: string }> = {
	words: 'inventory adjustment',
	shape: record({ transaction_id: text }),
	keyOf: ({ transaction_id }) => transaction_id,
};

/** The answers that are about the rows. Any other concerns the store: locked, over its plan's limits, no access. */
const ABOUT_ROWS = new Set(['400', '422']);

/**
 * Sets stock with one request; BigCommerce takes all of its rows or none. Absolute figures may be sent
 * twice, so a lost answer is asked for again.
 *
 * @param writes at most {@link ROWS_PER_ADJUSTMENT}; BigCommerce wants one request at a time
 * @param reason shown by BigCommerce in the history of the item
 * @returns undefined when all were set
 * @throws {ApiFailure} when it is not the rows that are the matter
 */
export async function adjustStock(
	store: BigCommerceClient,
	writes: StockWrite[],
	reason: string,
): Promise<AdjustmentRefusal | undefined> {
	const items = writes.map(({ locationId, identity, after }) => ({
		location_id: locationId,
		...identity,
		quantity: after,
	}));
	const { failure } = await settle(
		call(store, bare(receipt), {
			method: 'PUT',
			path: '/v3/inventory/adjustments/absolute',
			body: { reason, items },
			repeatable: true,
			subject: `the stock of ${writes.length === 1 ? `SKU ${writes[0].sku}` : `${writes.length} SKUs`}`,
		}),
	);
	if (failure === undefined) return undefined;
	const isTooLarge = failure.category === 'tooLarge';
	if (!isTooLarge && !ABOUT_ROWS.has(failure.httpCode ?? '')) throw failure;
	return {
		failure,
		words: failure.apiMessage || failure.message,
		named: isTooLarge ? [] : namedRows(failure.apiMessage, writes),
		isTooLarge,
	};
}
