import type { Reason } from '../../reason';
import { setting } from '../../settingName';

/** What a comparison with a document in SOS Inventory brought to light. */
export const writtenReasons = { linesDiffer, totalDiffers, numberTaken, changedSinceImport };

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

function totalDiffers(compared: SentAndWritten): Reason {
	return { code: 'WRITTEN_TOTAL_DIFFERS', ...differs(compared) };
}

function differs(compared: SentAndWritten): Omit<Reason, 'code'> {
	const { number, sentLines, writtenLines, sentTotal, writtenTotal } = compared;
	return {
		message: `${number}: sent with ${sentLines} lines and a total of ${sentTotal}, but SOS Inventory has ${writtenLines} lines and a total of ${writtenTotal}.`,
		fix: 'Open the document in SOS Inventory and correct it, or delete it and run this order again once the cause is found. It is not created a second time.',
		details: { ...compared },
	};
}

/** A document that was there before. */
export interface ExistingDocument {
	number: string;
	existingId?: number;
	existingCustomerPo?: string;
}

function numberTaken(existing: ExistingDocument, differences: string[]): Reason {
	return {
		code: 'NUMBER_TAKEN',
		...belongsToAnother(existing, differences),
		fix: `Choose ${setting('import.prefix')}, ${setting('import.suffix')} or ${setting('import.fields.numberOffset')} so that the numbers are not in use in SOS Inventory. If the document is this order and was edited there, nothing has to be done.`,
	};
}

function changedSinceImport(existing: ExistingDocument, differences: string[]): Reason {
	return {
		code: 'ORDER_CHANGED_SINCE_IMPORT',
		...belongsToAnother(existing, differences),
		fix: 'The order was imported before and has changed since: correct the document in SOS Inventory by hand.',
	};
}

function belongsToAnother(
	existing: ExistingDocument,
	differences: string[],
): Pick<Reason, 'message' | 'details'> {
	const { number, existingId } = existing;
	return {
		message: `The number ${number} belongs to another document in SOS Inventory (id ${existingId ?? 'unknown'}): ${differences.join(', ')}.`,
		details: { ...existing },
	};
}
