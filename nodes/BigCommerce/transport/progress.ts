import { ApiFailure } from '../../shared/request/apiFailure';
import type { Noun } from '../../shared/request/noun';
import type { BigCommerceClient } from './client';

/** Watches that a list which is read page by page gets anywhere. */
export class Progress<T> {
	private readonly seen = new Set<string | number>();

	private previous: Array<string | number> = [];

	constructor(
		private readonly client: BigCommerceClient,
		private readonly noun: Noun<T>,
		private readonly subject: string,
	) {}

	/**
	 * Takes note of the next page.
	 *
	 * @throws {ApiFailure} when it has records and none that is new
	 */
	note(rows: T[]): void {
		const keys = rows.map((row) => this.noun.keyOf(row));
		const before = this.seen.size;
		for (const key of keys) this.seen.add(key);
		if (keys.length > 0 && this.seen.size === before && !this.isPushedDown(keys)) {
			throw samePageAgain(this.client, this.subject);
		}
		this.previous = keys;
	}

	/** The last rows of the page before come again where others have meanwhile been put in front of them. */
	private isPushedDown(keys: Array<string | number>): boolean {
		const tail = this.previous.slice(-keys.length);
		return keys.length < this.previous.length && keys.every((key, index) => key === tail[index]);
	}
}

/** The end of a read that would never end. */
export function samePageAgain({ context }: BigCommerceClient, subject: string): ApiFailure {
	return new ApiFailure(context.getNode(), {
		category: 'unreadable',
		message: `BigCommerce gives the same page of ${subject} again and again`,
		fix: 'Run the workflow again later. If it happens again, check that no proxy or cache answers in BigCommerce’s place, and report the message.',
	});
}
