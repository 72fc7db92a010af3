import type { Reason } from '../reason';
import { writtenReasons } from './reasons/writtenReasons';
import type { SosSalesDocument } from './salesDocument';
import { partsOf, type WrittenDifference } from './written';
import type { DocumentPart } from './writtenDocument';

/** The numbers of the documents in each row that differ in the same part. */
export type RowsOfDifferences = Map<DocumentPart, string[]>;

/** So many documents in a row that differ in the same way are one problem, which the next ones would have as well. */
const IN_A_ROW = 2;

/**
 * Notices when SOS changes one document after the other in the same way: drops the tax, ignores the discount.
 * A document that has no tax says nothing about tax, so it does not end the row.
 */
export class SameDifference {
	private readonly dropped = new Set<number>();

	/** @param rows what earlier runs have found: where nobody solved it, the first document shows that already */
	constructor(private readonly rows: RowsOfDifferences = new Map()) {}

	/** @returns why no further document should be written, once that is so */
	learn(document: SosSalesDocument, difference?: WrittenDifference): Reason | undefined {
		if (difference === undefined) {
			for (const part of partsOf(document)) this.rows.delete(part);
			return undefined;
		}
		const { differsIn, droppedItems } = difference;
		if (this.isKnown(droppedItems)) return undefined;
		const row = [...(this.rows.get(differsIn) ?? []), document.number].slice(-IN_A_ROW);
		this.rows.set(differsIn, row);
		return row.length < IN_A_ROW ? undefined : writtenReasons.sameDifferenceAgain(row, differsIn);
	}

	/** An item that is gone is one item's problem, also where several documents with it were under way. */
	private isKnown(droppedItems: number[]): boolean {
		const isKnown = droppedItems.length > 0 && droppedItems.every((id) => this.dropped.has(id));
		for (const id of droppedItems) this.dropped.add(id);
		return isKnown;
	}
}
