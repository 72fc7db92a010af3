/** As much of JSON Schema as the output schemas of the nodes use. Anything may also be null. */
export interface OutputSchema {
	type: string;
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/** What an output has that its schema does not announce, or announces as something else. */
export function schemaSurprises(value: unknown, schema: OutputSchema | undefined, path = ''): string[] {
	if (value === null || value === undefined) return [];
	if (schema === undefined) return [`${path} is not in the schema`];
	const type = Array.isArray(value) ? 'array' : typeof value;
	if (type !== schema.type) return [`${path} is ${type}, not ${schema.type}`];
	if (Array.isArray(value)) {
		return value.flatMap((entry) => schemaSurprises(entry, schema.items, `${path}[]`));
	}
	if (type !== 'object' || schema.properties === undefined) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		schemaSurprises(inner, schema.properties?.[name], `${path}.${name}`),
	);
}
