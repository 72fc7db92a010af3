import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import type { AddressedPlan } from '../../../sync/order/plan';
import type { SalesDocumentType } from '../../../sync/order/settings';
import type { Reason } from '../../../sync/reason';
import { findByNumber, type SalesDocument, salesDocuments } from '../api/salesDocuments';
import type { DocumentName } from '../marking/marking';
import type { SosClient } from '../transport/client';
import type { Kits } from './kits';

/** A document that an order has in SOS from before. */
export interface EarlierDocument {
	type: SalesDocumentType;
	document: SalesDocument;
	/** Why it is not what the order says, if it is not, or why nobody can tell whether it is the order's. */
	reason?: Reason;
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
	plan: AddressedPlan,
): Promise<EarlierDocument | undefined> {
	const type = plan.type === 'salesOrder' ? 'salesReceipt' : 'salesOrder';
	return await ofThisOrder(run, order, plan, { type, number: plan.number });
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
	plan: AddressedPlan,
	names: DocumentName[],
): Promise<EarlierDocument | undefined> {
	for (const { type, number } of names) {
		if (number === '' || !(type in salesDocuments)) continue;
		const found = await ofThisOrder(run, order, plan, { type: type as SalesDocumentType, number });
		if (found !== undefined) return found;
	}
	return undefined;
}

async function ofThisOrder(
	run: Asking,
	order: MatchedOrder,
	plan: AddressedPlan,
	{ type, number }: { type: SalesDocumentType; number: string },
): Promise<EarlierDocument | undefined> {
	const document = await findByNumber(run.client, salesDocuments[type], number);
	if (document === undefined || document.customerPO !== plan.document.customerPO) return undefined;
	return { type, document, reason: await run.kits.differenceFrom(order, plan, document) };
}
