export type Path = Array<string | number>;

/** All there is below `value`, but for itself, by path. */
export function pathsIn(value: unknown, above: Path = []): Path[] {
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const path = [...above, Array.isArray(value) ? Number(key) : key];
		return [path, ...pathsIn(inner, path)];
	});
}

/** The field whatever the row: `data.*.id`. */
export function fieldName(path: Path): string {
	return path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
}

/** Every text in a value that is no amount: one of digits alone may be a postal code. */
export function textsIn(value: unknown): string[] {
	return [value, ...pathsIn(value).map((path) => valueAt(value, path))].filter(
		(inner): inner is string => typeof inner === 'string' && !/^(-?\d+\.\d+|)$/.test(inner),
	);
}

/** Undefined where there is no such path. */
export function valueAt(value: unknown, path: Path): unknown {
	return path.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | null)?.[step], value);
}

/**
 * Puts something else in the place that `path` names, in `value` itself; undefined takes the key away.
 * Does nothing where there is no such place.
 */
export function replaceAt(value: unknown, path: Path, replacement: unknown): void {
	const [last] = path.slice(-1);
	const parent = valueAt(value, path.slice(0, -1)) as Record<string, unknown> | null | undefined;
	if (parent === null || typeof parent !== 'object' || !(last in parent)) return;
	if (replacement === undefined) delete parent[last];
	else parent[last] = replacement;
}
