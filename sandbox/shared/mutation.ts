import { get, isPlainObject, set, unset } from 'lodash';
import { seededFaker } from './seededFaker';

/** The ways in which one place of an answer can be wrong. */
export const mutationKinds = [
	/** The field, or the row of a list, is not there. */
	'missing',
	'null',
	/** A number as text, a text as number, an object in a list, a list as object, a plain value in an object. */
	'wrongType',
	/** For numbers, and texts that hold one, in the type they had. */
	'huge',
	'notANumber',
	'negative',
] as const;

export type MutationKind = (typeof mutationKinds)[number];

/** A changed answer and what was changed in it. */
export interface Mutation {
	body: unknown;
	/** The place and the way, such as `data.0.id notANumber`. */
	description: string;
}

interface MutationOptions {
	seed: number;
	turn: number;
	/** A regular expression for the path of the place. */
	field?: string;
	mutation?: MutationKind;
}

type Draw = () => number;
type Path = string[];

/**
 * Changes one place of `body`, in place. Without `field` and `mutation` the place is found by going down
 * from the top, so that an envelope is hit as often as its rows are.
 * @returns undefined when there is no place to change
 */
export function mutated(body: unknown, options: MutationOptions): Mutation | undefined {
	const { number } = seededFaker(options.seed * 1_000_003 + options.turn);
	const draw = () => number.float();
	const path = placeIn(body, options, draw);
	if (!path) return undefined;
	const value: unknown = get(body, path);
	const kind = options.mutation ?? pick(possible(value), draw);
	if (kind === 'missing') remove(body, path);
	else set(body as object, path, changed(value, kind, draw));
	return { body, description: `${path.join('.')} ${kind}` };
}

function placeIn(body: unknown, { field, mutation }: MutationOptions, draw: Draw): Path | undefined {
	if (field === undefined && mutation === undefined) return wayDown(body, draw);
	const pattern = new RegExp(field ?? '');
	const places = placesOf(body).filter(
		(path) =>
			pattern.test(path.join('.')) &&
			(mutation === undefined || possible(get(body, path)).includes(mutation)),
	);
	return places.length > 0 ? pick(places, draw) : undefined;
}

/** Goes down at random and stops at a plain value, or before. */
function wayDown(body: unknown, draw: Draw): Path | undefined {
	const path: Path = [];
	let value = body;
	while (isContainer(value) && Object.keys(value).length > 0) {
		path.push(pick(Object.keys(value), draw));
		value = get(body, path);
		if (isContainer(value) && draw() < 0.25) break;
	}
	return path.length > 0 ? path : undefined;
}

function placesOf(value: unknown, path: Path = []): Path[] {
	if (!isContainer(value)) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		[...path, key],
		...placesOf(inner, [...path, key]),
	]);
}

function possible(value: unknown): MutationKind[] {
	return mutationKinds.filter((kind) => {
		if (kind === 'null') return value !== null;
		if (kind === 'negative') return isNumeric(value) && Number(value) >= 0;
		return kind === 'missing' || kind === 'wrongType' || isNumeric(value);
	});
}

function changed(value: unknown, kind: Exclude<MutationKind, 'missing'>, draw: Draw): unknown {
	const inItsType = (text: string) => (typeof value === 'number' ? Number(text) : text);
	switch (kind) {
		case 'null':
			return null;
		case 'wrongType':
			return ofOtherType(value, draw);
		case 'huge':
			return inItsType('1e308');
		case 'notANumber':
			return 'NaN';
		case 'negative':
			return inItsType(Number(value) === 0 ? '-1' : `-${String(value)}`);
	}
}

function ofOtherType(value: unknown, draw: Draw): unknown {
	if (Array.isArray(value)) return { ...value };
	if (isContainer(value)) return [value];
	if (value === null || draw() < 0.4) return { value };
	if (typeof value !== 'string') return String(value);
	return isNumeric(value) ? Number(value) : value.length;
}

function remove(body: unknown, path: Path): void {
	const parent: unknown = path.length > 1 ? get(body, path.slice(0, -1)) : body;
	if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
	else unset(body, path);
}

function isContainer(value: unknown): value is object {
	return Array.isArray(value) || isPlainObject(value);
}

function isNumeric(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '' && Number.isFinite(Number(value));
	return typeof value === 'number';
}

function pick<T>(choices: readonly T[], draw: Draw): T {
	return choices[Math.floor(draw() * choices.length)];
}
