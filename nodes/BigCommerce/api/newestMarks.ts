import { DateTime } from 'luxon';
import type { BigCommerceClient } from '../transport/client';
import { listMarks, type OrderMark } from './orderMarks';

/**
 * The newest page of the store's marks. Whether BigCommerce turns the list round is not documented: where it
 * does not, all marks since a moment come instead.
 *
 * @param since in ms by BigCommerce's clock
 * @throws {ApiFailure}
 */
export async function readNewestMarks(client: BigCommerceClient, since: number): Promise<OrderMark[]> {
	for await (const { marks, isLast } of listMarks(client, { newestFirst: true })) {
		const [first, last] = [marks.at(0), marks.at(-1)];
		if (isLast || (first !== undefined && first.metafieldId > last!.metafieldId)) return marks;
		break;
	}
	const all: OrderMark[] = [];
	for await (const { marks } of listMarks(client, { createdFrom: DateTime.fromMillis(since) })) {
		all.push(...marks);
	}
	return all;
}
