import { get } from 'lodash';
import { claimReasons } from '../../../sync/order/reasons/claimReasons';
import { ofOrder } from '../../../sync/orderReasons';
import { settle } from '../../shared/request/settle';
import type { HeldClaim } from '../marking/marking';
import { claimedOrders, type ClaimedOrder } from './claimedOrders';
import { notClaimed } from './claimOutcomes';
import { notTried } from './failureReason';
import { guarded } from './guarded';
import { held } from './held';
import { writeOrder } from './importOrder';
import type { ImportJob, ImportResult, ImportRun, OrderInTurn, Outcome } from './importRun';
import { Marks } from './marks';

/** SOS takes longer to answer than to allow the next request: so many orders are under way at a time. */
const LANES = 3;

/**
 * Takes orders into SOS, each once: claims them in BigCommerce, writes them and marks them, ten by ten. Where
 * the run has no store to mark in, it only writes them.
 *
 * @returns what became of each, in the order given
 * @throws {NodeOperationError} when the execution is canceled; what was written is found by its claim later
 */
export async function importOrders(run: ImportRun, orders: OrderInTurn[]): Promise<ImportResult[]> {
	const results = new Array<Outcome>(orders.length);
	const marks = run.marking && new Marks(run, run.marking);
	let isGoing = false;
	const done = (index: number, outcome: Outcome, claim?: HeldClaim) => {
		results[index] = outcome;
		run.documents.settle(index, isNewDocument(outcome));
		marks?.note(orders[index].order.id, outcome, claim);
	};
	const turns = claimedOrders(run, orders, () => isGoing, done);
	const lane = async (isOver: () => boolean): Promise<void> => {
		while (!isOver()) {
			const turn = await turns.next();
			if (turn.done === true) return;
			const outcome = await writeClaimed(run, turn.value);
			isGoing ||= 'imported' in outcome;
			done(turn.value.index, outcome, turn.value.claim);
		}
	};
	// One by one until a document is written: a setting that points nowhere shows before others are under way.
	await lane(() => isGoing);
	await Promise.all(Array.from({ length: LANES }, async () => await lane(() => false)));
	await marks?.finish();
	return results;
}

/** Whether the order has, or may have, a document that it did not have before, if only a planned one. */
function isNewDocument(outcome: Outcome): boolean {
	if (outcome.isNew === true || outcome.mayBeWritten === true) return true;
	return 'imported' in outcome && get(outcome.imported, 'sos.status') === 'planned';
}

async function writeClaimed(run: ImportRun, claimed: ClaimedOrder): Promise<Outcome> {
	const {
		claim,
		ready: { job, plan },
	} = claimed;
	const outcome = await guarded(run, job.order, async () => await writeIfHeld(run, claimed));
	const { against, written } = outcome;
	if (against !== undefined) run.verdicts.learn(job.order, plan, against, written !== undefined);
	const isOpen = outcome.written !== undefined || outcome.mayBeWritten === true;
	// What cannot be given back is taken over by a later run.
	if (claim !== undefined && !isOpen) await settle(run.marking!.giveBack(claim));
	return outcome;
}

async function writeIfHeld(run: ImportRun, { ready, claim }: ClaimedOrder): Promise<Outcome> {
	const { job } = ready;
	if (run.stoppedBy !== undefined) return held(job, notTried(run.stoppedBy));
	if (claim === undefined) return await writeOrder(run, ready);
	const refusal = async () => await reasonNotToWrite(run, job, claim);
	const refused = await refusal();
	// The order is another run's by now, and so is what stands in the mark's place.
	if (refused !== undefined) return { ...refused, mayBeWritten: true };
	return await writeOrder(run, ready, { earlier: claim.claim.earlier, refusal });
}

async function reasonNotToWrite(
	run: ImportRun,
	job: ImportJob,
	claim: HeldClaim,
): Promise<Outcome | undefined> {
	const holds = await settle(run.marking!.stillHolds(claim));
	if (holds.failure !== undefined) return notClaimed(run, job, holds.failure);
	return holds.value ? undefined : held(job, ofOrder(job.order.id, claimReasons.beingImported()));
}
