import { sameText } from '../../../sync/sameText';

/** What SOS's records are called by: tables differ in which of these they have. */
export interface Named {
	id?: number | null;
	name?: string | null;
	/** Accounts, customers and items, whose short names repeat. */
	fullname?: string | null;
	/** The same of classes. */
	fullName?: string | null;
	/** Sales reps and workers, who have no name. */
	firstName?: string | null;
	lastName?: string | null;
	/** Bins, which have no name either. */
	number?: string | null;
}

/** What SOS stores as the last name of somebody who has none. */
const NO_LAST_NAME = '[no last name]';

/** What people know a record by, whatever its table; "#12" when it has no name at all. */
export function recordName(record: Named): string {
	return namesOf(record)[0] ?? `#${record.id ?? '?'}`;
}

/**
 * Whether a record goes by this name. SOS finds names without regard to case, and references inside
 * documents show a `name` that the record itself may lack.
 */
export function isNamed(record: Named, wanted: string): boolean {
	return wanted.trim() !== '' && namesOf(record).some((name) => sameText(name, wanted));
}

/** All names of a record, the one that people know it by first. */
function namesOf({ name, fullname, fullName, firstName, lastName, number }: Named): string[] {
	const surname = filled(lastName).filter((one) => one.toLowerCase() !== NO_LAST_NAME);
	const person = [...filled(firstName), ...surname].join(' ');
	// Documents may show both names as they are stored.
	const stored = filled(firstName).length === 0 ? '' : [...filled(firstName), ...filled(lastName)].join(' ');
	return [fullname, fullName, name, person, number, stored].flatMap(filled);
}

function filled(text: string | null | undefined): string[] {
	const trimmed = String(text ?? '').trim();
	return trimmed === '' ? [] : [trimmed];
}
