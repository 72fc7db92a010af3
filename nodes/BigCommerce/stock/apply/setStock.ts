import type { StockWrite } from '../../../../sync/stock/stockPlan';
import { ApiFailure } from '../../../shared/request/apiFailure';
import type { Noun } from '../../../shared/request/noun';
import { record, text } from '../../../shared/request/shape';
import { callUnless, type BigCommerceClient } from '../../transport/client';
import { bare } from '../../transport/envelope';
import { refusedRows } from '../../api/refusedRows';

/** BigCommerce takes no more rows in one request. */
export const ROWS_PER_ADJUSTMENT = 2000;

const adjustment: Noun<{ transaction_id: string }> = {
	words: 'inventory adjustment',
	shape: record({ transaction_id: text }),
	keyOf: ({ transaction_id }) => transaction_id,
};

/** Takes the outcome of each row: no words when it was set, BigCommerce's own when it was refused. */
export type RowOutcome = (write: StockWrite, refusal?: string) => void;

/**
 * Sets stock with one request. BigCommerce refuses the whole request for one bad row; then the rows
 * it names are left out and the rest is sent again, or, where it names none that was sent, the rows
 * are sent in halves. Absolute figures may be sent twice, so lost answers are asked for again.
 *
 * @param writes at most {@link ROWS_PER_ADJUSTMENT}, of one run: BigCommerce wants one request at a time
 * @throws {ApiFailure} when it is not the rows that are the matter; rows without an outcome are not set
 */
export async function setStock(
	client: BigCommerceClient,
	writes: StockWrite[],
	reason: string,
	outcome: RowOutcome,
): Promise<void> {
	const refusal = await adjust(client, writes, reason);
	if (refusal === undefined) return writes.forEach((write) => outcome(write));

	const named = refusal.category === 'invalid' ? refusedRows(refusal.apiMessage, writes) : [];
	if (named.length > 0 || writes.length === 1) {
		const refused = new Set(named.length > 0 ? named : writes);
		refused.forEach((write) => outcome(write, refusal.apiMessage || refusal.message));
		const rest = writes.filter((write) => !refused.has(write));
		if (rest.length > 0) await setStock(client, rest, reason, outcome);
		return;
	}
	const half = Math.ceil(writes.length / 2);
	await setStock(client, writes.slice(0, half), reason, outcome);
	await setStock(client, writes.slice(half), reason, outcome);
}

/** The refusal when rows were refused, undefined when all were set. */
async function adjust(
	client: BigCommerceClient,
	writes: StockWrite[],
	reason: string,
): Promise<ApiFailure | undefined> {
	const items = writes.map(({ locationId, identity, after }) => ({
		location_id: locationId,
		...identity,
		quantity: after,
	}));
	const request = {
		method: 'PUT' as const,
		path: '/v3/inventory/adjustments/absolute',
		body: { reason, items },
		repeatable: true,
		subject: `the stock of ${writes.length === 1 ? `SKU ${writes[0].sku}` : `${writes.length} SKUs`}`,
	};
	const answer = await callUnless(client, bare(adjustment), request, ['invalid', 'tooLarge']);
	return answer instanceof ApiFailure ? answer : undefined;
}
