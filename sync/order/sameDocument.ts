import { decimalsOf } from '../currencies';
import { toText } from '../money';
import type { Reason } from '../reason';
import { compareContents, type ContentDifference, isSameContent } from './contents';
import type { ItemLine } from './itemSums';
import type { KitContents } from './kitContents';
import { writtenReasons } from './reasons/writtenReasons';
import type { SosSalesDocument } from './salesDocument';
import { otherAddress, otherCustomer } from './sameBuyer';
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
	const other = readWritten(existing, decimalsOf(plan.totalCheck.currency));
	const ofAnotherOrder = differencesInOrder(planned, other);
	const address = otherAddress(planned, other) ?? [];
	const content = differencesInContent(plan, other, kits);
	const differences = [...ofAnotherOrder, address, ...content].flat();
	if (differences.length === 0) return { same: true };
	const { number } = planned;
	const document = { number, existingId: other.id, existingCustomerPo: other.customerPO };
	// With the same goods for the same money only the address tells that another store has the number, too.
	const isChanged = ofAnotherOrder.length === 0 && content.length > 0;
	return {
		same: false,
		reason: isChanged
			? writtenReasons.changedSinceImport(document, differences)
			: writtenReasons.numberTaken(document, differences),
	};
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
export function isOfSameOrder({ document, totalCheck }: SentPlan, existing: unknown): boolean {
	const other = readWritten(existing, decimalsOf(totalCheck.currency));
	return differencesInOrder(document, other).length === 0 && otherAddress(document, other) === undefined;
}

/** What tells that a document belongs to another order, of this store or another one. */
function differencesInOrder(planned: SosSalesDocument, other: WrittenDocument): string[] {
	const differences = [
		other.customerPO !== planned.customerPO &&
			`customer PO ${other.customerPO || '(none)'} instead of ${planned.customerPO}`,
		!isSameDay(other.date, planned.date) &&
			`date ${dayOf(other.date) || '(none)'} instead of ${dayOf(planned.date)}`,
		otherCustomer(planned, other),
	];
	return differences.filter((difference) => typeof difference === 'string');
}

function differencesInContent(plan: SentPlan, other: WrittenDocument, kits?: KitContents): string[] {
	const decimals = decimalsOf(plan.totalCheck.currency);
	const total = documentTotal(plan.document, decimals);
	const contents = compareContents(plan.document.lines, other.lines, kits);
	const differences = [
		other.total !== total &&
			`total ${other.total === undefined ? '(none)' : toText(other.total, decimals)} instead of ${toText(total, decimals)}`,
		!isSameContent(contents) && contentText(contents),
	];
	return differences.filter((difference) => difference !== false);
}

/** Within a day: SOS does not say which time zone its dates are in. */
function isSameDay(date: string | undefined, planned: string): boolean {
	return Math.abs(Date.parse(dayOf(date)) - Date.parse(dayOf(planned))) <= DAY_MS;
}

function dayOf(date = ''): string {
	return date.slice(0, 10);
}

function contentText({ missing, added }: ContentDifference): string {
	const parts = [
		missing.length > 0 && `without ${missing.map(lineText).join(', ')}`,
		added.length > 0 && `with ${added.map(lineText).join(', ')}`,
	];
	return parts.filter(Boolean).join(' but ');
}

function lineText({ item, quantity }: ItemLine): string {
	return `${quantity} × ${item.name || `item ${item.id}`}`;
}
