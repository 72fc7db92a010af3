import { range } from 'lodash';
import { inLanes } from '../../shared/run/inLanes';
import { settle } from '../../shared/request/settle';
import { BATCH, type HeldClaim } from '../marking/marking';
import { guarded } from './guarded';
import { notClaimed, ofAnotherRun } from './claimOutcomes';
import { heldItem } from './importedOrder';
import { prepareOrder, type ReadyOrder } from './prepareOrder';
import type { ImportRun, OrderInTurn, Outcome } from './importRun';

/** Orders that are prepared at a time: most need no request, and those that do wait for one another at the pace. */
const LANES = 3;

/** An order that this run, and no other, is to write. */
export interface ClaimedOrder {
	index: number;
	ready: ReadyOrder;
	/** Undefined where nothing is marked in BigCommerce. */
	claim?: HeldClaim;
}

interface Prepared {
	index: number;
	ready: ReadyOrder;
}

/**
 * Prepares orders and claims those that are to be written, ten with one request. The next ten are claimed
 * while the ones before are written, so that SOS never waits for BigCommerce; but not before one order was
 * written, since a setting that points nowhere shows with the first.
 *
 * @param isGoing whether an order was written yet
 * @param done learns what became of the others
 */
export async function* claimedOrders(
	run: ImportRun,
	orders: OrderInTurn[],
	isGoing: () => boolean,
	done: (index: number, outcome: Outcome) => void,
): AsyncGenerator<ClaimedOrder> {
	const { documents } = run;
	/** Orders that wait for a place, and those that have one. */
	const prepared: Prepared[] = [];
	const ready: Prepared[] = [];
	let next = 0;
	const nextGroup = async () => {
		while (ready.length < BATCH) {
			while (prepared.length > 0 && ready.length < BATCH && documents.take(prepared[0].index)) {
				ready.push(prepared.shift()!);
			}
			if (prepared.length > 0 || documents.isUsedUp) {
				// What has a place is written first: it may give it back.
				if (ready.length > 0) break;
				if (await documents.change()) continue;
				const left = [...prepared.splice(0).map(({ index }) => index), ...range(next, orders.length)];
				next = orders.length;
				for (const index of left) done(index, await leftForNextRun(run, orders[index]));
			}
			if (next >= orders.length) break;
			const some = range(next, Math.min(next + BATCH, orders.length));
			next += some.length;
			const outcomes = await inLanes(some, LANES, async (index) => {
				const { order, job } = orders[index];
				return await guarded(run, order, async () => await prepareOrder(run, job()));
			});
			for (const [place, outcome] of outcomes.entries()) {
				if ('plan' in outcome) prepared.push({ index: some[place], ready: outcome });
				else await planned(run, orders, some[place], outcome, done);
			}
		}
		return await claimTogether(run, ready.splice(0, BATCH), done);
	};
	const isLeft = () => next < orders.length || prepared.length + ready.length > 0;
	let ahead: Promise<ClaimedOrder[]> | undefined;
	while (ahead !== undefined || isLeft()) {
		const group: ClaimedOrder[] = await (ahead ?? nextGroup());
		ahead = isGoing() && isLeft() ? nextGroup() : undefined;
		// Whoever waits for it hears of a failure; until then it is nobody's.
		ahead?.catch(() => {});
		yield* group;
	}
}

/** An order that is not to be written: a planned one takes the place that its document will have. */
async function planned(
	run: ImportRun,
	orders: OrderInTurn[],
	index: number,
	outcome: Outcome,
	done: (index: number, outcome: Outcome) => void,
): Promise<void> {
	if (!('imported' in outcome) || run.documents.take(index)) done(index, outcome);
	else done(index, await leftForNextRun(run, orders[index]));
}

/** An order that no place is left for; what holds it is said all the same. */
async function leftForNextRun(run: ImportRun, { order, job }: OrderInTurn): Promise<Outcome> {
	return await guarded<Outcome>(run, order, () => {
		const { plan } = job();
		const reasons = plan.kind === 'held' ? plan.held : [run.documents.reasonAgainst(order.id)];
		return Promise.resolve({ held: heldItem(order, reasons, plan) });
	});
}

async function claimTogether(
	run: ImportRun,
	group: Prepared[],
	done: (index: number, outcome: Outcome) => void,
): Promise<ClaimedOrder[]> {
	if (run.marking === undefined || group.length === 0) return group;
	const claimants = group.map(({ ready: { job, plan } }) => ({
		orderId: job.order.id,
		type: plan.type,
		number: plan.number,
	}));
	const claimed = await settle(run.marking.claim(claimants));
	if (claimed.failure !== undefined) {
		for (const { index, ready } of group) done(index, notClaimed(run, ready.job, claimed.failure));
		return [];
	}
	return group.flatMap(({ index, ready }, place): ClaimedOrder | [] => {
		const claim = claimed.value[place];
		if (claim.kind === 'held') return { index, ready, claim };
		done(index, ofAnotherRun(ready.job, claim));
		return [];
	});
}
