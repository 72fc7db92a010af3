import { nameFrom, type Flaw, type Shape } from './shape';

/** A kind of record that a service has: what it is called, what it promises, what tells two of them apart. */
export interface Noun<T> {
	/** In the middle of a sentence: "inventory item". */
	words: string;
	/** Where it is not the words with an s. */
	plural?: string;
	shape: Shape<T>;
	/** The same for the same record whenever it is read. */
	keyOf(record: T): string | number;
}

/**
 * What is wrong with a record that a service sent, naming the record and the field; undefined when it
 * is as promised.
 *
 * @param place where the record stands, to name it by where it has no key: "in row 3"
 */
export function flawInRecord<T>(
	{ words, shape, keyOf }: Noun<T>,
	value: unknown,
	place?: string,
): string | undefined {
	const flaw = shape.flawIn(value);
	if (flaw === undefined) return undefined;
	return flaw.path === ''
		? `instead of ${article(words)} came ${came(flaw)}`
		: `${named()}: ${described(flaw)}`;

	function named(): string {
		const key = nameFrom(() => keyOf(value as T));
		if (key !== undefined) return `${words} ${key}`;
		return place === undefined ? words : `${words} ${place}`;
	}
}

/** As {@link flawInRecord} for a whole list of them. */
export function flawInRows<T>(noun: Noun<T>, rows: unknown): string | undefined {
	if (!Array.isArray(rows))
		return `instead of a list of ${noun.plural ?? `${noun.words}s`} came something else`;
	for (const [index, row] of rows.entries()) {
		const flaw = flawInRecord(noun, row, `in row ${index + 1}`);
		if (flaw !== undefined) return flaw;
	}
	return undefined;
}

function described({ path, found, wanted }: Flaw): string {
	return `"${path}" is ${found}, not ${wanted}`;
}

function came({ found }: Flaw): string {
	return found === 'missing' ? 'nothing' : found;
}

function article(words: string): string {
	return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}
