import { decimalsOf } from '../currencies';
import { toText } from '../money';
import type { Reason } from '../reason';
import { compareContents, isSameContent } from './contents';
import type { ItemLine } from './itemSums';
import type { KitContents } from './kitContents';
import { writtenReasons } from './reasons/writtenReasons';
import type { SosSalesDocument } from './salesDocument';
import { documentTotal } from './totalCheck';
import { readWritten, type SentPlan, type WrittenDocument } from './writtenDocument';

/**
 * Compares a document with SOS's answer to the POST: SOS drops lines whose item it does not know, and
 * may compute another total. The document exists by then; the reason is to be shown, not to be retried on.
 * @param sent what was sent
 * @param answer `data` of the answer; its keys are read whatever their case
 * @param kits the kits on the order, which SOS may have written as their components
 */
export function compareWithWritten(sent: SentPlan, answer: unknown, kits?: KitContents): Reason | undefined {
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
	return contentDiffers ? writtenReasons.linesDiffer(compared) : writtenReasons.totalDiffers(compared);
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
