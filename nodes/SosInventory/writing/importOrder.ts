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
import { heldByDeadSettings, type ReadyOrder } from './prepareOrder';
import { referencesDropped } from './referenceCheck';
import { writeDocument, type WriteOutcome } from './writeDocument';

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
	const sought = { ...ready.plan, document: withCustomer(ready.plan.document, ready.customer) };
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
	rememberDocument(run.client, sent.type, written.document, written.kind === 'created');
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
