/**
 * What a table by the shop's names (payment methods, shipping methods) says of one of them. Case and outer
 * white space do not count, since people type these tables.
 */
export function byName<T>(table: Record<string, T>, name: string | undefined): T | undefined {
	const wanted = name?.trim().toLowerCase();
	return Object.entries(table).find(([key]) => key.trim().toLowerCase() === wanted)?.[1];
}
