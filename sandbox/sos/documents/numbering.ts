import type { Collection } from '../../shared/collection';
import { invalid } from '../refusal';

const firstAutomaticNumber = 1001;

/**
 * The number a document gets: the one that was sent, or the next free one for `auto` or none. A number is
 * taken for good, by archived documents too.
 * @param words how messages call this kind of document, for example `sales order`
 * @param ownId the document that is being replaced; its own number is not a duplicate
 * @throws Refusal for a number another document of this kind has
 */
export function documentNumber(
	sent: string | null,
	documents: Collection<{ id: number; number: string }>,
	words: string,
	ownId?: number,
): string {
	const others = documents.values().filter(({ id }) => id !== ownId);
	const taken = new Set(others.map(({ number }) => number));
	const number = (sent ?? '').trim();
	if (number !== '' && number.toLowerCase() !== 'auto') {
		if (taken.has(number)) throw invalid(`Duplicate ${words} number. Please choose another number.`);
		return number;
	}
	let next = firstAutomaticNumber;
	while (taken.has(String(next))) next += 1;
	return String(next);
}
