import type { Reason } from '../reason';
import type { KitContents } from './kitContents';
import type { KnownDocument, SoughtDocument } from './knownDocument';
import { earlierReasons } from './reasons/earlierReasons';
import { otherAddress } from './sameBuyer';
import { isOfSameOrder, isSameDocument } from './sameDocument';
import { readWritten } from './writtenDocument';

/** A document is the order's, whether or not it says the same, or may be. */
export type Verdict = { reason?: Reason };

/**
 * Judges a document that may be an order's, by what it holds: see `kinship`.
 *
 * @param found the document as SOS returned it, in full
 * @param kits the kits on the order, which SOS may have written as their components
 * @returns undefined for a document of another order, which does not stand in the way of this one
 */
export function judgeEarlier(
	sought: SoughtDocument,
	known: KnownDocument,
	found: unknown,
	kits?: KitContents,
): Verdict | undefined {
	// Under the number it has: an order's document may have been written with another prefix.
	const asFound = { ...sought, document: { ...sought.document, number: known.number } };
	const { same, reason } = isSameDocument(asFound, found, kits);
	if (same) return {};
	if (known.number === sought.document.number || isOfSameOrder(asFound, found)) return { reason };
	// Another store may have the same order number under a prefix of its own.
	const isForAnother = otherAddress(sought.document, readWritten(found, 0)) !== undefined;
	return isForAnother ? undefined : { reason: earlierReasons.mayBeThere(known) };
}
