import type { Company } from '../company';
import { invalid } from '../refusal';
import type { ReferenceTable } from '../state';
import { isObject } from './body';
import type { FieldReader } from './fields';

/** What one record points at another with. */
export interface Reference {
	id: number;
	/** The full name where the record has one. */
	name: string;
}

interface Named {
	id: number;
	name: string;
	/** `Parent:Name`, where records have parents. */
	fullname?: string;
}

/**
 * Finds the record a value points at: `{ id }`, `{ name }` or a bare name. The id wins when both are
 * given; a name is the full name first, then the plain one.
 */
export function findReferenced(value: unknown, table: ReferenceTable, company: Company): Reference | null {
	const { id, name } = isObject(value) ? value : { id: undefined, name: value };
	const records: { get(id: number): Named | undefined; values(): Named[] } = company.state[table];
	const found = isBlank(id) ? findNamed(name, records.values(), company) : records.get(Number(id));
	return found ? { id: found.id, name: found.fullname ?? found.name } : null;
}

/** A reference to a record of `table`; null when left out. */
export function reference(table: ReferenceTable): FieldReader<Reference | null> {
	return (value, { company, field }) => {
		if (isBlank(value) || (isObject(value) && isBlank(value.id) && isBlank(value.name))) return null;
		const found = findReferenced(value, table, company);
		if (found || company.settings.unknownReference === 'blank') return found;
		throw invalid(`The value of ${field} does not exist.`);
	};
}

/** The item of a line; null when it does not exist, whatever was sent: such a line is dropped without a word. */
export const lineItem: FieldReader<Reference | null> = (value, { company }) =>
	findReferenced(value, 'items', company);

function findNamed(name: unknown, records: Named[], company: Company): Named | undefined {
	if (typeof name !== 'string' || name === '') return undefined;
	const byFullName = records.filter((record) => record.fullname === name);
	const found = byFullName.length > 0 ? byFullName : records.filter((record) => record.name === name);
	if (found.length > 1 && company.settings.ambiguousName === 'refused')
		throw invalid(`The name "${name}" is not unique.`);
	return found[0];
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
