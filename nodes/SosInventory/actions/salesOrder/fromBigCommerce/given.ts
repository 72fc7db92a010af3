import omitBy from 'lodash/omitBy';

/** Leaves out what the user did not set, so that the default of the rules applies. */
export function given<T extends object>(settings: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
	return omitBy(settings, (value) => value === undefined || value === '') as Partial<{
		[K in keyof T]: Exclude<T[K], undefined>;
	}>;
}

/** "a, b" as ["a", "b"]; undefined when nothing is set. A list from an expression passes as it is. */
export function textList(value: unknown): string[] | undefined {
	if (Array.isArray(value)) return value.map(String);
	const parts = String(value ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	return parts.length === 0 ? undefined : parts;
}
