import { withCreatedItems, withNearItems } from '../../../sync/order/newItem';
import {
	addressed,
	withCustomer,
	type AddressedPlan,
	type DocumentPlan,
	type ReadyPlan,
} from '../../../sync/order/plan';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { lineReasons } from '../../../sync/order/reasons/lineReasons';
import type { KitContents } from '../../../sync/order/kitContents';
import { isOfSameOrder, isWhatWasSent } from '../../../sync/order/sameDocument';
import { differenceFromWritten, type WrittenDifference } from '../../../sync/order/written';
import type { SosReference } from '../../../sync/order/salesDocument';
import type { Reason } from '../../../sync/reason';
import type { SosItem } from '../../../sync/sosItem';
import { settle } from '../../shared/request/settle';
import { type SalesDocument, salesDocuments, saysNoLines } from '../api/salesDocuments';
import { rememberDocument } from '../memory/documents';
import { forgetItems } from '../memory/items';
import type { DocumentName } from '../marking/marking';
import { type EarlierDocument, importedBefore, leftBehind } from './earlierDocument';
import { failed } from './failed';
import { failureReason, notTried } from './failureReason';
import { held, heldBySettings, stopRun } from './held';
import { differingItem, importedItem, markOf, plannedItem } from './importedOrder';
import type { ImportJob, ImportRun, Outcome } from './importRun';
import { kitsOn } from './kits';
import { referencesDropped } from './referenceCheck';
import { allSettings, itemSettings } from './usedSettings';
import { writeDocument, type WriteOutcome } from './writeDocument';

/** A planned order against which nothing is known: it only has to be written. */
export interface ReadyOrder {
	job: ImportJob;
	plan: DocumentPlan;
	/** Without an id where the customer is still to be created. */
	customer: SosReference;
}

/**
 * Goes the way of an order up to the write, without writing anything: what a plan shows is what a run does.
 *
 * @returns what becomes of the order, or the order where it is to be written. Only unforeseen errors are thrown
 */
export async function prepareOrder(run: ImportRun, job: ImportJob): Promise<Outcome | ReadyOrder> {
	if (run.stoppedBy !== undefined) return held(job, notTried(run.stoppedBy));
	const { plan } = job;
	if (plan.kind === 'held') return held(job, ...plan.held);
	const outcome = await settle(prepare(run, job, plan));
	return outcome.failure === undefined ? outcome.value : await failed(run, job, outcome.failure);
}

async function prepare(run: ImportRun, job: ImportJob, plan: DocumentPlan): Promise<Outcome | ReadyOrder> {
	const { order, planOnly } = job;
	const doubled = plan.kind === 'itemsMissing' ? await run.newItems.doubledBy(plan.itemsToCreate) : [];
	if (doubled.length > 0) return heldByDoubles(job, doubled);
	const customer = await run.customers.resolve(plan.customer, true);
	if ('reason' in customer) return held(job, customer.reason);
	const document = withCustomer(plan.document, customer.reference);

	const dead = await deadSettings(run, job, plan);
	if (dead.length > 0) return heldBySettings(run, job, dead);
	// A run looks once the order is its own: what another run has claimed must cost no call.
	if (!planOnly) return { job, plan, customer: customer.reference };
	const sought = { ...plan, document };
	const there = await run.earlier.find(order, sought, plan.customer.kind === 'fixed');
	if (there === undefined) return { imported: plannedItem(order, plan, document) };
	// What a plan finds is not marked.
	return { ...foundThere(job, sought, there), written: undefined };
}

/** An order whose new items would be doubles of others: planned with these, it says of which. */
function heldByDoubles(job: ImportJob, doubled: SosItem[]): Outcome {
	const order = withNearItems(job.order, doubled);
	const plan = planSalesDocument(order, job.settings);
	return held({ ...job, order, plan }, ...(plan.kind === 'held' ? plan.held : []));
}

async function deadSettings(run: ImportRun, { planOnly, settings }: ImportJob, plan: DocumentPlan) {
	const everything = planOnly || run.suspectSettings;
	return await run.references.dead(
		everything ? allSettings(plan, settings) : itemSettings(plan.document, settings),
	);
}

/**
 * Writes an order, once. Only unforeseen errors are thrown.
 *
 * @param earlier documents that a run which never ended may have written of the order, under whatever settings
 */
export async function writeOrder(
	run: ImportRun,
	ready: ReadyOrder,
	earlier: DocumentName[] = [],
): Promise<Outcome> {
	const outcome = await settle(takeIn(run, ready, earlier));
	return outcome.failure === undefined ? outcome.value : await failed(run, ready.job, outcome.failure);
}

