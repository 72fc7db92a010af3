import type { OrderMark } from '../api/orderMarks';
import type { BigCommerceClient } from '../transport/client';
import { IdSet } from './idSet';

/** A mark that was taken off shows in no list: after this time the marks are read afresh. */
const OLDEST_MS = 3 * 3_600_000;

/** For marks written in the hours before, it is known when: stock figures are never older. */
const TIMES_KNOWN_MS = 6 * 3_600_000;

/** What a process knows of one store's marks. Cheap to lose. */
export class MarkMemory {
	/** Orders that are marked. */
	readonly marked = new IdSet();

	/** Those of them whose document is not what the order says. */
	readonly differing = new Set<number>();

	/** Orders that were asked for by themselves and had nothing in the mark's place. */
	readonly unmarked = new IdSet();

	/** Orders that had a claim when they were last seen; it may be a mark by now. */
	readonly claimed = new Set<number>();

	/** When marks were written that are not older than {@link timesFrom}, in ms by BigCommerce's clock. */
	private readonly writtenAt = new Map<number, number>();

	/** All marks are known of orders placed after this moment, in ms by BigCommerce's clock. */
	completeFrom = Infinity;

	/** When the newest mark or claim was made that is known; undefined as long as none was read. */
	newest?: number;

	private readonly bornAt = performance.now();

	constructor(readonly timesFrom: number) {}

	get isOld(): boolean {
		return performance.now() - this.bornAt > OLDEST_MS;
	}

	learn({ orderId, value, writtenAt }: OrderMark): void {
		this.unmarked.delete(orderId);
		if (value.kind === 'claimed') {
			this.claimed.add(orderId);
			return;
		}
		this.claimed.delete(orderId);
		this.marked.add(orderId);
		if (value.kind === 'differing') this.differing.add(orderId);
		else this.differing.delete(orderId);
		if (writtenAt >= this.timesFrom) this.writtenAt.set(orderId, writtenAt);
	}

	/** Takes note of an order that was asked for and has nothing in the mark's place. */
	learnNone(orderId: number): void {
		this.marked.delete(orderId);
		this.differing.delete(orderId);
		this.claimed.delete(orderId);
		this.writtenAt.delete(orderId);
		this.unmarked.add(orderId);
	}

	/** @param before counts only marks written earlier, in ms by BigCommerce's clock; not before `timesFrom` */
	isMarked(orderId: number, before = Infinity): boolean {
		return this.marked.has(orderId) && (this.writtenAt.get(orderId) ?? -Infinity) < before;
	}
}

/** By the budget of the credential, which lives as long as the process. */
const memories = new WeakMap<object, MarkMemory>();

/**
 * What is known of the marks of a store, shared by all executions of this process.
 *
 * @param timesFrom from when on it must be known when a mark was written, in ms by BigCommerce's clock
 */
export function markMemory({ profile }: BigCommerceClient, timesFrom = Infinity): MarkMemory {
	const known = memories.get(profile.budget);
	if (known !== undefined && !known.isOld && known.timesFrom <= timesFrom) return known;
	const fresh = new MarkMemory(Math.min(timesFrom, profile.clock.now() - TIMES_KNOWN_MS));
	memories.set(profile.budget, fresh);
	return fresh;
}

/** To be called when a mark was taken off an order. */
export function forgetMark({ profile }: BigCommerceClient, orderId: number): void {
	memories.get(profile.budget)?.learnNone(orderId);
}
