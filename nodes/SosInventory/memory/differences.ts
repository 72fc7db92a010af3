import type { RowsOfDifferences } from '../../../sync/order/sameDifference';
import type { SosClient } from '../transport/client';

const rows = new Map<string, RowsOfDifferences>();

/** In what the last documents of a company differed from what was sent, in this process. Cheap to lose. */
export function rowsOfDifferences({ key }: SosClient): RowsOfDifferences {
	const known = rows.get(key) ?? new Map<never, never>();
	rows.set(key, known);
	return known;
}
