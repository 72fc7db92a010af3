import type { Query } from '../http/query';
import type { Store } from '../store';

export type Predicate<T> = (record: T) => boolean;

/**
 * One filter: the condition its parameter asks for, or undefined when it was left out. What no filter reads
 * is ignored.
 * @throws ApiProblem 400 for a value that cannot be read
 */
export type Filter<T> = (query: Query, store: Store) => Predicate<T> | undefined;

/** A condition on the value of a parameter that was sent. */
export function when<V, T>(
	value: V | undefined,
	test: (value: V, record: T) => boolean,
): Predicate<T> | undefined {
	return value === undefined ? undefined : (record) => test(value, record);
}

export function integerIs<T>(name: string, read: (record: T) => number | null): Filter<T> {
	return (query) => when(query.integer(name), (value, record) => read(record) === value);
}

export function integerIn<T>(name: string, read: (record: T) => number): Filter<T> {
	return (query) => when(query.integers(name), (values, record) => values.includes(read(record)));
}

/** Letter for letter. */
export function textIs<T>(name: string, read: (record: T) => string | null): Filter<T> {
	return (query) => when(query.text(name), (value, record) => read(record) === value);
}

export function textIn<T>(name: string, read: (record: T) => string): Filter<T> {
	return (query) => when(query.list(name), (values, record) => values.includes(read(record)));
}

/** Whatever the case. */
export function sameText<T>(name: string, read: (record: T) => string): Filter<T> {
	return (query) =>
		when(query.text(name)?.toLowerCase(), (value, record) => read(record).toLowerCase() === value);
}

export function booleanIs<T>(name: string, read: (record: T) => boolean): Filter<T> {
	return (query) => when(query.boolean(name), (value, record) => read(record) === value);
}

/**
 * `{name}:min` and `{name}:max`, both inclusive, of a time in milliseconds since 1970.
 * @param read the time by the server's clock, as answers show it
 */
export function timeWithin<T>(name: string, read: (record: T, store: Store) => number): Array<Filter<T>> {
	return [
		(query, store) => when(query.date(`${name}:min`), (from, record) => read(record, store) >= from),
		(query, store) => when(query.date(`${name}:max`), (to, record) => read(record, store) <= to),
	];
}

/** The condition that all filters together make. */
export function allOf<T>(filters: ReadonlyArray<Filter<T>>, query: Query, store: Store): Predicate<T> {
	const conditions = filters.flatMap((filter) => filter(query, store) ?? []);
	return (record) => conditions.every((condition) => condition(record));
}
