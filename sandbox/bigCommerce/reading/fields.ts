import type { ApiProblem } from '../http/apiProblem';

/** A value that its field cannot take; the text says why. */
export class Misfit extends Error {}

/**
 * Turns what was sent for a field into what is kept.
 * @throws Misfit for a value that does not fit
 */
export type FieldReader<T> = (value: unknown) => T;

export type Fields = Record<string, FieldReader<unknown>>;

/** The values of the fields that were sent: what a request leaves out stays as it is. */
export type SentValues<F extends Fields> = { [Name in keyof F]?: ReturnType<F[Name]> };

interface ReadOptions {
	/** Fields that must be there and not empty. */
	required?: readonly string[];
	/** What is said of one that is not. */
	missing?: (field: string) => string;
	/** Words the refusal from a text by field, and from whether one is missing; V2 and V3 do it differently. */
	refuse(errors: Record<string, string>, isMissing: boolean): ApiProblem;
}

/**
 * Those of `fields` that `body` has; keys that are not among them vanish.
 * @throws ApiProblem by `refuse` when a value does not fit or a required one is missing
 */
export function readSent<F extends Fields>(
	fields: F,
	body: Readonly<Record<string, unknown>>,
	{ required = [], missing = (field) => `Please provide a ${field}.`, refuse }: ReadOptions,
): SentValues<F> {
	const values: Record<string, unknown> = {};
	const errors: Record<string, string> = {};
	let isMissing = false;
	for (const [field, read] of Object.entries(fields)) {
		const sent = body[field];
		if (required.includes(field) && (sent === undefined || sent === '')) {
			errors[field] = missing(field);
			isMissing = true;
		} else if (sent !== undefined) {
			try {
				values[field] = read(sent);
			} catch (error) {
				if (!(error instanceof Misfit)) throw error;
				errors[field] = error.message;
			}
		}
	}
	if (Object.keys(errors).length > 0) throw refuse(errors, isMissing);
	return values as SentValues<F>;
}

export function text(longest = Infinity): FieldReader<string> {
	return (value) => {
		if (typeof value === 'string' && value.length <= longest) return value;
		throw new Misfit(
			longest === Infinity ? 'It must be a text.' : `It must be a text of at most ${longest} characters.`,
		);
	};
}

export function oneOf<const T extends string>(choices: readonly T[]): FieldReader<T> {
	return (value) => {
		const choice = choices.find((candidate) => candidate === value);
		if (choice === undefined) throw new Misfit(`It must be one of ${choices.join(', ')}.`);
		return choice;
	};
}

export const boolean: FieldReader<boolean> = (value) => {
	if (typeof value === 'boolean') return value;
	throw new Misfit('It must be true or false.');
};

export const integer: FieldReader<number> = (value) => {
	if (typeof value === 'number' && Number.isInteger(value)) return value;
	throw new Misfit('It must be an integer.');
};

export const number: FieldReader<number> = (value) => {
	if (typeof value === 'number') return value;
	throw new Misfit('It must be a number.');
};

/** The same, or null. */
export function nullable<T>(read: FieldReader<T>): FieldReader<T | null> {
	return (value) => (value === null ? null : read(value));
}

export const texts: FieldReader<string[]> = (value) => {
	if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
	throw new Misfit('It must be a list of texts.');
};

/** An object whose values are all texts. */
export const textsByName: FieldReader<Record<string, string>> = (value) => {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (isObject && Object.values(value).every((entry) => typeof entry === 'string'))
		return value as Record<string, string>;
	throw new Misfit('It must be an object of texts.');
};
