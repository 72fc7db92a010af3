/** As much of JSON Schema as n8n's editor reads of an output schema. */
export interface OutputSchema {
	/** Several for a single value that comes in several types; the editor shows the first. */
	type: JsonType | JsonType[];
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
	version?: number;
}

type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** Their fields differ from case to case, so that a list of those seen would promise too much and too little. */
const openObjects = ['details'];

/**
 * The schema of values that were seen, with the fields in the order in which they first came. null stands
 * last among several types. It is left out beside an object or a list, which the editor opens only if that is the one type.
 */
export function outputSchema(values: unknown[], name = ''): OutputSchema {
	const types = [...new Set(values.map(jsonType))];
	const objects = values.filter((value) => jsonType(value) === 'object') as object[];
	if (objects.length > 0) {
		if (openObjects.includes(name)) return { type: 'object' };
		return { type: 'object', properties: propertiesOf(objects) };
	}
	if (types.includes('array')) {
		const entries = values.filter(Array.isArray).flat() as unknown[];
		return entries.length === 0 ? { type: 'array' } : { type: 'array', items: outputSchema(entries) };
	}
	const ordered = [
		...types.filter((type) => type !== 'null').sort(),
		...types.filter((type) => type === 'null'),
	];
	return { type: ordered.length === 1 ? ordered[0] : ordered };
}

function propertiesOf(objects: object[]): Record<string, OutputSchema> {
	const valuesByName = new Map<string, unknown[]>();
	for (const [name, value] of objects.flatMap((object) => Object.entries(object))) {
		if (value === undefined) continue;
		const seen = valuesByName.get(name);
		if (seen) seen.push(value);
		else valuesByName.set(name, [value]);
	}
	return Object.fromEntries([...valuesByName].map(([name, values]) => [name, outputSchema(values, name)]));
}

function jsonType(value: unknown): JsonType {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value as JsonType;
}
