/** Where a part of a record is not as documented. */
export interface Flaw {
	/** The way to it, such as `locations[2].settings.safety_stock`; '' for the value itself. */
	path: string;
	/** What is there, for people: `"5"`, "nothing", "a list". */
	found: string;
	/** What belongs there: "a number". */
	wanted: string;
}

/**
 * What a part of a record from outside has to look like: an answer of a service, an item that another node hands on. The type of the part follows from it, so that what is
 * promised and what is checked cannot drift apart. Fields that a shape does not name pass through.
 */
export interface Shape<T> {
	/** In the middle of a sentence: "a whole number". */
	wanted: string;
	/** The first flaw; undefined when the value is as it should be. */
	flawIn(value: unknown): Flaw | undefined;
	/** Only for the compiler. */
	readonly promises?: T;
}

/** The type of what has a shape. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
	if (value === undefined) return 'missing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	const text = String(value);
	const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
	return typeof value === 'string' ? `"${short}"` : short;
}

/** A value of one kind. */
export function plain<T>(wanted: string, fits: (value: unknown) => boolean): Shape<T> {
	return {
		wanted,
		flawIn: (value) => (fits(value) ? undefined : { path: '', found: shown(value), wanted }),
	};
}

/** What names a record: a whole number above 0. */
export const id = plain<number>('an ID', (value) => Number.isSafeInteger(value) && (value as number) > 0);

export const wholeNumber = plain<number>('a whole number', Number.isSafeInteger);

export function wholeNumberWithin(least: number, most: number): Shape<number> {
	return plain<number>(
		`a whole number from ${least} to ${most}`,
		(value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
	);
}

export const figure = plain<number>('a number', Number.isFinite);

/** A figure as a number or as decimal text, such as "12.5000". */
export const decimal = plain<number | string>(
	'a number',
	(value) => Number.isFinite(value) || (typeof value === 'string' && /^\s*-?\d+(\.\d*)?\s*$/.test(value)),
);

export const text = plain<string>('a text', (value) => typeof value === 'string');

/** A date with a time, in any of the ways that services write it. */
export const moment = plain<string>(
	'a date',
	(value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
);

export const flag = plain<boolean>('true or false', (value) => typeof value === 'boolean');

/** One of a few words. */
export function oneOf<const T extends string>(...words: T[]): Shape<T> {
	return plain<T>(`one of ${words.join(', ')}`, (value) => words.includes(value as T));
}

/** May also be missing or null. */
export function optional<T>({ wanted, flawIn }: Shape<T>): Shape<T | null | undefined> {
	return { wanted, flawIn: (value) => (value === undefined || value === null ? undefined : flawIn(value)) };
}

/** May also be null, but not missing. */
export function orNull<T>({ wanted, flawIn }: Shape<T>): Shape<T | null> {
	return { wanted, flawIn: (value) => (value === null ? undefined : flawIn(value)) };
}

/** @param nameOf names an entry in the way to a flaw, such as `location 3`; its index where left out */
export function list<T>(entry: Shape<T>, nameOf?: (value: T) => string): Shape<T[]> {
	const wanted = 'a list';
	return {
		wanted,
		flawIn(value) {
			if (!Array.isArray(value)) return { path: '', found: shown(value), wanted };
			for (let index = 0; index < value.length; index++) {
				const flaw = entry.flawIn(value[index]);
				if (flaw !== undefined) return within(`[${placeOf(value[index], index)}]`, flaw);
			}
			return undefined;
		},
	};

	function placeOf(value: unknown, index: number): string {
		return (nameOf && nameFrom(() => nameOf(value as T))) ?? String(index);
	}
}

/** What a name looks like that was made of fields which are not what they should be. */
const NO_NAME = /^null$|undefined|NaN|\[object /;

/** What names a record; undefined where the fields that it is made of are not there. */
export function nameFrom(make: () => string | number): string | undefined {
	try {
		const name = String(make());
		return NO_NAME.test(name) ? undefined : name;
	} catch {
		// The name stands deeper in the record than the record goes.
		return undefined;
	}
}

type Fields = Record<string, Shape<unknown>>;

/** Fields that may be missing are optional in the type, too. */
export type RecordOf<F extends Fields> = {
	[K in keyof F as undefined extends Shaped<F[K]> ? never : K]: Shaped<F[K]>;
} & {
	[K in keyof F as undefined extends Shaped<F[K]> ? K : never]?: Shaped<F[K]>;
};

export function record<F extends Fields>(fields: F): Shape<RecordOf<F>> {
	const wanted = 'an object';
	const entries = Object.entries(fields);
	return {
		wanted,
		flawIn(value) {
			if (value === null || typeof value !== 'object' || Array.isArray(value)) {
				return { path: '', found: shown(value), wanted };
			}
			for (const [name, shape] of entries) {
				const flaw = shape.flawIn((value as Record<string, unknown>)[name]);
				if (flaw !== undefined) return within(name, flaw);
			}
			return undefined;
		},
	};
}

function within(outer: string, { path, ...flaw }: Flaw): Flaw {
	return { path: path === '' || path.startsWith('[') ? outer + path : `${outer}.${path}`, ...flaw };
}
