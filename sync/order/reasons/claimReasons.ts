import type { Reason } from '../../reason';
import { setting } from '../../settingName';

/** What claims and import marks in BigCommerce say about an order. */
export const claimReasons = { notClaimed, beingImported, markedBefore, notMarked, inSosTwice };

/**
 * @param why what BigCommerce said
 * @param fix what it asks for
 */
function notClaimed(why: string, fix: string): Reason {
	return {
		code: 'NOT_CLAIMED',
		message: `it was not written, since it could not be noted in BigCommerce first: ${why}.`,
		fix,
	};
}

/** @param forMs how long the other run has been at it, where that is known */
function beingImported(forMs?: number): Reason {
	const minutes = forMs === undefined ? undefined : Math.max(0, Math.round(forMs / 60_000));
	const since = minutes === undefined ? '' : ` (for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`;
	return {
		code: 'BEING_IMPORTED',
		message: `another run is importing it at the moment${since}.`,
		fix: 'Nothing has to be done. Should that run not end, a later one takes the order over after 15 minutes.',
	};
}

/** The document that the order's mark names. */
interface MarkedDocument {
	id?: string;
	number?: string;
}

function markedBefore({ id = 'unknown', number = '' }: MarkedDocument): Reason {
	return {
		code: 'MARKED_BEFORE',
		message: `BigCommerce has it marked as imported to ${number === '' ? 'a document' : number} (id ${id}). SOS Inventory was not asked.`,
		fix: `If that document is not in SOS Inventory any more, take the mark off with ${setting('orders.removeImportMark')} and run this order again.`,
		details: { id, number },
	};
}

/** @param own what this run wrote, and what the order is marked with */
function inSosTwice(own: MarkedDocument, other: MarkedDocument): Reason {
	return {
		code: 'IN_SOS_TWICE',
		message: `it is in SOS Inventory twice: as ${named(own)} by this run, and as ${named(other)} by another one, which took the order over because this run had stood still for 15 minutes.`,
		fix: `Look at both documents and delete ${own.number ?? 'the one of this run'}: the order is marked with the other one.`,
		details: { id: own.id, number: own.number, otherId: other.id, otherNumber: other.number },
	};
}

function named({ id = 'unknown', number = 'a document' }: MarkedDocument): string {
	return `${number} (id ${id})`;
}

/** @param why what BigCommerce said */
function notMarked(why: string): Reason {
	return {
		code: 'NOT_MARKED',
		message: `it is in SOS Inventory, but could not be marked in BigCommerce: ${why}.`,
		fix: 'Solve what the message names. A run after 15 minutes finds the document and marks the order; it is not created again.',
	};
}
