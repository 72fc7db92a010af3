import { invalid } from '../refusal';

/** A JSON object of a request with its keys in lower case. */
export type LowerCaseObject = Record<string, unknown>;

/**
 * The object a request posted, its keys in lower case on every level: SOS Inventory reads `unitPrice`,
 * `unitprice` and `UnitPrice` alike. Of two keys that differ only in case the last one counts.
 * @throws Refusal when `body` is not an object
 */
export function bodyOf(body: unknown): LowerCaseObject {
	if (!isObject(body)) throw invalid('The request body must be a JSON object.');
	return lowerCaseKeys(body) as LowerCaseObject;
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lowerCaseKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(lowerCaseKeys);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerCaseKeys(inner)]),
	);
}
