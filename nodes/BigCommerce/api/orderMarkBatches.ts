import { chunk } from 'lodash';
import type { FailureCategory } from '../../shared/request/apiFailure';
import { inLanes } from '../../shared/run/inLanes';
import { settle } from '../../shared/request/settle';
import { call, type BigCommerceClient } from '../transport/client';
import { whole } from '../transport/envelope';
import { markBody, type ImportMark } from './orderMarkValue';
import { writtenMetafield, type MarkResult } from './orderMarks';

/** How many metafields fit in one request is not documented; this is the smallest of BigCommerce's other batch limits. */
const BATCH = 10;

/** Requests under way at a time: BigCommerce answers these more slowly than it lets them be asked. */
const LANES = 3;

/** Refusals that say something about orders in the batch, not about batches. */
const CONCERNS_ONE_BATCH = new Set<FailureCategory>(['conflict', 'invalid']);

/** An order and what it became. */
export interface WantedMark {
	orderId: number;
	mark: ImportMark;
}

/**
 * Marks many orders with a tenth of the requests. What is missing from the result has to be marked by
 * itself, which also tells why: a batch is given up at the first refusal, such as an order in it that is
 * marked already, and all batches are when BigCommerce refuses one as a whole. An order that comes twice
 * is marked here once at most.
 *
 * @param readers each gives one mark when its batch has its turn, so that BigCommerce answers while n8n
 * works out the next ones; or nothing, for an order that cannot be marked
 */
export async function markInBatches(
	client: BigCommerceClient,
	readers: Array<() => WantedMark | undefined>,
): Promise<Map<WantedMark, MarkResult>> {
	const marked = new Map<WantedMark, MarkResult>();
	if (readers.length < 2) return marked;
	let refusesBatches = false;
	await inLanes(chunk(readers, BATCH), LANES, async (some) => {
		const batch = refusesBatches ? [] : some.flatMap((read) => read() ?? []);
		const results = await markBatch(client, batch);
		if ('refused' in results) refusesBatches ||= !CONCERNS_ONE_BATCH.has(results.refused);
		else for (const [one, result] of results) marked.set(one, result);
	});
	return marked;
}

async function markBatch(
	client: BigCommerceClient,
	batch: WantedMark[],
): Promise<Map<WantedMark, MarkResult> | { refused: FailureCategory }> {
	const marked = new Map<WantedMark, MarkResult>();
	if (batch.length === 0) return marked;
	const sent = await settle(
		call(client, whole(writtenMetafield), {
			method: 'POST',
			path: '/v3/orders/metafields',
			body: batch.map(({ orderId, mark }) => ({ resource_id: orderId, ...markBody(mark) })),
			repeatable: true,
			subject: 'the marks of imported orders',
		}),
	);
	if (sent.failure !== undefined) return { refused: sent.failure.category };
	for (const { id, resource_id } of sent.value) {
		const one = batch.find(({ orderId }) => orderId === resource_id);
		if (one) marked.set(one, { mark: one.mark, metafieldId: id, alreadyMarked: false });
	}
	return marked;
}
