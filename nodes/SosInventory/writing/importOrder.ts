import type { KitContents } from '../../../sync/order/kitContents';
import { withCreatedItems } from '../../../sync/order/newItem';
import { addressed, withCustomer, type AddressedPlan, type ReadyPlan } from '../../../sync/order/plan';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { lineReasons } from '../../../sync/order/reasons/lineReasons';
import type { SosReference } from '../../../sync/order/salesDocument';
import { isOfSameOrder, isWhatWasSent } from '../../../sync/order/sameDocument';
import { differenceFromWritten, type WrittenDifference } from '../../../sync/order/written';
import { settle } from '../../shared/request/settle';
import { salesDocuments, saysNoLines } from '../api/salesDocuments';
import type { DocumentName } from '../marking/marking';
import { rememberDocument } from '../memory/documents';
import { forgetItems } from '../memory/items';
import { differing, foundThere, inSos } from './documentThere';
import { importedBefore, leftBehind } from './earlierDocument';
import { failed } from './failed';
import { failureReason } from './failureReason';
import { held, stopRun } from './held';
import type { ImportJob, ImportRun, Outcome } from './importRun';
import { kitsOn } from './kits';
import { heldByDeadSettings, type ReadyOrder, suspect } from './prepareOrder';
import { referencesDropped } from './referenceCheck';
import { writeDocument, type WriteOutcome } from './writeDocument';

/** What a claim says about an order. */
export interface Claimed {
	/** Documents that a run which never ended may have written of the order, under whatever settings. */
	earlier: DocumentName[];
	/** Asked before each send: why the order is not this run's any more, if it is not. */
	refusal(): Promise<Outcome | undefined>;
}

/**
 * Writes an order, once. Only unforeseen errors are thrown.
 *
 * @param claimed undefined where nothing is claimed
 */
export async function writeOrder(run: ImportRun, ready: ReadyOrder, claimed?: Claimed): Promise<Outcome> {
	const outcome = await settle(takeIn(run, ready, claimed));
	return outcome.failure === undefined ? outcome.value : await failed(run, ready.job, outcome.failure);
}

async function takeIn(run: ImportRun, ready: ReadyOrder, claimed?: Claimed): Promise<Outcome> {
	const sought = { ...ready.plan, document: withCustomer(ready.plan.document, ready.customer) };
	const left = await leftBehind(run, ready.job.order, sought, claimed?.earlier ?? []);
	if (left !== undefined) return foundThere(ready.job, sought, left);
	const known = await run.earlier.find(ready.job.order, sought, ready.plan.customer.kind === 'fixed');
	if (known !== undefined) return foundThere(ready.job, sought, known);
	const dead = run.suspectSettings ? await heldByDeadSettings(run, ready.job, ready.plan) : undefined;
	if (dead !== undefined) return dead;

	const job = await withItemsCreated(run, ready.job);
	const { settings, plan } = job;
	if (plan.kind === 'held') return held(job, ...plan.held);
	if (plan.kind === 'itemsMissing') {
		return held(job, ...plan.itemsToCreate.map(lineReasons.createdWithoutSku));
	}
	const found = ready.customer;
	const customer =
		found.id === undefined ? await run.customers.resolve(plan.customer, false) : { reference: found };
	if ('reason' in customer) return held(job, customer.reason);
	const sent = addressed(plan, customer.reference);

	const gone = run.missingItems.reasonAgainst(sent.document);
	if (gone !== undefined) return held(job, gone);
	const asksOtherBook = settings.type === 'byPayment' && run.marking === undefined;
	const there = asksOtherBook ? await importedBefore(run, job.order, sent) : undefined;
	if (there === undefined) return await writeFor(run, job, { plan, claimed }, customer.reference);
	return foundThere(job, sent, there);
}

