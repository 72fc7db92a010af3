import { isEqual, uniqWith } from 'lodash';
import type { FailureCategory } from '../../shared/request/apiFailure';
import { settle } from '../../shared/request/settle';
import { call, type BigCommerceClient } from '../transport/client';
import { nothing, one, whole } from '../transport/envelope';
import {
	claimBody,
	differingBody,
	markBody,
	type DocumentName,
	type ImportClaim,
	type ImportMark,
} from './orderMarkValue';
import {
	putMark,
	isFreshClaim,
	markOrder,
	readMarksAfterConflict,
	writtenMetafield,
	type OrderMark,
} from './orderMarks';

/** An order that a run is about to write. */
export interface WantedClaim {
	orderId: number;
	claim: ImportClaim;
}

export type ClaimOutcome =
	/** No other run writes the order from here on. */
	| { kind: 'won'; metafieldId: number }
	/** Another run is at it; since when, in ms by BigCommerce's clock, where BigCommerce shows it. */
	| { kind: 'claimed'; since?: number }
	/** It is imported. */
	| { kind: 'marked'; mark: Partial<ImportMark> }
	/** A run that never ended was at it: what it was about to write must be looked for before anything is. */
	| {
			kind: 'takenOver';
			metafieldId: number;
			earlier: DocumentName[];
			/** The mark that stood there, of a document that is not what the order says. */
			differing?: Partial<ImportMark>;
	  };

/** Refusals of a batch that say something about orders in it, not about batches or the account. */
const CONCERNS_ORDERS = new Set<FailureCategory>(['conflict', 'invalid']);

/** Refusals that say that this store takes no batches; one order at a time it may. */
const CONCERNS_BATCHES = new Set<FailureCategory>(['notFound', 'tooLarge']);

/**
 * Claims orders with one request, so that exactly one run writes each. Only where one of them is claimed or
 * marked already does it go one by one.
 *
 * @returns the outcome for each order, in the order given
 * @throws {ApiFailure} when BigCommerce lets nobody claim: nothing may be written then
 */
export async function claimOrders(client: BigCommerceClient, wanted: WantedClaim[]): Promise<ClaimOutcome[]> {
	if (wanted.length > 1) {
		const body = wanted.map(({ orderId, claim }) => ({ resource_id: orderId, ...claimBody(claim) }));
		const written = await inOneRequest(client, 'POST', body);
		const idOf = new Map(written?.map(({ id, resource_id }) => [resource_id, id]));
		if (wanted.every(({ orderId }) => idOf.has(orderId))) {
			return wanted.map(({ orderId }) => ({ kind: 'won', metafieldId: idOf.get(orderId)! }));
		}
	}
	const outcomes: ClaimOutcome[] = [];
	for (const one of wanted) outcomes.push(await claimOrder(client, one));
	return outcomes;
}

async function claimOrder(client: BigCommerceClient, { orderId, claim }: WantedClaim): Promise<ClaimOutcome> {
	const written = await settle(makeClaim(client, orderId, claim));
	if (written.failure === undefined) return { kind: 'won', metafieldId: written.value };
	if (written.failure.category !== 'conflict') throw written.failure;
	const found = await readMarksAfterConflict(client, orderId);
	for (const { metafieldId, value } of found) {
		if (value.kind === 'marked') return { kind: 'marked', mark: value.mark };
		if (value.kind === 'claimed' && value.claim.run === claim.run) return { kind: 'won', metafieldId };
	}
	const fresh = found.find((mark) => isFreshClaim(client, mark));
	if (fresh !== undefined || found.length === 0) return { kind: 'claimed', since: fresh?.writtenAt };
	return await takeOver(client, { orderId, claim }, found);
}

/**
 * Deletes what a run left that never ended, or wrote another document than the order says, and claims anew:
 * of several runs that do so one wins. The new claim keeps what the old one said, should this run not end either.
 *
 * @param old one for each API account; those of other accounts cannot be deleted and do not stand in the way
 */
async function takeOver(
	client: BigCommerceClient,
	{ orderId, claim }: WantedClaim,
	old: OrderMark[],
): Promise<ClaimOutcome> {
	for (const mark of old) {
		const { failure } = await settle(removeMark(client, mark));
		if (failure !== undefined && failure.category !== 'permission') throw failure;
	}
	const earlier = uniqWith(old.flatMap(documentsOf), isEqual);
	const written = await settle(makeClaim(client, orderId, { ...claim, earlier }));
	if (written.failure === undefined) {
		const differing = old.map(differingMark).find((mark) => mark !== undefined);
		return { kind: 'takenOver', metafieldId: written.value, earlier, differing };
	}
	if (written.failure.category === 'conflict') return { kind: 'claimed' };
	throw written.failure;
}

