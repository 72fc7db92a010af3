import type { Noun } from '../../shared/request/noun';
import { optional, record, text, wholeNumber, type Shaped } from '../../shared/request/shape';
import { call, type BigCommerceClient } from '../transport/client';
import { whole } from '../transport/envelope';

const statusShape = record({ id: wholeNumber, name: text, custom_label: optional(text) });

export type OrderStatus = Shaped<typeof statusShape>;

const orderStatus: Noun<OrderStatus> = {
	words: 'order status',
	plural: 'order statuses',
	shape: statusShape,
	keyOf: ({ id }) => id,
};

/**
 * Every status an order can have, with the labels that the store gave them.
 *
 * @throws {ApiFailure}
 */
export async function readOrderStatuses(client: BigCommerceClient): Promise<OrderStatus[]> {
	return await call(client, whole(orderStatus), {
		method: 'GET',
		path: '/v2/order_statuses',
		subject: 'the list of order statuses',
	});
}
