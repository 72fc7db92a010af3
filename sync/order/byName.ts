import { sameText } from '../sameText';

/**
 * What a table by the shop's names (payment methods, shipping methods) says of one of them. Case and outer
 * white space do not count, since people type these tables.
 */
export function byName<T>(table: Record<string, T>, name: string | null | undefined): T | undefined {
	if (name === undefined || name === null) return undefined;
	return Object.entries(table).find(([key]) => sameText(key, name))?.[1];
}
