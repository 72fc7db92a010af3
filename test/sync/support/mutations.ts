import * as fc from 'fast-check';

/** What a field of the wrong type may hold. `missing` takes the field away. */
const missing = Symbol('missing');

const wrongValues = fc.constantFrom<unknown>(
	...[missing, null, '', ' ', 'x', 'NaN', '1e999', 'Infinity', '-1', '12.5', 'x'.repeat(5000), true, false],
	...[0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, -5e-324, [], [null], [[]], ['x'], [{}], {}],
	...[{ toString: 1, valueOf: 1 }, { id: null }, { url: 'https://example.com', resource: '/x' }],
);

/** Where to change a record, as numbers that choose among the fields there are, and what to put there. */
export const mutations = fc.array(
	fc.record({
		path: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
		value: fc.oneof({ weight: 4, arbitrary: wrongValues }, fc.jsonValue({ maxDepth: 2 })),
	}),
	{ minLength: 1, maxLength: 3 },
);

export type Mutation = { path: number[]; value: unknown };

/** The record as JSON brings it, changed here and there, however deep. */
export function mutated(record: unknown, changes: Mutation[]): unknown {
	const copy: unknown = JSON.parse(JSON.stringify(record));
	for (const { path, value } of changes) change(copy, path, value);
	return copy;
}

function change(target: unknown, [choice, ...deeper]: number[], value: unknown): void {
	if (typeof target !== 'object' || target === null) return;
	const fields = Object.keys(target);
	if (fields.length === 0) return;
	const field = fields[choice % fields.length];
	const holder = target as Record<string, unknown>;
	const inner = holder[field];
	const goesDeeper = deeper.length > 0 && typeof inner === 'object' && inner !== null;
	if (goesDeeper && Object.keys(inner).length > 0) change(inner, deeper, value);
	else if (value === missing && Array.isArray(target)) target.splice(Number(field), 1);
	else if (value === missing) delete holder[field];
	else holder[field] = value;
}
