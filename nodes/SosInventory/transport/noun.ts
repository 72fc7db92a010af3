import type { Noun } from '../../shared/request/noun';
import type { Shape } from '../../shared/request/shape';

/** What every SOS record has. */
export interface SosRecord {
	id: number;
}

/** A kind of record of SOS Inventory. */
export interface SosNoun<T extends SosRecord = SosRecord> extends Noun<T> {
	/** Where SOS has it, below the API's root and starting with a slash. */
	path: string;
	/** What its list can be narrowed by. SOS ignores any other argument and then gives everything. */
	filters: readonly string[];
}

/** @param words in the middle of a sentence; "s" makes them several */
export function sosNoun<T extends SosRecord>(
	path: string,
	words: string,
	shape: Shape<T>,
	filters: readonly string[] = [],
): SosNoun<T> {
	return { path, words, shape, filters, keyOf: ({ id }) => id };
}
