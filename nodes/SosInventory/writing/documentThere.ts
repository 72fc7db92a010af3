import type { AddressedPlan, DocumentPlan } from '../../../sync/order/plan';
import { isOfSameOrder } from '../../../sync/order/sameDocument';
import type { Reason } from '../../../sync/reason';
import type { SalesDocument } from '../api/salesDocuments';
import type { Verdict } from '../memory/verdicts';
import type { EarlierDocument } from './earlierDocument';
import { held } from './held';
import { differingItem, importedItem, markOf } from './importedOrder';
import type { ImportJob, Outcome } from './importRun';

/** A document that is on its way, or would be. */
export type SentDocument = Pick<AddressedPlan, 'type' | 'document' | 'totalCheck' | 'warnings'>;

/** What came of an order that was in SOS before, as far as the document there is what the order says. */
export function foundThere(
	job: ImportJob,
	sent: SentDocument,
	{ type, document, reason, isOrders = isOfSameOrder(sent, document) }: EarlierDocument,
): Outcome {
	const there = { ...sent, type };
	if (reason !== undefined) {
		// Another order's is not marked, and nothing says where this one is.
		const outcome = isOrders ? differing(job, there, document, reason) : held(job, reason);
		return { ...outcome, against: { type, document, reason } };
	}
	return inSos(job, there, document, { status: 'existing', warnings: sent.warnings });
}

/** An order that a document in SOS holds as it did in an earlier run. What is to be marked was marked then. */
export function heldAsBefore(
	job: ImportJob,
	plan: DocumentPlan,
	{ type, document, reason, isOrders }: Verdict,
): Outcome {
	if (!isOrders) return held(job, reason);
	const sent = { ...plan, type };
	return { held: differingItem(job.order, reason, plan, { sent, written: document }) };
}

/** An order that is in SOS as it says. */
export function inSos(
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
export function differing(
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
