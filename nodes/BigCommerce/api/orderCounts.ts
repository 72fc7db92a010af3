import type { QueryValue } from '../../shared/request/apiProfile';
import { list, record, wholeNumber, type Shaped } from '../../shared/request/shape';
import { settle } from '../../shared/request/settle';
import { call, type BigCommerceClient } from '../transport/client';
import type { Expected } from '../transport/envelope';
import { ORDERS } from './orders';

const countsShape = record({ statuses: list(record({ id: wholeNumber, count: wholeNumber })) });

/** Whatever comes is taken, and counts where it is as documented: it only saves requests, and must cost none. */
const counts: Expected<Shaped<typeof countsShape>> = {
	flawsAt: () => () => undefined,
	read: (_, body) =>
		countsShape.flawIn(body) === undefined ? (body as Shaped<typeof countsShape>) : { statuses: [] },
};

/**
 * How many orders there are in each status, in one request for all. Whether the counts heed each filter is not
 * documented: they can be more than a list has.
 *
 * @param query BigCommerce's own filters
 * @returns by status ID; empty where BigCommerce does not say
 */
export async function readOrderCounts(
	client: BigCommerceClient,
	query: Record<string, QueryValue>,
): Promise<Map<number, number>> {
	const request = {
		method: 'GET' as const,
		path: `${ORDERS}/count`,
		query,
		subject: 'the number of orders in each status',
	};
	const answer = await settle(call(client, counts, request));
	// What is really wrong the list itself tells.
	const { statuses } = answer.failure === undefined ? answer.value : { statuses: [] };
	return new Map(statuses.map(({ id, count }) => [id, count]));
}
