import type { Draw } from '../draw';
import type { Path } from '../fields';

/**
 * What can be wrong with one field, and what stands in its place then; undefined where this kind does
 * not fit the field. None of them is another value that the field might as well have: nobody could tell.
 */
export const fieldKinds: Record<string, (value: unknown, draw: Draw, path: Path) => Replacement | undefined> =
	{
		// A row that is missing from a list cannot be told from one that was never there.
		missing: (_, _draw, path) =>
			typeof path.at(-1) === 'number' || isOneOf(MISSING_AT_TIMES, path) ? undefined : { value: undefined },
		null: (value, _, path) => (value === null || isOneOf(NULL_AT_TIMES, path) ? undefined : { value: null }),
		wrongType: (value, draw, path) => {
			const others = othersThan(value);
			return {
				value: draw.pick(isOneOf(NUMBER_AT_TIMES, path) ? others.filter((one) => one !== 7) : others),
			};
		},
		numberAsText: (value) => (typeof value === 'number' ? { value: String(value) } : undefined),
		nanAsText: (value) => (isNumeric(value) ? { value: 'NaN' } : undefined),
		huge: (value, draw) => hugeFor(value, draw),
		arrayForObject: (value) => (isObject(value) ? { value: [value] } : undefined),
		objectForArray: (value) => (Array.isArray(value) ? { value: { ...value } } : undefined),
		emptyObject: (value) => (isObject(value) ? { value: {} } : undefined),
	};

/** A variant that is the product itself has no ID of its own; it goes by its SKU then. */
const NULL_AT_TIMES = ['variant_id', 'order_address_id'];

/** Where a line goes that does not say so is left to be looked up, as the comment of the document says. */
const MISSING_AT_TIMES = ['order_address_id'];

/** The value of an option is a text, but a size may come as a number, and says the same. */
const NUMBER_AT_TIMES = ['display_value'];

function isOneOf(names: string[], path: Path): boolean {
	return names.includes(String(path.at(-1)));
}

export interface Replacement {
	value: unknown;
}

/** Longer than any field of either service. */
export const HUGE_TEXT = 'x'.repeat(100_000);

function othersThan(value: unknown): unknown[] {
	const kinds: Record<string, unknown> = {
		string: 'abc',
		number: 7,
		boolean: true,
		object: { a: 1 },
		array: ['abc'],
	};
	delete kinds[Array.isArray(value) ? 'array' : typeof value];
	// A number as text is a kind by itself, and services do give texts as numbers.
	if (isNumeric(value)) delete kinds[typeof value === 'number' ? 'string' : 'number'];
	return Object.values(kinds);
}

function hugeFor(value: unknown, draw: Draw): Replacement | undefined {
	if (typeof value === 'number') return { value: draw.pick([1e308, -1e308, 2 ** 53 + 2]) };
	if (isNumeric(value)) return { value: draw.pick(['1e308', '9'.repeat(400)]) };
	return typeof value === 'string' ? { value: HUGE_TEXT } : undefined;
}

function isNumeric(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
}

function isObject(value: unknown): value is object {
	return value !== null && typeof value === 'object' && !Array.isArray(value);
}
