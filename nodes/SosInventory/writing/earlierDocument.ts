import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import { numberedAs } from '../../../sync/order/earlierOrder';
import type { SoughtDocument } from '../../../sync/order/knownDocument';
import type { SalesDocumentType } from '../../../sync/order/settings';
import type { Reason } from '../../../sync/reason';
import { findByNumber, type SalesDocument, salesDocuments } from '../api/salesDocuments';
import type { DocumentName } from '../marking/marking';
import type { SosClient } from '../transport/client';
import { readRecord } from '../transport/record';
import type { Kits } from './kits';

/** A document that an order has in SOS from before. */
export interface EarlierDocument {
	type: SalesDocumentType;
	document: SalesDocument;
	/** Why it is not what the order says, if it is not, or why nobody can tell whether it is the order's. */
	reason?: Reason;
	/** It is known to be the order's, whatever it says by now. */
	isOrders?: boolean;
}

/** What of a run it takes to ask SOS. */
interface Asking {
	client: SosClient;
	kits: Kits;
}

/**
 * Where the payment decides between sales order and sales receipt and nothing is claimed, a run that goes on
 * at the same time may be writing the order as the other kind. SOS keeps numbers unique within a kind only, and
 * what is remembered cannot know it yet, so the other kind is asked for the number before anything is written.
 *
 * @returns undefined when the other kind holds no document of this order
 * @throws {ApiFailure}
 */
export async function importedBefore(
	run: Asking,
	order: MatchedOrder,
	plan: SoughtDocument,
): Promise<EarlierDocument | undefined> {
	const type = plan.type === 'salesOrder' ? 'salesReceipt' : 'salesOrder';
	return await ofThisOrder(run, order, plan, { type, number: plan.document.number });
}

/**
 * What a run that never ended left behind: the documents it was about to write, under the numbers and in
 * the books that it had in its settings.
 *
 * @returns undefined when it did not come to that
 * @throws {ApiFailure}
 */
export async function leftBehind(
	run: Asking,
	order: MatchedOrder,
	plan: SoughtDocument,
	names: DocumentName[],
): Promise<EarlierDocument | undefined> {
	for (const { type: named, number, id } of names) {
		if (!(named in salesDocuments)) continue;
		const type = named as SalesDocumentType;
		const known = Number(id);
		if (known > 0) {
			const document = await readRecord(run.client, salesDocuments[type], known);
			// It is the order's, whatever a person has made of its number and its customer PO.
			if (document !== undefined) {
				return { ...(await judged(run, order, plan, { type, document })), isOrders: true };
			}
		}
		const found = number === '' ? undefined : await ofThisOrder(run, order, plan, { type, number });
		if (found !== undefined) return found;
	}
	return undefined;
}

async function ofThisOrder(
	run: Asking,
	order: MatchedOrder,
	plan: SoughtDocument,
	{ type, number }: { type: SalesDocumentType; number: string },
): Promise<EarlierDocument | undefined> {
	const document = await findByNumber(run.client, salesDocuments[type], number);
	if (document === undefined || document.customerPO !== plan.document.customerPO) return undefined;
	return await judged(run, order, plan, { type, document });
}

async function judged(
	{ kits }: Asking,
	order: MatchedOrder,
	plan: SoughtDocument,
	{ type, document }: { type: SalesDocumentType; document: SalesDocument },
): Promise<EarlierDocument> {
	return { type, document, reason: await kits.differenceFrom(order, numberedAs(plan, document), document) };
}
