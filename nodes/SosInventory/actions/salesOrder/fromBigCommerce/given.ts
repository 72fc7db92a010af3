import omitBy from 'lodash/omitBy';
import { separated } from '../../../../shared/parameters/separated';

/** Leaves out what the user did not set, so that the default of the rules applies. */
export function given<T extends object>(settings: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
	return omitBy(settings, (value) => value === undefined || value === '') as Partial<{
		[K in keyof T]: Exclude<T[K], undefined>;
	}>;
}

/** As {@link separated}; undefined when nothing is left: an empty list must not come to mean everything. */
export function textList(value: unknown): string[] | undefined {
	const entries = separated(value);
	return entries.length === 0 ? undefined : entries;
}
