import { isEqual, maxBy, minBy, partition, uniqWith } from 'lodash';
import { pause } from '../../shared/request/pause';
import { cancelSignal } from '../../shared/request/send';
import { inLanes } from '../../shared/run/inLanes';
import {
	documentsOf,
	putBack,
	removeMark,
	type ClaimOutcome,
	type WantedClaim,
} from '../../BigCommerce/api/orderClaims';
import { readNewestMarks } from '../../BigCommerce/api/newestMarks';
import {
	isFreshClaim,
	LAGGING_READS,
	readMark,
	readMarks,
	STALE_CLAIM_MS,
	type OrderMark,
} from '../../BigCommerce/api/orderMarks';
import type { BigCommerceClient } from '../../BigCommerce/transport/client';

/** An account that has written no mark for so long, by BigCommerce's clock, imports no orders. */
const AWAY_MS = 24 * 3_600_000;

/** A run that is alone looks again whether it still is; what comes new waits so long for it to have looked. */
const LOOK_EVERY_MS = 20_000;

/** Orders that are read at a time. */
const LANES = 3;

/** A claim that this run has made. */
type OwnClaim = Pick<OrderMark, 'orderId' | 'metafieldId'>;

/**
 * Sees to it that of the runs under several API accounts of a store one writes each order: BigCommerce lets
 * each account make a claim of its own. Runs claim first and then look, so that of two the one that claimed
 * later sees the other's claim, and gives way. Where no other account marks orders, that takes a request now
 * and then.
 */
export class OtherAccounts {
	private areAround = false;

	/** As `performance.now()` counts. */
	private lookedAt = -Infinity;

	/** Another run may not have looked since this one began: its claims count, also those made later. */
	private givesWay = false;

	constructor(private readonly store: BigCommerceClient) {}

	/**
	 * Gives back what another account is importing or has imported. Nothing may be written before.
	 *
	 * @param outcomes of claiming under the own account
	 * @returns the same, with what the other accounts' marks and claims say
	 * @throws {ApiFailure}
	 */
	async agree(wanted: WantedClaim[], outcomes: ClaimOutcome[]): Promise<ClaimOutcome[]> {
		const own = outcomes.flatMap((outcome, index): OwnClaim | [] =>
			isOwn(outcome) ? { orderId: wanted[index].orderId, metafieldId: outcome.metafieldId } : [],
		);
		if (own.length > 0 && !this.areAround) await this.lookAround(own);
		if (own.length === 0 || !this.areAround) return outcomes;
		const agreed = await inLanes(outcomes, LANES, async (outcome, index) =>
			isOwn(outcome) ? await this.agreeOn(wanted[index].orderId, outcome) : outcome,
		);
		this.givesWay = false;
		return agreed;
	}

	private async lookAround(own: OwnClaim[]): Promise<void> {
		const isFirst = this.lookedAt === -Infinity;
		if (performance.now() - this.lookedAt < LOOK_EVERY_MS) return;
		this.lookedAt = performance.now();
		const newest = maxBy(own, 'metafieldId')!;
		const marks = await this.readNewest(newest);
		const shown = marks.find(({ metafieldId }) => metafieldId === newest.metafieldId);
		const { owner } = shown ?? (await readMark(this.store, newest));
		const [ours, others] = partition(marks, (mark) => mark.owner === owner);
		// Where BigCommerce does not say whose a mark is, nobody can tell that the run is alone.
		this.areAround = owner === undefined || others.some((mark) => this.ageOf(mark) < AWAY_MS);
		const first = minBy(own, 'metafieldId')!;
		if (isFirst && this.areAround && this.comesUnseen(first, ours, others)) {
			await pause(LOOK_EVERY_MS, cancelSignal(this.store.context));
			this.givesWay = true;
		}
	}

	/** Whether a run may be going on that was alone when it looked last, and has not seen this one's first claim. */
	private comesUnseen({ metafieldId: first }: OwnClaim, ours: OrderMark[], others: OrderMark[]): boolean {
		const before = (mark: OrderMark) => mark.metafieldId < first;
		const isKnown = ours.some((mark) => before(mark) && this.ageOf(mark) > 2 * LOOK_EVERY_MS);
		return !isKnown && others.some((mark) => before(mark) && this.ageOf(mark) < STALE_CLAIM_MS);
	}

	/** Once they show a claim, unless that takes too long. */
	private async readNewest({ metafieldId }: OwnClaim): Promise<OrderMark[]> {
		let marks: OrderMark[] = [];
		await this.untilShown(
			async () => (marks = await readNewestMarks(this.store, this.store.profile.clock.now() - AWAY_MS)),
			() => marks.some((mark) => mark.metafieldId === metafieldId),
		);
		return marks;
	}

	private async agreeOn(orderId: number, outcome: OwnOutcome): Promise<ClaimOutcome> {
		const { metafieldId } = outcome;
		let marks: OrderMark[] = [];
		const isShown = await this.untilShown(
			async () => (marks = await readMarks(this.store, orderId)),
			() => marks.some((mark) => mark.metafieldId === metafieldId),
		);
		const others = marks.filter((mark) => mark.metafieldId !== metafieldId);
		const verdict = this.verdictOf(metafieldId, others);
		// A list that does not even show the own claim cannot say that nobody else has one.
		const given: ClaimOutcome | undefined = verdict ?? (isShown ? undefined : { kind: 'claimed' });
		if (given !== undefined) {
			await this.giveBack(orderId, outcome, given.kind === 'marked');
			return given;
		}
		const before = outcome.kind === 'takenOver' ? outcome.earlier : [];
		const left = others.filter((mark) => !isFreshClaim(this.store, mark));
		const earlier = uniqWith([...before, ...left.flatMap(documentsOf)], isEqual);
		return earlier.length === 0 ? outcome : { ...outcome, kind: 'takenOver', earlier };
	}

	/** What a run that never ended may have written is known from the own claim alone: it stays, unless the order is marked. */
	private async giveBack(orderId: number, outcome: OwnOutcome, isMarked: boolean): Promise<void> {
		const claim = { orderId, metafieldId: outcome.metafieldId };
		if (isMarked || outcome.kind === 'won') await removeMark(this.store, claim);
		else if (outcome.differing !== undefined) await putBack(this.store, claim, outcome.differing);
	}

	/** Undefined where the order is this run's to write. */
	private verdictOf(metafieldId: number, others: OrderMark[]): ClaimOutcome | undefined {
		for (const { value } of others) if (value.kind === 'marked') return { kind: 'marked', mark: value.mark };
		const claim = others.find(
			(mark) => isFreshClaim(this.store, mark) && (this.givesWay || mark.metafieldId < metafieldId),
		);
		return claim && { kind: 'claimed', since: claim.writtenAt };
	}

	/** Reads again what does not show the own claim yet: what it leaves out, others may have claimed. */
	private async untilShown(read: () => Promise<unknown>, isShown: () => boolean): Promise<boolean> {
		for (let reads = 1; ; reads++) {
			await read();
			if (isShown() || reads === LAGGING_READS) return isShown();
			await pause(this.store.profile.firstWaitMs * reads, cancelSignal(this.store.context));
		}
	}

	private ageOf({ writtenAt }: OrderMark): number {
		return this.store.profile.clock.now() - writtenAt;
	}
}

type OwnOutcome = Extract<ClaimOutcome, { metafieldId: number }>;

function isOwn(outcome: ClaimOutcome): outcome is OwnOutcome {
	return 'metafieldId' in outcome;
}
