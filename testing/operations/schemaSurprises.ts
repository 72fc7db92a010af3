import type { OutputSchema } from './outputSchema';

/** What an output has that its schema does not announce, or announces as something else. Anything may also be null. */
export function schemaSurprises(value: unknown, schema: OutputSchema | undefined, path = ''): string[] {
	if (value === null || value === undefined) return [];
	if (schema === undefined) return [`${path} is not in the schema`];
	const type = Array.isArray(value) ? 'array' : typeof value;
	const announced = [schema.type].flat();
	if (!announced.some((one) => one === type)) return [`${path} is ${type}, not ${announced.join(' or ')}`];
	if (Array.isArray(value)) {
		return value.flatMap((entry) => schemaSurprises(entry, schema.items, `${path}[]`));
	}
	if (type !== 'object' || schema.properties === undefined) return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		schemaSurprises(inner, schema.properties?.[name], `${path}.${name}`),
	);
}
