import { decimalsOf } from '../currencies';
import { toText } from '../money';
import type { Reason } from '../reason';
import { sameText } from '../sameText';
import { writtenReasons } from './reasons/writtenReasons';
import type { SosDocumentLine, SosSalesDocument } from './salesDocument';
import { documentTotal } from './totalCheck';
import { QUANTITY_SCALE } from './unitPrices';
import { readWritten, type SentPlan, type WrittenDocument, type WrittenLine } from './writtenDocument';

const DAY_MS = 86_400_000;

/**
 * Tells whether a document that already has the number was made from the same order: by customer PO, date,
 * total, and the items and quantities of its lines. Two stores may share a series by mistake, and then order
 * numbers, which the customer PO is, say nothing.
 * @param existing the document as SOS returned it; its keys are read whatever their case
 * @returns when it was not, the reason to hold the order, which names the other document
 */
export function isSameDocument(
	plan: SentPlan,
	existing: unknown,
): { same: true; reason?: undefined } | { same: false; reason: Reason } {
	const { document: planned } = plan;
	const decimals = decimalsOf(plan.totalCheck.currency);
	const other = readWritten(existing, decimals);
	const total = documentTotal(planned, decimals);
	const { missing, added } = compareLines(planned.lines, other.lines);
	const differences = [
		other.customerPO !== planned.customerPO &&
			`customer PO ${other.customerPO || '(none)'} instead of ${planned.customerPO}`,
		!isSameDay(other.date, planned.date) &&
			`date ${dayOf(other.date) || '(none)'} instead of ${dayOf(planned.date)}`,
		other.total !== total &&
			`total ${other.total === undefined ? '(none)' : toText(other.total, decimals)} instead of ${toText(total, decimals)}`,
		other.lines.length !== planned.lines.length &&
			`${other.lines.length} lines instead of ${planned.lines.length}`,
		other.lines.length === planned.lines.length &&
			missing.length + added.length > 0 &&
			`without ${missing.map(lineText).join(', ')} but with ${added.map(lineText).join(', ')}`,
	].filter((difference) => difference !== false);
	if (differences.length === 0) return { same: true };
	const { number } = planned;
	const document = { number, existingId: other.id, existingCustomerPo: other.customerPO };
	const reason = isOfSameOrder(planned, other)
		? writtenReasons.changedSinceImport(document, differences)
		: writtenReasons.numberTaken(document, differences);
	return { same: false, reason };
}

/**
 * Tells whether a document, found after the answer to its POST was lost, is the one that was sent. SOS may
 * have dropped lines whose item it does not know, but has none that were not sent.
 * @param found the document as SOS returned it; its keys are read whatever their case
 */
export function isWhatWasSent(plan: SentPlan, found: unknown): boolean {
	const other = readWritten(found, decimalsOf(plan.totalCheck.currency));
	return (
		isOfSameOrder(plan.document, other) && compareLines(plan.document.lines, other.lines).added.length === 0
	);
}

function isOfSameOrder(planned: SosSalesDocument, other: WrittenDocument): boolean {
	return other.customerPO === planned.customerPO && isSameDay(other.date, planned.date);
}

/** Within a day: SOS does not say which time zone its dates are in. */
function isSameDay(date: string | undefined, planned: string): boolean {
	return Math.abs(Date.parse(dayOf(date)) - Date.parse(dayOf(planned))) <= DAY_MS;
}

function dayOf(date = ''): string {
	return date.slice(0, 10);
}

/** The lines only one of the documents has, whatever their order. */
function compareLines(
	planned: SosDocumentLine[],
	written: WrittenLine[],
): { missing: SosDocumentLine[]; added: WrittenLine[] } {
	const added = [...written];
	const missing = planned.filter((line) => {
		const index = added.findIndex((other) => isSameLine(line, other));
		if (index >= 0) added.splice(index, 1);
		return index < 0;
	});
	return { missing, added };
}

/** An item that was sent without an id was looked up by its name. */
function isSameLine({ item, quantity }: SosDocumentLine, other: WrittenLine): boolean {
	const sameItem = item.id === undefined ? sameText(item.name, other.item.name) : item.id === other.item.id;
	return sameItem && Math.round((quantity - other.quantity) * QUANTITY_SCALE) === 0;
}

function lineText({ item, quantity }: SosDocumentLine | WrittenLine): string {
	return `${quantity} × ${item.name || `item ${item.id}`}`;
}