/** The documents that may be there by what stands in the mark's place. */
export function documentsOf({ value }: OrderMark): DocumentName[] {
	if (value.kind !== 'claimed') {
		const { type = '', number = '', id } = value.mark;
		return [{ type, number, id }];
	}
	const { type, number, earlier } = value.claim;
	return [...earlier, { type, number }];
}

function differingMark({ value }: OrderMark): Partial<ImportMark> | undefined {
	return value.kind === 'differing' ? value.mark : undefined;
}

async function makeClaim(client: BigCommerceClient, orderId: number, claim: ImportClaim): Promise<number> {
	const { id } = await call(client, one(writtenMetafield), {
		method: 'POST',
		path: `/v3/orders/${orderId}/metafields`,
		body: claimBody(claim),
		// If the answer is lost the second request finds the claim of the first.
		repeatable: true,
		subject: `the claim of order ${orderId}`,
	});
	return id;
}

/**
 * Says that the run is still at an order, for one that takes long.
 *
 * @returns false when another run has taken it over: nothing may be written
 * @throws {ApiFailure}
 */
export async function renewClaim(
	client: BigCommerceClient,
	{ orderId, claim }: WantedClaim,
	metafieldId: number,
): Promise<boolean> {
	const body = claimBody({ ...claim, renewed: new Date(client.profile.clock.now()).toISOString() });
	const renewed = await settle(putMark(client, { orderId, metafieldId }, body));
	if (renewed.failure !== undefined && renewed.failure.category !== 'notFound') throw renewed.failure;
	return renewed.failure === undefined;
}

/** An order of which a document was written under a claim. */
export interface ClaimedMark {
	orderId: number;
	metafieldId: number;
	mark: ImportMark;
	/** The document is not what the order says. */
	differs: boolean;
}

/**
 * Turns claims into marks with one request, or else one by one. A claim that is gone, since this run took
 * longer than a claim holds, is no reason not to mark the order.
 *
 * @returns the orders that have the mark of another document meanwhile: they are in SOS twice
 * @throws {ApiFailure} the documents stay claimed then, and are found by the claims later
 */
export async function markClaimed(client: BigCommerceClient, marks: ClaimedMark[]): Promise<OtherMark[]> {
	const others: OtherMark[] = [];
	const bodyOf = ({ mark, differs }: ClaimedMark) => (differs ? differingBody(mark) : markBody(mark));
	if (marks.length > 1) {
		const body = marks.map((one) => ({ id: one.metafieldId, ...bodyOf(one) }));
		const written = new Set((await inOneRequest(client, 'PUT', body))?.map(({ id }) => id));
		if (marks.every(({ metafieldId }) => written.has(metafieldId))) return others;
	}
	for (const one of marks) {
		const changed = await settle(putMark(client, one, bodyOf(one)));
		if (changed.failure === undefined) continue;
		if (changed.failure.category !== 'notFound') throw changed.failure;
		const { mark } = await markOrder(client, one.orderId, one.mark);
		if (mark !== undefined && (mark.type !== one.mark.type || mark.id !== one.mark.id)) {
			others.push({ orderId: one.orderId, mark });
		}
	}
	return others;
}

/** An order with the mark of another document than the one at hand. */
export interface OtherMark {
	orderId: number;
	mark: Partial<ImportMark>;
}

/** Puts back what stood in the place of a claim. @throws {ApiFailure} */
export async function putBack(
	client: BigCommerceClient,
	held: { orderId: number; metafieldId: number },
	differing: Partial<ImportMark>,
): Promise<void> {
	await putMark(client, held, differingBody(differing));
}

/** Takes a mark or claim off an order; one that is gone already is no failure. @throws {ApiFailure} */
export async function removeMark(
	client: BigCommerceClient,
	{ orderId, metafieldId }: Pick<OrderMark, 'orderId' | 'metafieldId'>,
): Promise<void> {
	const removed = await settle(
		call(client, nothing, {
			method: 'DELETE',
			path: `/v3/orders/${orderId}/metafields/${metafieldId}`,
			repeatable: true,
			subject: `the mark of order ${orderId}`,
		}),
	);
	if (removed.failure !== undefined && removed.failure.category !== 'notFound') throw removed.failure;
}

/** @returns undefined when the request was refused for what is in it or for how many are in it */
async function inOneRequest(client: BigCommerceClient, method: 'POST' | 'PUT', body: object[]) {
	const sent = await settle(
		call(client, whole(writtenMetafield), {
			method,
			path: '/v3/orders/metafields',
			body,
			repeatable: true,
			subject: 'the marks of imported orders',
		}),
	);
	if (sent.failure === undefined) return sent.value;
	const { category } = sent.failure;
	if (CONCERNS_ORDERS.has(category) || CONCERNS_BATCHES.has(category)) return undefined;
	throw sent.failure;
}
