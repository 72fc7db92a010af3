import type { Reference } from '../records/reference';
import { invalid } from '../refusal';

/**
 * The lines that have an item. Those whose item does not exist were sent in vain: SOS Inventory drops them
 * without a word.
 * @param words how messages call the document, for example `a sales order`
 * @throws Refusal when no line is left
 */
export function linesWithItem<T extends { item: Reference | null }>(
	lines: T[],
	words: string,
): Array<T & { item: Reference }> {
	const kept = lines.filter((line): line is T & { item: Reference } => line.item !== null);
	if (kept.length === 0) throw invalid(`You cannot save ${words} with no line items.`);
	return kept;
}
