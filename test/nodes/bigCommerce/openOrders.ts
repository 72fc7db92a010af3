import type { OrderRecord } from '../../../sandbox/shop/orders/orderRecord';
import type { OpenShop } from '../../../testing/sandbox/openShop';

const DAY_MS = 86_400_000;

/** Places orders in these statuses, in turn, and returns their numbers. They changed last a day ago. */
export function placeOrders({ server }: OpenShop, count: number, ...statusIds: number[]): number[] {
	const placed = server.addOrders(count, { totalLines: count });
	placed.forEach(({ id }, index) => {
		changeOrder({ server }, id, { status_id: statusIds[index % statusIds.length] }, Date.now() - DAY_MS);
	});
	return placed.map(({ id }) => id);
}

/** Changes an order as staff do in the control panel. */
export function changeOrder(
	{ server }: Pick<OpenShop, 'server'>,
	id: number,
	fields: Partial<OrderRecord['fields']>,
	modifiedAt = Date.now(),
): void {
	const { orders } = server.state;
	orders.update(id, { fields: { ...orders.get(id)!.fields, ...fields }, modifiedAt });
}

/** Does something right before the store answers each list of orders, which are counted from 1. */
export function beforeLists({ server }: OpenShop, work: (list: number) => void): jest.SpyInstance {
	const { orders } = server.state;
	const values = orders.values.bind(orders);
	let list = 0;
	return jest.spyOn(orders, 'values').mockImplementation(() => {
		work(++list);
		return values();
	});
}
