import { DateTime } from 'luxon';
import { listMarks, MARKS_PER_PAGE, type OrderMark } from '../api/orderMarks';
import type { BigCommerceClient } from '../transport/client';

/** A single mark at the end of a page may be out of its turn. */
const LAST_MARKS = 10;

/**
 * The marks of all orders, read from the newest one on as far back as somebody asks. Whether BigCommerce turns
 * the list round is not documented: where it does not, the marks since a moment are read instead.
 */
export class MarkList {
	/** Marks made at this moment and later were read, in ms by BigCommerce's clock. */
	reachedAt = Infinity;

	/** When the newest one was made. */
	newest = 0;

	/** Pages that were read. */
	requests = 0;

	/** About the number of the order that was placed at {@link reachedAt}. */
	private reachedId = 0;

	private newestFirst?: AsyncGenerator<{ marks: OrderMark[]; isLast: boolean }>;

	private isOldestFirst = false;

	/** @param learn is given each mark that was read, also one that was read before */
	constructor(
		private readonly store: BigCommerceClient,
		private readonly learn: (mark: OrderMark) => void,
	) {}

	/** How many requests it takes to read on to the marks of an order, by how many orders there are in between. */
	pagesTo(orderId: number): number {
		if (this.reachedAt === -Infinity) return Infinity;
		return Math.max(1, Math.ceil((this.reachedId - orderId) / MARKS_PER_PAGE));
	}

	/**
	 * Reads a page more, or all marks since the moment where the list only goes the other way.
	 *
	 * @throws {ApiFailure}
	 */
	async readToward(moment: number): Promise<void> {
		if (this.isOldestFirst) return await this.readFrom(moment);
		this.newestFirst ??= listMarks(this.store, { newestFirst: true });
		const { done, value } = await this.newestFirst.next();
		if (done) {
			this.reachedAt = -Infinity;
			return;
		}
		this.take(value.marks);
		const [first, last] = [value.marks.at(0), value.marks.at(-1)];
		if (value.isLast) this.reachedAt = -Infinity;
		else if (first === undefined || last === undefined) return;
		else if (first.metafieldId < last.metafieldId) {
			this.isOldestFirst = true;
			await this.readFrom(moment);
		} else {
			this.reachedAt = Math.max(...value.marks.slice(-LAST_MARKS).map(({ createdAt }) => createdAt));
			this.reachedId = last.orderId;
		}
	}

	private async readFrom(moment: number): Promise<void> {
		for await (const { marks } of listMarks(this.store, { createdFrom: DateTime.fromMillis(moment) })) {
			this.take(marks);
			// It is about there that the orders of this moment have their numbers.
			if (this.reachedAt > moment) this.reachedId = marks.at(0)?.orderId ?? this.reachedId;
			this.reachedAt = Math.min(this.reachedAt, moment);
		}
		this.reachedAt = Math.min(this.reachedAt, moment);
	}

	private take(marks: OrderMark[]): void {
		this.requests += 1;
		for (const mark of marks) {
			this.newest = Math.max(this.newest, mark.createdAt);
			this.learn(mark);
		}
	}
}
