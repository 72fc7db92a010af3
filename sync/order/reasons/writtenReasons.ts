import type { Reason } from '../../reason';
import { setting } from '../../settingName';
import type { DocumentPart, HeaderAmount } from '../writtenDocument';

/** What a comparison with a document in SOS Inventory brought to light. */
export const writtenReasons = {
	linesDiffer,
	totalDiffers,
	sameDifferenceAgain,
	numberTaken,
	changedSinceImport,
};

/** How people call the parts of a document. */
const WORDS: Record<DocumentPart, string> = {
	taxAmount: 'tax',
	discountAmount: 'discount',
	shippingAmount: 'shipping',
	lines: 'lines',
	total: 'total',
};

/** What was sent, and what SOS has; totals as decimal text. */
export interface SentAndWritten {
	id?: number;
	number: string;
	sentLines: number;
	writtenLines: number;
	sentTotal: string;
	writtenTotal: string;
}

function linesDiffer(compared: SentAndWritten): Reason {
	return { code: 'WRITTEN_LINES_DIFFER', ...differs(compared) };
}

function totalDiffers(compared: SentAndWritten, amount?: HeaderAmount): Reason {
	const { message, ...rest } = differs(compared);
	const cause = amount === undefined ? '' : ` SOS Inventory changed the ${WORDS[amount]}.`;
	return { code: 'WRITTEN_TOTAL_DIFFERS', message: message + cause, ...rest };
}

function differs(compared: SentAndWritten): Omit<Reason, 'code'> {
	const { number, sentLines, writtenLines, sentTotal, writtenTotal } = compared;
	return {
		message: `${number}: sent with ${sentLines} lines and a total of ${sentTotal}, but SOS Inventory has ${writtenLines} lines and a total of ${writtenTotal}.`,
		fix: 'Open the document in SOS Inventory and correct it, or delete it and run this order again once the cause is found. It is not created a second time.',
		details: { ...compared },
	};
}

/** @param numbers of the documents, in the order in which they were written */
function sameDifferenceAgain(numbers: string[], part: DocumentPart): Reason {
	return {
		code: 'SAME_DIFFERENCE_AGAIN',
		message: `SOS Inventory changed the ${WORDS[part]} of ${numbers.join(' and ')}, one document after the other. It would change that of the next ones, too.`,
		fix: `${CAUSES[part]} Correct the documents that were written, and run the workflow again.`,
		details: { numbers, part },
	};
}

const CAUSES: Record<DocumentPart, string> = {
	taxAmount: `SOS Inventory may compute the tax itself: see its settings for sales tax and those of QuickBooks, and ${setting('import.amounts.taxCode')} in the node.`,
	discountAmount: `Discounts may be off in QuickBooks or SOS Inventory: switch them on, or set ${setting('import.amounts.discountsAs')} to lower prices or an item line.`,
	shippingAmount: `SOS Inventory may not take a shipping amount: set ${setting('import.amounts.shippingAs')} to an item line.`,
	lines:
		'See which lines of the documents are not as the orders have them, and whether the items are still in SOS Inventory.',
	total: 'Compare the documents with the orders, and see the settings for sales in SOS Inventory.',
};

/** A document that was there before. */
export interface ExistingDocument {
	number: string;
	existingId?: number;
	existingCustomerPo?: string;
}

function numberTaken(existing: ExistingDocument, differences: string[]): Reason {
	const { number } = existing;
	return {
		code: 'NUMBER_TAKEN',
		message: `The number ${number} belongs to another document in SOS Inventory (${idOf(existing)}): ${differences.join(', ')}.`,
		fix: `Give each store numbers of its own: choose ${setting('import.prefix')}, ${setting('import.suffix')} or ${setting('import.fields.numberOffset')} so that they are not in use in SOS Inventory. If the document is this order and was edited there, mark the order as imported.`,
		details: { ...existing },
	};
}

/** Whether the order or the document changed cannot be told from the two. */
function changedSinceImport(existing: ExistingDocument, differences: string[]): Reason {
	const { number } = existing;
	return {
		code: 'ORDER_CHANGED_SINCE_IMPORT',
		message: `The document ${number} of this order in SOS Inventory is not like the order (${idOf(existing)}): ${differences.join(', ')}.`,
		fix: 'Compare the two. Where the order is right, correct the document in SOS Inventory by hand; where the document is right, mark the order as imported.',
		details: { ...existing },
	};
}

function idOf({ existingId }: ExistingDocument): string {
	return `id ${existingId ?? 'unknown'}`;
}
