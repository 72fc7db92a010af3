import type { IDataObject } from 'n8n-workflow';
import type { BigCommerceOrder } from '../../../sync/bigCommerceOrder';
import { compareWithWritten, isSameDocument } from '../../../sync/order/written';
import { withCustomer } from '../../../sync/order/customer';
import { withCreatedItems } from '../../../sync/order/newItem';
import { planSalesDocument, type SalesDocumentPlan } from '../../../sync/order/planSalesDocument';
import type { SosSalesDocument } from '../../../sync/order/salesDocument';
import type { SalesDocumentSettings } from '../../../sync/order/settings';
import type { Reason } from '../../../sync/reason';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';
import type { Customers } from './customers';
import { failureReason, stopsEverything } from './failureReason';
import { heldItem, importedItem, plannedItem } from './importedOrder';
import { createMissingItems } from './newItems';
import { type ReferenceCheck, referencesDropped } from './referenceCheck';
import { writeDocument, type WriteOutcome } from './writeDocument';

/** What the orders of one run share. */
export interface ImportRun {
	client: SosClient;
	customers: Customers;
	references: ReferenceCheck;
	planOnly: boolean;
	/** Set when an answer suggests that a setting points nowhere: from then on settings are checked first. */
	suspectSettings: boolean;
	/** Why no further order can succeed, once that is clear. */
	stoppedBy?: Reason;
}

export type ImportResult = { imported: IDataObject } | { held: IDataObject };

/** Takes one planned order into SOS, or says why not. Only unforeseen errors are thrown. */
export async function importOrder(
	run: ImportRun,
	order: BigCommerceOrder,
	settings: SalesDocumentSettings,
	firstPlan: SalesDocumentPlan,
): Promise<ImportResult> {
	let plan = firstPlan;
	const held = (...reasons: Reason[]): ImportResult => ({ held: heldItem(order, reasons, plan) });
	if (plan.held.length > 0) return held(...plan.held);

	const outcome = await settle(
		(async (): Promise<ImportResult> => {
			if (plan.itemsToCreate.length > 0 && !run.planOnly) {
				const created = await createMissingItems(run.client, plan.itemsToCreate);
				plan = planSalesDocument(withCreatedItems(order, created), settings);
				if (plan.held.length > 0) return held(...plan.held);
			}
			const customer = await run.customers.resolve(plan.customer, run.planOnly);
			if ('reason' in customer) return held(customer.reason);
			const document = withCustomer(plan.document, customer.reference);

			if (run.planOnly || run.suspectSettings) {
				const dead = await run.references.deadReferences(document);
				if (dead.length > 0) return held(...dead);
			}
			if (run.planOnly) return { imported: plannedItem(order, plan, document) };
			return await settleWrite(run, order, plan, document, held);
		})(),
	);
	if (outcome.failure === undefined) return outcome.value;
	const reason = failureReason(outcome.failure);
	if (stopsEverything(outcome.failure)) run.stoppedBy = reason;
	return held(reason);
}

async function settleWrite(
	run: ImportRun,
	order: BigCommerceOrder,
	plan: SalesDocumentPlan,
	document: SosSalesDocument,
	held: (...reasons: Reason[]) => ImportResult,
): Promise<ImportResult> {
	const entity = plan.type === 'salesOrder' ? 'salesorder' : 'salesreceipt';
	const written = await writeDocument(run.client, entity, { ...document });
	if (written.kind === 'notWritten') return await refused(run, document, written, held);

	const sent = { document, totalCheck: plan.totalCheck };
	const differs =
		written.kind === 'created'
			? compareWithWritten(sent, written.document)
			: isSameDocument(sent, written.document).reason;
	if (differs !== undefined) return held(differs);

	const dropped = referencesDropped(document, written.document);
	run.suspectSettings ||= dropped.length > 0;
	const status = written.kind === 'created' || written.answerWasLost ? 'created' : 'existing';
	const warnings = [...plan.warnings, ...(status === 'created' ? dropped : [])];
	return { imported: importedItem(order, plan, document, written.document, status, warnings) };
}

/** A refusal, explained by the settings where one of them points nowhere. */
async function refused(
	run: ImportRun,
	document: SosSalesDocument,
	{ failure }: Extract<WriteOutcome, { kind: 'notWritten' }>,
	held: (...reasons: Reason[]) => ImportResult,
): Promise<ImportResult> {
	if (stopsEverything(failure)) {
		run.stoppedBy = failureReason(failure);
		return held(run.stoppedBy);
	}
	run.suspectSettings = true;
	const dead = await run.references.deadReferences(document);
	return dead.length > 0 ? held(...dead) : held(failureReason(failure));
}
