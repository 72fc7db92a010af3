import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { SalesDocumentType } from '../../../sync/order/settings';
import type { DocumentName, ImportMark } from '../../BigCommerce/api/orderMarkValue';
import {
	claimOrders,
	markClaimed,
	putBack,
	removeMark,
	renewClaim,
	type OtherMark,
	type WantedClaim,
} from '../../BigCommerce/api/orderClaims';
import { openStore, type BigCommerceClient } from '../../BigCommerce/transport/client';
import { OtherAccounts } from './otherAccounts';

export type { DocumentName, ImportMark, OtherMark };

/** Orders that are claimed, and marked, with one request: BigCommerce documents no more for any batch. */
export const BATCH = 10;

/** An order that takes longer says that the run is still at it, long before its claim counts as left behind. */
const RENEW_AFTER_MS = 5 * 60_000;

/** An order that is about to be written, and what it is about to become. */
export interface Claimant {
	orderId: number;
	type: SalesDocumentType;
	number: string;
}

/** An order that only this run writes. */
export interface HeldClaim extends WantedClaim {
	kind: 'held';
	metafieldId: number;
	/** When it was made or renewed last. */
	at: Moment;
	/** What stood there before: the mark of a document that is not what the order says. */
	differing?: Partial<ImportMark>;
}

/** By both of this machine's clocks: one stands still while it sleeps, the other can be set. */
interface Moment {
	/** As `performance.now()` counts. */
	steady: number;
	/** As `Date.now()` counts. */
	wall: number;
}

/** An order that is not this run's to write. */
export type OthersOrder =
	/** @property forMs how long another run has been at it, where BigCommerce says so */
	{ kind: 'claimed'; forMs?: number } | { kind: 'marked'; mark: Partial<ImportMark> };

/** An order whose document is in SOS. */
export interface Written {
	orderId: number;
	mark: ImportMark;
	claim: HeldClaim;
	/** The document is not what the order says. */
	differs: boolean;
}

/** The claims and import marks of one run, in the store that its orders come from. */
export class Marking {
	private readonly run = randomUUID();

	private readonly others: OtherAccounts;

	private constructor(private readonly store: BigCommerceClient) {
		this.others = new OtherAccounts(store);
	}

	/** @throws {NodeOperationError} when the BigCommerce credential names no store */
	static async open(context: IExecuteFunctions): Promise<Marking> {
		return new Marking(await openStore(context));
	}

	/**
	 * Claims orders that are about to be written, in one request.
	 *
	 * @returns the claim of each, or why it is not this run's to write, in the order given
	 * @throws {ApiFailure} when BigCommerce takes no claims: nothing may be written then
	 */
	async claim(claimants: Claimant[]): Promise<Array<HeldClaim | OthersOrder>> {
		if (claimants.length === 0) return [];
		const wanted = claimants.map(({ orderId, type, number }) => ({
			orderId,
			claim: { type, number, run: this.run, earlier: [] },
		}));
		const at = now();
		const outcomes = await this.others.agree(wanted, await claimOrders(this.store, wanted));
		return outcomes.map((outcome, index) => {
			if (outcome.kind === 'marked') return outcome;
			if (outcome.kind === 'claimed') return { kind: 'claimed', forMs: this.ageOf(outcome.since) };
			const { orderId, claim } = wanted[index];
			const { metafieldId } = outcome;
			if (outcome.kind === 'won') return { kind: 'held', orderId, claim, metafieldId, at };
			const { differing, earlier } = outcome;
			return { kind: 'held', orderId, claim: { ...claim, earlier }, metafieldId, at, differing };
		});
	}

	private ageOf(since: number | undefined): number | undefined {
		return since === undefined ? undefined : this.store.profile.clock.now() - since;
	}

	/**
	 * Whether a claim still holds, right before the document is written.
	 *
	 * @throws {ApiFailure}
	 */
	async stillHolds(held: HeldClaim): Promise<boolean> {
		const at = now();
		const age = Math.max(at.steady - held.at.steady, at.wall - held.at.wall);
		if (age < RENEW_AFTER_MS) return true;
		const isHeld = await renewClaim(this.store, held, held.metafieldId);
		if (isHeld) held.at = at;
		return isHeld;
	}

	/**
	 * Gives an order back of which no document was written. What stood there before stands there again; and what a
	 * run that never ended may have written is known from this claim alone, so that it stays.
	 *
	 * @throws {ApiFailure}
	 */
	async giveBack(held: HeldClaim): Promise<void> {
		if (held.differing !== undefined) await putBack(this.store, held, held.differing);
		else if (held.claim.earlier.length === 0) await removeMark(this.store, held);
	}

	/**
	 * Marks orders as imported, so that no run imports them again.
	 *
	 * @returns the orders that are marked with another document meanwhile
	 * @throws {ApiFailure} what was written under a claim is found by it later
	 */
	async mark(written: Written[]): Promise<OtherMark[]> {
		const marks = written.map(({ claim: { metafieldId }, ...one }) => ({ ...one, metafieldId }));
		return await markClaimed(this.store, marks);
	}
}

function now(): Moment {
	return { steady: performance.now(), wall: Date.now() };
}
