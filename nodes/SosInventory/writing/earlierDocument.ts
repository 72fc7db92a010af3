import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import type { AddressedPlan } from '../../../sync/order/plan';
import type { SalesDocumentType } from '../../../sync/order/settings';
import type { Reason } from '../../../sync/reason';
import { findByNumber, type SalesDocument, salesDocuments } from '../api/salesDocuments';
import type { SosClient } from '../transport/client';
import type { Kits } from './kits';

type EarlierDocument =
	{ reason: Reason } | { type: SalesDocumentType; document: SalesDocument; reason?: undefined };

/**
 * Where the payment decides between sales order and sales receipt, an order may have come in as the
 * other kind before it was paid. SOS keeps numbers unique within a kind only, so the other kind is
 * asked for the number before anything is written.
 *
 * @returns undefined when the other kind holds no document of this order
 * @throws {ApiFailure}
 */
export async function importedBefore(
	{ client, kits }: { client: SosClient; kits: Kits },
	order: MatchedOrder,
	plan: AddressedPlan,
): Promise<EarlierDocument | undefined> {
	const type = plan.type === 'salesOrder' ? 'salesReceipt' : 'salesOrder';
	const found = await findByNumber(client, salesDocuments[type], plan.number);
	if (found === undefined || found.customerPO !== plan.document.customerPO) return undefined;
	const reason = await kits.differenceFrom(order, plan, found);
	return reason === undefined ? { type, document: found } : { reason };
}
