import { decimalsOf } from '../currencies';
import { fromDecimal, toText } from '../money';
import type { Reason } from '../reason';
import { compareContents, isSameContent } from './contents';
import type { ItemLine } from './itemSums';
import type { KitContents } from './kitContents';
import { writtenReasons } from './reasons/writtenReasons';
import type { SosSalesDocument } from './salesDocument';
import { documentTotal } from './totalCheck';
import {
	type DocumentPart,
	HEADER_AMOUNTS,
	type HeaderAmount,
	readWritten,
	type SentPlan,
	type WrittenDocument,
} from './writtenDocument';

/** In what SOS's answer to a document differs from what was sent. */
export interface WrittenDifference {
	/** To be shown, not to be retried on: the document exists by then. */
	reason: Reason;
	/** The same for documents that differ in the same way. */
	differsIn: DocumentPart;
	/** The items that were sent and of which SOS kept nothing. */
	droppedItems: number[];
}

/**
 * Compares a document with SOS's answer to the POST: SOS drops lines whose item it does not know, and
 * may compute another total.
 * @param sent what was sent
 * @param answer `data` of the answer; its keys are read whatever their case
 * @param kits the kits on the order, which SOS may have written as their components
 */
export function differenceFromWritten(
	sent: SentPlan,
	answer: unknown,
	kits?: KitContents,
): WrittenDifference | undefined {
	const { document } = sent;
	const decimals = decimalsOf(sent.totalCheck.currency);
	const written = readWritten(answer, decimals);
	const total = documentTotal(document, decimals);
	const contentDiffers = !holdsWhatWasSent(document, written, kits);
	const totalDiffers = written.total !== undefined && written.total !== total;
	if (!contentDiffers && !totalDiffers) return undefined;
	const compared = {
		id: written.id,
		number: document.number,
		sentLines: document.lines.length,
		writtenLines: written.lines.length,
		sentTotal: toText(total, decimals),
		writtenTotal: written.total === undefined ? 'none' : toText(written.total, decimals),
	};
	if (contentDiffers) {
		const droppedItems = itemsDropped(document, answer, kits);
		return { reason: writtenReasons.linesDiffer(compared), differsIn: 'lines', droppedItems };
	}
	const amount = amountThatDiffers(document, written, decimals);
	const reason = writtenReasons.totalDiffers(compared, amount);
	return { reason, differsIn: amount ?? 'total', droppedItems: [] };
}

/** The reason alone of `differenceFromWritten`. */
export function compareWithWritten(sent: SentPlan, answer: unknown, kits?: KitContents): Reason | undefined {
	return differenceFromWritten(sent, answer, kits)?.reason;
}

/** The parts of a document that SOS could change: those it has. */
export function partsOf(document: SosSalesDocument): DocumentPart[] {
	return [...HEADER_AMOUNTS.filter((name) => document[name] !== undefined), 'lines', 'total'];
}

/** The one amount of the header that explains the difference in total, by what SOS has of it or as if SOS had dropped it. */
function amountThatDiffers(
	document: SosSalesDocument,
	written: WrittenDocument,
	decimals: number,
): HeaderAmount | undefined {
	const difference = (written.total ?? 0) - documentTotal(document, decimals);
	return HEADER_AMOUNTS.find((name) => {
		const sent = fromDecimal(document[name] ?? 0, decimals);
		return difference === (written[name] ?? 0) - sent;
	});
}

/**
 * The items that were sent and of which SOS kept nothing.
 * @param answer as for `compareWithWritten`
 */
export function itemsDropped({ lines }: SosSalesDocument, answer: unknown, kits?: KitContents): number[] {
	const { missing, added } = compareContents(lines, readWritten(answer, 0).lines, kits);
	const kept = new Set(added.map(({ item }) => item.id));
	return missing.flatMap(({ item: { id } }) => (id === undefined || kept.has(id) ? [] : [id]));
}

function holdsWhatWasSent(
	{ lines }: SosSalesDocument,
	written: WrittenDocument,
	kits?: KitContents,
): boolean {
	if (!written.lines.every(saysWhatItHolds)) return written.lines.length === lines.length;
	return isSameContent(compareContents(lines, written.lines, kits));
}

/** Where an answer does not say what its lines hold, only their number can be compared. */
function saysWhatItHolds({ item: { id, name }, quantity }: ItemLine): boolean {
	return Number.isFinite(quantity) && (!Number.isNaN(id) || name !== '');
}
