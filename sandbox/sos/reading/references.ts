import { fullNameOf, shownName, type Named } from '../records/recordName';
import type { Reference } from '../records/reference';
import { invalid } from '../refusal';
import { isObject } from './body';
import type { FieldReader } from './fields';
import type { Lookup, ReferenceTable } from './lookup';

/**
 * Finds the record a value points at: `{ id }`, `{ name }` or a bare name. The id wins when both are
 * given; a name is the full name first, then the plain one.
 */
export function findReferenced(value: unknown, table: ReferenceTable, company: Lookup): Reference | null {
	const { id, name } = isObject(value) ? value : { id: undefined, name: value };
	const records = company.state[table];
	const found = isBlank(id) ? findNamed(name, records.values(), company) : records.get(Number(id));
	return found ? { id: found.id, name: shownName(found, company.settings.missingLastName) } : null;
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

function findNamed<T extends Named>(name: unknown, records: T[], { settings }: Lookup): T | undefined {
	if (typeof name !== 'string' || name === '') return undefined;
	const byFullName = records.filter((record) => fullNameOf(record) === name);
	const found = byFullName.length > 0 ? byFullName : records.filter((record) => isCalled(record, name));
	if (found.length > 1 && settings.ambiguousName === 'refused')
		throw invalid(`The name "${name}" is not unique.`);
	return found[0];
}

/** By its plain name, or in either way that a person's name can be shown. */
function isCalled(record: Named, name: string): boolean {
	return [record.name, shownName(record, 'shown'), shownName(record, 'hidden')].includes(name);
}

function isBlank(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
