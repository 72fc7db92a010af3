import { decimalsOf } from '../currencies';
import { fromDecimal, toText } from '../money';
import type { Reason } from '../reason';
import type { SosSalesDocument } from './salesDocument';
import { documentTotal, type TotalCheck } from './totalCheck';

/** The part of a `SalesDocumentPlan` that comparing takes. */
export interface WrittenPlan {
	document: SosSalesDocument;
	totalCheck: Pick<TotalCheck, 'currency'>;
}

/** What of a document that SOS returned is compared. */
interface WrittenDocument {
	id?: number;
	number?: string;
	customerPO?: string;
	/** Minor units; undefined when SOS sent no total. */
	total?: number;
	lineCount: number;
}

/**
 * Compares a document with SOS's answer to the POST: SOS drops lines whose item it does not know, and
 * may compute another total. The document exists by then; the reason is to be shown, not to be retried on.
 * @param plan what was sent
 * @param answer `data` of the answer; its keys are read whatever their case
 */
export function compareWithWritten(plan: WrittenPlan, answer: object): Reason | undefined {
	const { document: planned } = plan;
	const decimals = decimalsOf(plan.totalCheck.currency);
	const written = readWritten(answer, decimals);
	const total = documentTotal(planned, decimals);
	const linesDiffer = written.lineCount !== planned.lines.length;
	const totalDiffers = written.total !== undefined && written.total !== total;
	if (!linesDiffer && !totalDiffers) return undefined;
	const sentTotal = toText(total, decimals);
	const writtenTotal = written.total === undefined ? 'none' : toText(written.total, decimals);
	return {
		code: linesDiffer ? 'WRITTEN_LINES_DIFFER' : 'WRITTEN_TOTAL_DIFFERS',
		message: `${planned.number}: sent with ${planned.lines.length} lines and a total of ${sentTotal}, but SOS Inventory has ${written.lineCount} lines and a total of ${writtenTotal}.`,
		fix: 'Open the document in SOS Inventory and correct it, or delete it and run this order again once the cause is found. It is not created a second time.',
		details: {
			id: written.id,
			number: planned.number,
			sentLines: planned.lines.length,
			writtenLines: written.lineCount,
			sentTotal,
			writtenTotal,
		},
	};
}

/**
 * Tells whether a document that already has the number was made from the same order: by customer PO, total
 * and number of lines.
 * @param existing the document as SOS returned it; its keys are read whatever their case
 * @returns when it was not, the reason to hold the order, which names the other document
 */
export function isSameDocument(
	plan: WrittenPlan,
	existing: object,
): { same: true; reason?: undefined } | { same: false; reason: Reason } {
	const { document: planned } = plan;
	const decimals = decimalsOf(plan.totalCheck.currency);
	const other = readWritten(existing, decimals);
	const total = documentTotal(planned, decimals);
	const differences = [
		other.customerPO !== planned.customerPO &&
			`customer PO ${other.customerPO || '(none)'} instead of ${planned.customerPO}`,
		other.total !== total &&
			`total ${other.total === undefined ? '(none)' : toText(other.total, decimals)} instead of ${toText(total, decimals)}`,
		other.lineCount !== planned.lines.length && `${other.lineCount} lines instead of ${planned.lines.length}`,
	].filter(Boolean);
	if (differences.length === 0) return { same: true };
	const sameOrder = other.customerPO === planned.customerPO;
	const reason = {
		code: sameOrder ? 'ORDER_CHANGED_SINCE_IMPORT' : 'NUMBER_TAKEN',
		message: `The number ${planned.number} belongs to another document in SOS Inventory (id ${other.id ?? 'unknown'}): ${differences.join(', ')}.`,
		fix: sameOrder
			? 'The order was imported before and has changed since: correct the document in SOS Inventory by hand.'
			: 'Choose a prefix, suffix or offset whose numbers are not in use in SOS Inventory.',
		details: { number: planned.number, existingId: other.id, existingCustomerPo: other.customerPO },
	};
	return { same: false, reason };
}

function readWritten(answer: object, decimals: number): WrittenDocument {
	const fields = new Map(Object.entries(answer).map(([key, value]) => [key.toLowerCase(), value as unknown]));
	const total = Number(fields.get('total') ?? NaN);
	const lines = fields.get('lines');
	return {
		id: fields.get('id') as number | undefined,
		number: fields.get('number') as string | undefined,
		customerPO: (fields.get('customerpo') as string | null | undefined) ?? undefined,
		...(Number.isFinite(total) && { total: fromDecimal(total, decimals) }),
		lineCount: Array.isArray(lines) ? lines.length : 0,
	};
}
