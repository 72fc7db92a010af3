import { decimalsOf } from '../currencies';
import { toText } from '../money';
import type { Reason } from '../reason';
import { compareContents, isSameContent } from './contents';
import type { ItemLine } from './itemSums';
import type { KitContents } from './kitContents';
import { writtenReasons } from './reasons/writtenReasons';
import { otherBuyer } from './sameBuyer';
import { documentTotal } from './totalCheck';
import { readWritten, type SentPlan, type WrittenDocument } from './writtenDocument';

const DAY_MS = 86_400_000;

/**
 * Tells whether a document that already has the number was made from the same order: by customer PO, date,
 * who it is for, total, and how much of each item it holds. Two stores may share a series by mistake, and then
 * order numbers, which the customer PO is, say nothing.
 * @param existing the document as SOS returned it; its keys are read whatever their case
 * @param kits the kits on the order, where their components may stand on the document
 * @returns when it was not, the reason to hold the order, which names the other document
 */
export function isSameDocument(
	plan: SentPlan,
	existing: unknown,
	kits?: KitContents,
): { same: true; reason?: undefined } | { same: false; reason: Reason } {
	const { document: planned } = plan;
	const decimals = decimalsOf(plan.totalCheck.currency);
	const other = readWritten(existing, decimals);
	const total = documentTotal(planned, decimals);
	const ofAnotherOrder = differencesInOrder(plan, other);
	const contents = compareContents(planned.lines, other.lines, kits);
	const differences = [
		...ofAnotherOrder,
		...(other.total === total
			? []
			: [
					`total ${other.total === undefined ? '(none)' : toText(other.total, decimals)} instead of ${toText(total, decimals)}`,
				]),
		...(isSameContent(contents) ? [] : [contentText(contents)]),
	];
	if (differences.length === 0) return { same: true };
	const { number } = planned;
	const document = { number, existingId: other.id, existingCustomerPo: other.customerPO };
	const reason =
		ofAnotherOrder.length === 0
			? writtenReasons.changedSinceImport(document, differences)
			: writtenReasons.numberTaken(document, differences);
	return { same: false, reason };
}

/**
 * Tells whether a document, found after the answer to its POST was lost, is the one that was sent. SOS may
 * have dropped lines whose item it does not know, but has none that were not sent.
 * @param found the document as SOS returned it; its keys are read whatever their case
 * @param kits the kits on the order, which SOS may have written as their components
 */
export function isWhatWasSent(plan: SentPlan, found: unknown, kits?: KitContents): boolean {
	const other = readWritten(found, decimalsOf(plan.totalCheck.currency));
	const { added } = compareContents(plan.document.lines, other.lines, kits);
	return isOfSameOrder(plan, found) && added.length === 0;
}

/** Tells whether a document with the order's number is the order's, whatever has become of its lines and amounts. */
export function isOfSameOrder(plan: SentPlan, existing: unknown): boolean {
	const other = readWritten(existing, decimalsOf(plan.totalCheck.currency));
	return differencesInOrder(plan, other).length === 0;
}

/** What tells that a document belongs to another order, of this store or another one. */
function differencesInOrder({ document: planned }: SentPlan, other: WrittenDocument): string[] {
	const buyer = otherBuyer(planned, other);
	return [
		...(other.customerPO === planned.customerPO
			? []
			: [`customer PO ${other.customerPO || '(none)'} instead of ${planned.customerPO}`]),
		...(isSameDay(other.date, planned.date)
			? []
			: [`date ${dayOf(other.date) || '(none)'} instead of ${dayOf(planned.date)}`]),
		...(buyer === undefined ? [] : [buyer]),
	];
}

/** Within a day: SOS does not say which time zone its dates are in. */
function isSameDay(date: string | undefined, planned: string): boolean {
	return Math.abs(Date.parse(dayOf(date)) - Date.parse(dayOf(planned))) <= DAY_MS;
}

function dayOf(date = ''): string {
	return date.slice(0, 10);
}

function contentText({ missing, added }: { missing: ItemLine[]; added: ItemLine[] }): string {
	const parts = [
		missing.length > 0 && `without ${missing.map(lineText).join(', ')}`,
		added.length > 0 && `with ${added.map(lineText).join(', ')}`,
	];
	return parts.filter(Boolean).join(' but ');
}

function lineText({ item, quantity }: ItemLine): string {
	return `${quantity} × ${item.name || `item ${item.id}`}`;
}
