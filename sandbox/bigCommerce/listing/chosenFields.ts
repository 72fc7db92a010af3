import { omit, pick } from 'lodash';
import type { Query } from '../http/query';

/** Applies `include_fields` (the id always stays) and `exclude_fields`. */
export function fieldChooser(query: Query): (row: Record<string, unknown>) => Record<string, unknown> {
	const included = query.list('include_fields');
	const excluded = query.list('exclude_fields') ?? [];
	const parts = query.list('include') ?? [];
	return (row) => omit(included ? pick(row, ['id', ...included, ...parts]) : row, excluded);
}
