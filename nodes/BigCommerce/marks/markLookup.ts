import { orderBy } from 'lodash';
import { inLanes } from '../../shared/run/inLanes';
import { inPortions } from '../../shared/run/inPortions';
import { isFreshClaim, readMarks, type OrderMark } from '../api/orderMarks';
import type { OrderRow } from '../api/orders';
import type { BigCommerceClient } from '../transport/client';
import { MarkList } from './markList';
import { markMemory, type MarkMemory } from './markMemory';

/** What is asked about orders. */
export interface MarkQuestion {
	/** Leaves out marks that were written later, in ms by BigCommerce's clock. */
	markedBefore?: number;
	/**
	 * Whether orders count that need no import, rather than those that have a document: also those that a run
	 * is importing at the moment, and not those whose document differs from them.
	 */
	forImport?: boolean;
}

/** What was made this long before the newest mark is looked at again: a list may show marks late. */
const OVERLAP_MS = 10 * 60_000;

/** BigCommerce gives times to the second, and numbers its metafields nearly in the order of their times. */
const MARGIN_MS = 60_000;

/** Requests for single orders that are under way at a time. */
const LANES = 3;

/**
 * Tells imported orders from others, in few requests also where a store has hundreds of thousands of marks and
 * an open order of last year. BigCommerce lists the marks of all orders, or that of one. What was found out
 * stays in the memory of the process, so that a later run reads what was marked since: a request, as a rule.
 * For orders that nothing is known of, either the list is read back to when they were placed, since no mark is
 * older than its order, or they are asked for one by one, whichever takes fewer requests.
 */
export class MarkLookup {
	private readonly memory: MarkMemory;

	private readonly list: MarkList;

	private refreshed?: Promise<void>;

	/** Claims that were seen in this run. */
	private readonly claims = new Map<number, OrderMark>();

	/** How many orders were asked for one by one. */
	private asked = 0;

	constructor(
		private readonly store: BigCommerceClient,
		private readonly question: MarkQuestion = {},
	) {
		this.memory = markMemory(store, question.markedBefore);
		this.list = new MarkList(store, (mark) => this.learn(mark));
	}

	/**
	 * The numbers of those orders that are imported.
	 *
	 * @throws {ApiFailure}
	 */
	async importedAmong(orders: OrderRow[]): Promise<Set<number>> {
		if (orders.length > 0) {
			await (this.refreshed ??= this.refresh());
			await this.findOut(orders);
		}
		return new Set(orders.map(({ id }) => id).filter((id) => this.counts(id)));
	}

	private counts(orderId: number): boolean {
		const { markedBefore, forImport = false } = this.question;
		if (this.memory.isMarked(orderId, markedBefore)) return !forImport || !this.memory.differing.has(orderId);
		const claim = this.claims.get(orderId);
		return forImport && claim !== undefined && isFreshClaim(this.store, claim);
	}

	/** Reads what was marked since the run before; the first one reads a page. */
	private async refresh(): Promise<void> {
		const { newest } = this.memory;
		const from = (newest ?? this.store.profile.clock.now()) - OVERLAP_MS;
		do await this.list.readToward(from);
		while (newest !== undefined && this.list.reachedAt > from);
		this.memory.newest = Math.max(this.list.newest, newest ?? 0);
		this.noteReach();
	}

	/** What is known from now on counts only since the list was read from its newest mark to here. */
	private noteReach(): void {
		this.memory.completeFrom = Math.min(this.memory.completeFrom, this.list.reachedAt + MARGIN_MS);
	}

	private learn(mark: OrderMark): void {
		this.memory.learn(mark);
		if (mark.value.kind === 'claimed') this.claims.set(mark.orderId, mark);
		else this.claims.delete(mark.orderId);
	}

	private async findOut(orders: OrderRow[]): Promise<void> {
		for (let unknown = this.unknownOf(orders); unknown.length > 0; unknown = this.unknownOf(unknown)) {
			const moment = this.worthReadingTo(unknown);
			if (moment === undefined) return await this.ask(unknown);
			await this.list.readToward(moment);
			this.noteReach();
		}
	}

	private unknownOf(orders: OrderRow[]): OrderRow[] {
		return orders.filter((order) => !this.isKnown(order));
	}

	private isKnown(order: OrderRow): boolean {
		const { memory, claims, list } = this;
		const { id } = order;
		if (memory.marked.has(id) || claims.has(id)) return true;
		const placed = placedAt(order);
		// A claim of an earlier run may be a mark by now, or gone: the list would have shown it.
		if (memory.claimed.has(id)) return placed > list.reachedAt + MARGIN_MS;
		return memory.unmarked.has(id) || placed > memory.completeFrom;
	}

	/**
	 * To which moment the list is to be read on before the orders left are asked for one by one. Orders come in
	 * several portions: what was spent on single ones so far speaks for the list.
	 *
	 * @returns undefined where asking for all of them takes the fewest requests
	 */
	private worthReadingTo(orders: OrderRow[]): number | undefined {
		const alone = orders.length + this.asked;
		// The estimate may be wrong for as long as there are more marks than orders.
		if (this.list.requests > 2 * alone + 2) return undefined;
		const newestFirst = orderBy(orders, (order) => placedAt(order), 'desc');
		let best: { cost: number; moment?: number } = { cost: alone };
		for (const [index, order] of newestFirst.entries()) {
			const cost = this.list.pagesTo(order.id) + (orders.length - 1 - index);
			if (cost < best.cost) best = { cost, moment: placedAt(order) - MARGIN_MS - 1 };
		}
		return best.moment;
	}

	private async ask(orders: OrderRow[]): Promise<void> {
		this.asked += orders.length;
		await inLanes(orders, LANES, async ({ id }) => {
			const [mark] = await readMarks(this.store, id);
			if (mark === undefined) this.memory.learnNone(id);
			else this.learn(mark);
		});
	}
}

/** Of the orders those that are not imported, in their order and while they are read. */
export async function* notImported(
	store: BigCommerceClient,
	orders: AsyncIterable<OrderRow>,
	question: MarkQuestion & { portion?: number } = {},
): AsyncGenerator<OrderRow> {
	const lookup = new MarkLookup(store, question);
	const { portion = LARGEST_PORTION } = question;
	for await (const some of inPortions(orders, Math.min(portion, LARGEST_PORTION))) {
		const imported = await lookup.importedAmong(some);
		yield* some.filter(({ id }) => !imported.has(id));
	}
}

/** As many as come in one page with their lines. */
const LARGEST_PORTION = 100;

/** In ms, and NaN for a date that cannot be read; without luxon, which is slow at dates of this kind. */
function placedAt({ date_created }: OrderRow): number {
	return Date.parse(date_created);
}
