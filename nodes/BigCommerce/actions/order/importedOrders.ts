import { DateTime } from 'luxon';
import type { BigCommerceClient } from '../../transport/client';
import { readMarkedOrderIds } from '../../api/orderMarks';
import type { OrderRow } from '../../api/orders';

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

	/** How far back marks were read, in milliseconds, where that is less far than `createdFrom`. */
	private readSince?: number;

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
		// In milliseconds, and without luxon, which is slow at dates of this kind.
		const placed = Date.parse(order.date_created);
		if (this.marked === undefined) {
			const isLater = placed > (createdFrom?.toMillis() ?? -Infinity);
			this.readSince = oldestFirst && isLater ? placed : undefined;
			this.marked = await this.readMarks();
		} else if (this.readSince !== undefined && !(placed >= this.readSince)) {
			this.readSince = undefined;
			this.marked = await this.readMarks();
		}
		return this.marked.has(order.id);
	}

	private async readMarks(): Promise<Set<number>> {
		const since =
			this.readSince === undefined ? this.orders.createdFrom : DateTime.fromMillis(this.readSince);
		return await readMarkedOrderIds(this.store, { createdFrom: since, withFreshClaims: true });
	}
}
