import { DateTime } from 'luxon';
import type { BigCommerceClient } from '../../transport/client';
import type { OrderRow } from '../../transport/orders';
import { readMarkedOrderIds } from './importMark';

/**
 * Tells imported orders from others by their marks, which it reads for the whole store when it is first
 * asked. A mark is never older than its order, so that marks are read back to the first order where
 * that should be the oldest one: a shop with years of history has open orders of a few days.
 *
 * Orders may carry an earlier date than their number suggests, those moved in from another shop for
 * example. When the first does, that only reads more marks. When a later one does, or one that comes
 * late because it changed its status, the marks are read once more, as far back as any order can be.
 */
export class ImportedOrders {
	private marked?: Set<number>;

	/** How far back marks were read, where that is less far than `createdFrom`. */
	private readSince?: DateTime;

	/**
	 * @param createdFrom no older order is asked about
	 * @param oldestFirst orders are asked about by rising number, which BigCommerce gives as they are placed
	 */
	constructor(
		private readonly store: BigCommerceClient,
		private readonly orders: { createdFrom?: DateTime; oldestFirst: boolean },
	) {}

	async has(order: OrderRow): Promise<boolean> {
		const { createdFrom, oldestFirst } = this.orders;
		const placed = DateTime.fromRFC2822(String(order.date_created));
		if (this.marked === undefined) {
			const isLater = placed.isValid && (createdFrom === undefined || placed > createdFrom);
			this.readSince = oldestFirst && isLater ? placed : undefined;
			this.marked = await readMarkedOrderIds(this.store, { createdFrom: this.readSince ?? createdFrom });
		} else if (this.readSince !== undefined && !(placed >= this.readSince)) {
			this.readSince = undefined;
			this.marked = await readMarkedOrderIds(this.store, { createdFrom });
		}
		return this.marked.has(order.id);
	}
}
