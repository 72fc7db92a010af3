import type { IDataObject } from 'n8n-workflow';
import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import { withCreatedItems } from '../../../sync/order/newItem';
import type { KitContents } from '../../../sync/order/kitContents';
import {
	addressed,
	withCustomer,
	type AddressedPlan,
	type SalesDocumentPlan,
} from '../../../sync/order/plan';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { lineReasons } from '../../../sync/order/reasons/lineReasons';
import { isWhatWasSent } from '../../../sync/order/sameDocument';
import type { SalesDocumentSettings } from '../../../sync/order/settings';
import { compareWithWritten, itemsDropped } from '../../../sync/order/written';
import type { Reason } from '../../../sync/reason';
import type { ApiFailure } from '../../shared/request/apiFailure';
import { settle } from '../../shared/request/settle';
import { salesDocuments, saysNoLines } from '../api/salesDocuments';
import { forgetItems } from '../memory/items';
import type { SosClient } from '../transport/client';
import type { Customers } from './customers';
import { importedBefore } from './earlierDocument';
import { failureReason, stopsEverything } from './failureReason';
import { heldItem, importedItem, plannedItem } from './importedOrder';
import { type Kits, kitsOn } from './kits';
import type { MissingItems } from './missingItems';
import type { NewItems } from './newItems';
import { type ReferenceCheck, referencesDropped } from './referenceCheck';
import { allSettings, itemSettings } from './usedSettings';
import { writeDocument, type WriteOutcome } from './writeDocument';

/** What the orders of one run share. */
export interface ImportRun {
	client: SosClient;
	customers: Customers;
	newItems: NewItems;
	missingItems: MissingItems;
	references: ReferenceCheck;
	kits: Kits;
	/** Set when an answer suggests that a setting points nowhere: from then on settings are checked first. */
	suspectSettings: boolean;
	/** Why no further order can succeed, once that is clear. */
	stoppedBy?: Reason;
}

/** One order on its way, with what the node's settings make of it. */
export interface ImportJob {
	order: MatchedOrder;
	settings: SalesDocumentSettings;
	/** Nothing is written, customers and items included. */
	planOnly: boolean;
	plan: SalesDocumentPlan;
}

export type ImportResult = { imported: IDataObject } | { held: IDataObject };

/** Takes one planned order into SOS, or says why not. Only unforeseen errors are thrown. */
export async function importOrder(run: ImportRun, job: ImportJob): Promise<ImportResult> {
	if (job.plan.kind === 'held') return held(job, ...job.plan.held);
	const outcome = await settle(takeIn(run, job));
	return outcome.failure === undefined
		? outcome.value
		: held(job, ...(await explain(run, job, outcome.failure)));
}

/** A failure in terms of the settings, where one of them points nowhere. */
async function explain(run: ImportRun, job: ImportJob, failure: ApiFailure): Promise<Reason[]> {
	const reason = failureReason(failure);
	if (stopsEverything(failure)) {
		run.stoppedBy = reason;
		return [reason];
	}
	if (failure.category !== 'invalid' || job.plan.kind === 'held') return [reason];
	run.suspectSettings = true;
	const checked = await settle(run.references.dead(allSettings(job.plan, job.settings)));
	const dead = checked.failure === undefined ? checked.value : [];
	return dead.length > 0 ? dead : [reason];
}

async function takeIn(run: ImportRun, given: ImportJob): Promise<ImportResult> {
	const job = given.planOnly ? given : await withItemsCreated(run, given);
	const { order, settings, planOnly, plan } = job;
	if (plan.kind === 'held') return held(job, ...plan.held);

	const customer = await run.customers.resolve(plan.customer, planOnly);
	if ('reason' in customer) return held(job, customer.reason);
	const document = withCustomer(plan.document, customer.reference);

	const everything = planOnly || run.suspectSettings;
	const settingsToCheck = everything ? allSettings(plan, settings) : itemSettings(document, settings);
	const dead = await run.references.dead(settingsToCheck);
	if (dead.length > 0) return held(job, ...dead);
	if (planOnly) return { imported: plannedItem(order, plan, document) };
	if (plan.kind === 'itemsMissing')
		return held(job, ...plan.itemsToCreate.map(lineReasons.createdWithoutSku));

	const gone = run.missingItems.reasonAgainst(document);
	if (gone !== undefined) return held(job, gone);
	const sent = addressed(plan, customer.reference);
	const earlier = settings.type === 'byPayment' ? await importedBefore(run, order, sent) : undefined;
	if (earlier === undefined) return await write(run, job, sent);
	if (earlier.reason !== undefined) return held(job, earlier.reason);
	const { type, document: written } = earlier;
	return { imported: importedItem(order, { ...sent, type }, written, 'existing', plan.warnings) };
}

async function withItemsCreated(run: ImportRun, job: ImportJob): Promise<ImportJob> {
	const { order, settings, plan } = job;
	if (plan.kind !== 'itemsMissing') return job;
	const withItems = withCreatedItems(order, await run.newItems.create(plan.itemsToCreate));
	return { ...job, order: withItems, plan: planSalesDocument(withItems, settings) };
}

async function write(run: ImportRun, job: ImportJob, sent: AddressedPlan): Promise<ImportResult> {
	const { document } = sent;
	const kits = kitsOn(job.order);
	const outcome = await settle(writeDocument(run.client, salesDocuments[sent.type], { ...document }));
	if (outcome.failure !== undefined) {
		if (!saysNoLines(outcome.failure)) throw outcome.failure;
		learnMissing(run, itemsDropped(document, {}));
		return held(job, run.missingItems.reasonAgainst(document) ?? failureReason(outcome.failure));
	}
	const written = outcome.value;
	const isNew = isOwn(written, sent, kits);
	const differs = isNew
		? compareWithWritten(sent, written.document, kits)
		: await run.kits.differenceFrom(job.order, sent, written.document);
	if (differs?.code === 'WRITTEN_LINES_DIFFER') {
		learnMissing(run, itemsDropped(document, written.document, kits));
	}
	if (differs !== undefined) return held(job, differs);

	const dropped = referencesDropped(sent, written.document);
	run.suspectSettings ||= dropped.length > 0;
	const warnings = [...sent.warnings, ...(isNew ? dropped : [])];
	const status = isNew ? 'created' : 'existing';
	return { imported: importedItem(job.order, sent, written.document, status, warnings) };
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

function held({ order, plan }: ImportJob, ...reasons: Reason[]): ImportResult {
	return { held: heldItem(order, reasons, plan) };
}
