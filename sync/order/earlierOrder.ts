import type { Reason } from '../reason';
import type { KnownDocument, SoughtDocument } from './knownDocument';
import { earlierReasons } from './reasons/earlierReasons';
import { otherAddress, otherCustomer } from './sameBuyer';
import { isOfSameOrder } from './sameDocument';
import { readWritten } from './writtenDocument';

/** The document an order would have got under the number of one that is there: it may have had another prefix then. */
export function numberedAs(
	sought: SoughtDocument,
	{ number }: Pick<KnownDocument, 'number'>,
): SoughtDocument {
	return { ...sought, document: { ...sought.document, number } };
}

/**
 * Judges a document that may be an order's (see `kinship`) and differs from what the order says.
 *
 * @param found the document as SOS returned it, in full
 * @param difference how it differs
 * @returns why the order is held; undefined when the document is another store's and not in the way of this order
 */
export function judgeDifference(
	sought: SoughtDocument,
	known: KnownDocument,
	found: unknown,
	difference: Reason,
): Reason | undefined {
	const isItsNumber = known.number === sought.document.number;
	if (isItsNumber || isOfSameOrder(numberedAs(sought, known), found)) return difference;
	// Another store may have the same order number under a prefix of its own.
	const isForAnother = otherAddress(sought.document, readWritten(found, 0)) !== undefined;
	return isForAnother ? undefined : earlierReasons.mayBeThere(known);
}

/**
 * Tells whether a document that is likely an order's (see `kinship`) turns out to be for another buyer, once it is
 * read in full: another store has the same order number, and by chance the same total.
 *
 * @param found the document as SOS returned it, in full
 * @param oneForAll whether all orders go to the same customer, who then tells nothing about an order
 */
export function isForAnotherBuyer({ document }: SoughtDocument, found: unknown, oneForAll: boolean): boolean {
	const written = readWritten(found, 0);
	// Whoever enters an order by hand may leave the address that the customer has in SOS.
	const isOtherCustomer = oneForAll || otherCustomer(document, written) !== undefined;
	return isOtherCustomer && otherAddress(document, written) !== undefined;
}
