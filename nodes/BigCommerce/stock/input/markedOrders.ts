import { DateTime } from 'luxon';
import { readMarkedOrderIds } from '../../api/orderMarks';
import type { OrderRow } from '../../api/orders';
import type { BigCommerceClient } from '../../transport/client';

/**
 * Tells orders whose import mark was made before a moment. Marks are read when the first order is asked
 * about, and back to it: no mark is older than its order. Where a later one is older, as one moved in from
 * another shop may be, all marks are read.
 */
export class MarkedOrders {
	private ids?: Set<number>;

	/** How far back marks were read, in ms. */
	private readSince = -Infinity;

	constructor(
		private readonly store: BigCommerceClient,
		private readonly markedBefore: DateTime,
	) {}

	/** @throws {ApiFailure} */
	async has({ id, date_created }: OrderRow): Promise<boolean> {
		const placed = Date.parse(date_created);
		const isOlder = this.readSince > -Infinity && !(placed >= this.readSince);
		if (this.ids === undefined || isOlder) {
			this.readSince = isOlder || Number.isNaN(placed) ? -Infinity : placed;
			const createdFrom = Number.isFinite(this.readSince) ? DateTime.fromMillis(this.readSince) : undefined;
			this.ids = await readMarkedOrderIds(this.store, { createdFrom, markedBefore: this.markedBefore });
		}
		return this.ids.has(id);
	}
}
