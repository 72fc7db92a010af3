import omitBy from 'lodash/omitBy';

/** Leaves out what the user did not set, so that the default of the rules applies. */
export function given<T extends object>(settings: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
	return omitBy(settings, (value) => value === undefined || value === '') as Partial<{
		[K in keyof T]: Exclude<T[K], undefined>;
	}>;
}

/**
 * "a, b" as ["a", "b"], and a list from an expression as it is. Undefined when nothing is left: an empty
 * list must not come to mean everything.
 */
export function textList(value: unknown): string[] | undefined {
	const entries = Array.isArray(value) ? value : String(value ?? '').split(',');
	const filled = entries.map((entry) => String(entry).trim()).filter(Boolean);
	return filled.length === 0 ? undefined : filled;
}
