import { pick } from 'lodash';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { SosSalesDocument } from '../../../sync/order/salesDocument';
import type { AddressedPlan, DocumentPlan, PlanReport } from '../../../sync/order/plan';
import type { EligibilityReport } from '../../../sync/order/eligibility';
import type { Reason } from '../../../sync/reason';
import { withLabels } from '../../shared/parameters/settingLabels';
import type { SalesDocument } from '../api/salesDocuments';
import type { ImportMark } from '../marking/marking';
import { contentHash } from './contentHash';

/** What stays of the order in the output: enough to recognize it; n8n keeps every item in memory. */
function orderFields(order: object): IDataObject {
	return pick(order as IDataObject, 'id', 'status', 'date_created', 'total_inc_tax', 'default_currency_code');
}

/** An order that is in SOS now, in the shape that 'Order: Mark as Imported' reads. */
export function importedItem(
	order: object,
	sent: Pick<AddressedPlan, 'type' | 'document' | 'totalCheck'>,
	written: SalesDocument,
	status: 'created' | 'existing',
	warnings: Reason[],
): IDataObject {
	return {
		...orderFields(order),
		sos: { status, ...documentFields(sent, written), warnings: warnings.map(withLabels) },
	};
}

/** What tells which document an order has in SOS. */
function documentFields(
	sent: Pick<DocumentPlan, 'type' | 'document' | 'totalCheck'>,
	written: Pick<SalesDocument, 'id' | 'number' | 'total'>,
): IDataObject {
	return {
		documentType: sent.type,
		id: written.id,
		number: written.number,
		total: Number(written.total ?? 0),
		hash: contentHash(sent),
	};
}

/** An order that is in SOS, although its document is not what the order says: held, in a shape that can be marked. */
export function differingItem(
	order: object,
	reason: Reason,
	plan: PlanReport,
	document: {
		sent: Pick<DocumentPlan, 'type' | 'document' | 'totalCheck'>;
		written: Pick<SalesDocument, 'id' | 'number' | 'total'>;
	},
): IDataObject {
	const item = heldItem(order, [reason], plan);
	const { sent, written } = document;
	return { ...item, sos: { ...(item.sos as IDataObject), ...documentFields(sent, written) } };
}

/** What the order's import mark says of the document. */
export function markOf(
	sent: Pick<AddressedPlan, 'type' | 'document' | 'totalCheck'>,
	{ id, number, total }: SalesDocument,
): ImportMark {
	return {
		type: sent.type,
		id: String(id),
		number,
		// Where SOS names no total, nothing says that it has another one.
		total: String(Number(total ?? sent.totalCheck.documentTotal)),
		hash: contentHash(sent),
	};
}

/** An order that its mark says is in SOS. */
export function markedItem(order: object, mark: Partial<ImportMark>, warning: Reason): IDataObject {
	const { type, id, number, total, hash } = mark;
	return {
		...orderFields(order),
		sos: {
			status: 'existing',
			documentType: type,
			id: Number(id),
			number,
			total: Number(total ?? 0),
			hash,
			warnings: [withLabels(warning)],
		},
	};
}

/** Adds what turned out later to what became of an order. */
export function addWarning(result: { imported: IDataObject } | { held: IDataObject }, warning: Reason): void {
	const item = 'imported' in result ? result.imported : result.held;
	const { warnings = [] } = item.sos as { warnings?: Reason[] };
	item.sos = { ...(item.sos as IDataObject), warnings: [...warnings, withLabels(warning)] };
}

/** An order that was only planned: exactly what would be sent, and how its total comes about. */
export function plannedItem(order: object, plan: DocumentPlan, document: SosSalesDocument): IDataObject {
	return {
		...orderFields(order),
		sos: {
			status: 'planned',
			documentType: plan.type,
			number: plan.number,
			hash: contentHash(plan),
			document,
			customer: plan.customer,
			totalCheck: plan.totalCheck,
			eligibility: labelled(plan.eligibility),
			warnings: plan.warnings.map(withLabels),
		},
	};
}

/**
 * An order that was not imported; `reason` is the first of `reasons`, where a table can show it.
 * @param order the order, or what came in its stead
 */
export function heldItem(order: object, held: Reason[], plan?: PlanReport): IDataObject {
	const reasons = held.map(withLabels);
	return {
		...orderFields(order),
		reason: reasons[0],
		reasons,
		sos: {
			status: 'held',
			...(plan && {
				documentType: plan.type,
				number: plan.number,
				totalCheck: plan.totalCheck,
				eligibility: labelled(plan.eligibility),
				warnings: plan.warnings.map(withLabels),
			}),
		},
	};
}

function labelled({ eligible, rules }: EligibilityReport): EligibilityReport {
	return {
		eligible,
		rules: rules.map((rule) => (rule.reason ? { ...rule, reason: withLabels(rule.reason) } : rule)),
	};
}

/** An output item that belongs to one input item. */
export function paired(json: IDataObject, itemIndex: number): INodeExecutionData {
	return { json, pairedItem: { item: itemIndex } };
}