async function takeIn(run: ImportRun, ready: ReadyOrder, earlier: DocumentName[]): Promise<Outcome> {
	// Orders that were prepared before one met a setting that points nowhere have not been asked about it.
	const dead = run.suspectSettings ? await deadSettings(run, ready.job, ready.plan) : [];
	if (dead.length > 0) return heldBySettings(run, ready.job, dead);
	const sought = { ...ready.plan, document: withCustomer(ready.plan.document, ready.customer) };
	const known = await run.earlier.find(ready.job.order, sought, ready.plan.customer.kind === 'fixed');
	if (known !== undefined) return foundThere(ready.job, sought, known);

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
	const there =
		(await leftBehind(run, job.order, sent, earlier)) ??
		(settings.type === 'byPayment' && run.marking === undefined
			? await importedBefore(run, job.order, sent)
			: undefined);
	if (there === undefined) return await writeFor(run, job, plan, customer.reference);
	return foundThere(job, sent, there);
}

/** Writes the document, for another customer when SOS refuses it and the one who was remembered is gone. */
async function writeFor(
	run: ImportRun,
	job: ImportJob,
	plan: ReadyPlan,
	customer: SosReference,
): Promise<Outcome> {
	const outcome = await settle(write(run, job, addressed(plan, customer)));
	if (outcome.failure === undefined) return outcome.value;
	const mayBeGone = outcome.failure.category === 'invalid' && plan.customer.kind === 'findOrCreate';
	if (!mayBeGone || !(await run.customers.isGone(customer))) throw outcome.failure;
	const other = await run.customers.resolve(plan.customer, false);
	return 'reason' in other
		? held(job, other.reason)
		: await write(run, job, addressed(plan, other.reference));
}

async function withItemsCreated(run: ImportRun, job: ImportJob): Promise<ImportJob> {
	const { order, settings, plan } = job;
	if (plan.kind !== 'itemsMissing') return job;
	const withItems = withCreatedItems(order, await run.newItems.create(plan.itemsToCreate));
	return { ...job, order: withItems, plan: planSalesDocument(withItems, settings) };
}

async function write(run: ImportRun, job: ImportJob, sent: AddressedPlan): Promise<Outcome> {
	const { document } = sent;
	const kits = kitsOn(job.order);
	const outcome = await settle(writeDocument(run.client, salesDocuments[sent.type], { ...document }));
	if (outcome.failure !== undefined) {
		if (!saysNoLines(outcome.failure)) throw outcome.failure;
		learnMissing(
			run,
			document.lines.flatMap(({ item: { id } }) => id ?? []),
		);
		return held(job, run.missingItems.reasonAgainst(document) ?? failureReason(outcome.failure));
	}
	const written = outcome.value;
	rememberDocument(run.client, sent.type, written.document);
	const isNew = isOwn(written, sent, kits);
	run.hasWritten ||= isNew;
	const differs = isNew
		? learnFrom(run, sent, differenceFromWritten(sent, written.document, kits))
		: await run.kits.differenceFrom(job.order, sent, written.document);
	if (differs !== undefined) {
		const isOrders = isNew || isOfSameOrder(sent, written.document);
		return isOrders ? differing(job, sent, written.document, differs) : held(job, differs);
	}

	const dropped = referencesDropped(sent, written.document);
	run.suspectSettings ||= dropped.length > 0;
	const warnings = [...sent.warnings, ...(isNew ? dropped : [])];
	return inSos(job, sent, written.document, { status: isNew ? 'created' : 'existing', warnings });
}

/** A document that is on its way, or would be. */
type SentDocument = Pick<AddressedPlan, 'type' | 'document' | 'totalCheck' | 'warnings'>;

/** What came of an order that was in SOS before, as far as the document there is what the order says. */
function foundThere(
	job: ImportJob,
	sent: SentDocument,
	{ type, document, reason }: EarlierDocument,
): Outcome {
	const there = { ...sent, type };
	if (reason !== undefined) {
		// Another order's is not marked, and nothing says where this one is.
		return isOfSameOrder(sent, document) ? differing(job, there, document, reason) : held(job, reason);
	}
	return inSos(job, there, document, { status: 'existing', warnings: sent.warnings });
}

function inSos(
	{ order }: ImportJob,
	sent: SentDocument,
	document: SalesDocument,
	{ status, warnings }: { status: 'created' | 'existing'; warnings: Reason[] },
): Outcome {
	return {
		imported: importedItem(order, sent, document, status, warnings),
		written: { mark: markOf(sent, document), differs: false },
	};
}

/** The document is the order's, and is not what the order says. */
function differing(
	{ order, plan }: ImportJob,
	sent: SentDocument,
	written: SalesDocument,
	reason: Reason,
): Outcome {
	return {
		held: differingItem(order, reason, plan, { sent, written }),
		written: { mark: markOf(sent, written), differs: true },
	};
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
