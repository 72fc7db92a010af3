import { isBlank } from '../../../sync/stock/quantity';

/** The list in a JSON parameter, given as text or by an expression: empty when nothing is given, undefined when it is no list. */
export function parseJsonList(value: unknown): unknown[] | undefined {
	if (isBlank(value)) return [];
	try {
		const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}
