/**
 * The rows of a table by the SKU that they are about: none, one, or all that differ from the first, which is
 * for a person to settle. Spaces around a SKU do not count: nobody sees them in a table.
 *
 * @param key what SKUs have in common that count as the same, as `keyOf` gives it
 */
export function rowsBySku<T>(
	rows: readonly T[],
	skuOf: (row: T) => string,
	key: (sku: string) => string,
	saysTheSame: (one: T, other: T) => boolean,
): (sku: string) => readonly T[] {
	const byKey = new Map<string, T[]>();
	for (const row of rows) {
		const rowKey = key(skuOf(row).trim());
		const known = byKey.get(rowKey);
		if (known === undefined) byKey.set(rowKey, [row]);
		else if (!saysTheSame(known[0], row)) known.push(row);
	}
	return (sku) => byKey.get(key(sku.trim())) ?? [];
}

/** What a message says about rows for one SKU: `MUG × 6 (row 2 …) and MUG × 12 (row 5 …)`. */
export function rivalRows<T extends { where?: string }>(
	rows: readonly T[],
	textOf: (row: T) => string,
): string {
	return rows.map((row) => `${textOf(row)}${row.where === undefined ? '' : ` (${row.where})`}`).join(' and ');
}