/** Writes the document, for another customer when SOS refuses it and the one who was remembered is gone. */
async function writeFor(
	run: ImportRun,
	job: ImportJob,
	{ plan, claimed }: { plan: ReadyPlan; claimed?: Claimed },
	customer: SosReference,
): Promise<Outcome> {
	const outcome = await settle(write(run, job, addressed(plan, customer), claimed));
	if (outcome.failure === undefined) return outcome.value;
	const mayBeGone = outcome.failure.category === 'invalid' && plan.customer.kind === 'findOrCreate';
	if (!mayBeGone || !(await run.customers.isGone(customer))) throw outcome.failure;
	const other = await run.customers.resolve(plan.customer, false);
	return 'reason' in other
		? held(job, other.reason)
		: await write(run, job, addressed(plan, other.reference), claimed);
}

async function withItemsCreated(run: ImportRun, job: ImportJob): Promise<ImportJob> {
	const { order, settings, plan } = job;
	if (plan.kind !== 'itemsMissing') return job;
	const withItems = withCreatedItems(order, await run.newItems.create(plan.itemsToCreate));
	return { ...job, order: withItems, plan: planSalesDocument(withItems, settings) };
}

async function write(
	run: ImportRun,
	job: ImportJob,
	sent: AddressedPlan,
	claimed?: Claimed,
): Promise<Outcome> {
	const { document } = sent;
	const kits = kitsOn(job.order);
	const refusal = async () => {
		const outcome = await claimed?.refusal();
		return outcome && { kind: 'notSent' as const, outcome };
	};
	const noun = salesDocuments[sent.type];
	const outcome = await settle(writeDocument(run.client, noun, { ...document }, refusal));
	if (outcome.failure !== undefined) {
		if (!saysNoLines(outcome.failure)) throw outcome.failure;
		learnMissing(
			run,
			document.lines.flatMap(({ item: { id } }) => id ?? []),
		);
		return held(job, run.missingItems.reasonAgainst(document) ?? failureReason(outcome.failure));
	}
	const written = outcome.value;
	// What was sent before may be there: the claim that stands now knows of it.
	if (written.kind === 'notSent') return { ...written.outcome, mayBeWritten: true };
	rememberDocument(run.client, sent.type, written.document, written.kind === 'created');
	const isNew = isOwn(written, sent, kits);
	run.hasWritten ||= isNew;
	const differs = isNew
		? learnFrom(run, sent, differenceFromWritten(sent, written.document, kits))
		: await run.kits.differenceFrom(job.order, sent, written.document);
	if (differs !== undefined) {
		const isOrders = isNew || isOfSameOrder(sent, written.document);
		return isOrders ? { ...differing(job, sent, written.document, differs), isNew } : held(job, differs);
	}

	const dropped = referencesDropped(sent, written.document);
	if (dropped.length > 0) suspect(run);
	const warnings = [...sent.warnings, ...(isNew ? dropped : [])];
	const status = isNew ? 'created' : 'existing';
	return { ...inSos(job, sent, written.document, { status, warnings }), isNew };
}

/** What SOS's answer to one document tells about the next ones. */
function learnFrom(run: ImportRun, { document }: AddressedPlan, difference?: WrittenDifference) {
	if (difference !== undefined && difference.droppedItems.length > 0)
		learnMissing(run, difference.droppedItems);
	const repeated = run.differences.learn(document, difference);
	if (repeated !== undefined) stopRun(run, repeated);
	return difference?.reason;
}

/** The items that were matched are not those SOS has: this run avoids them, the next reads them afresh. */
function learnMissing(run: ImportRun, itemIds: number[]): void {
	run.missingItems.learn(itemIds);
	forgetItems(run.client);
}

/** Whether this run wrote the document, as far as can be told when the answer was lost. */
function isOwn(written: WriteOutcome, sent: AddressedPlan, kits: KitContents): boolean {
	if (written.kind === 'created') return true;
	return written.answerWasLost && isWhatWasSent(sent, written.document, kits);
}
