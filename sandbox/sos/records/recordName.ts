/** The keys by which a person recognizes a record; each table has some of them. */
export interface Named {
	/** `Parent:Name`, where records have parents; classes write it with a capital N. */
	fullname?: string;
	fullName?: string;
	name?: string;
	firstName?: string;
	lastName?: string;
	/** Bins have nothing else. */
	number?: string;
}

/** What SOS Inventory keeps as the last name of a sales rep or worker who has none. */
export const noLastName = '[no last name]';

/** The full name, for records that have one. */
export function fullNameOf({ fullname, fullName }: Named): string | undefined {
	return fullname ?? fullName;
}

/**
 * The name that a reference shows, also where the record itself has no `name`.
 * @param missingLastName whether "[no last name]" is part of it
 */
export function shownName(record: Named, missingLastName: 'shown' | 'hidden'): string {
	const { name, firstName, lastName, number } = record;
	const last = lastName === noLastName && missingLastName === 'hidden' ? undefined : lastName;
	const person = [firstName, last].filter(Boolean).join(' ');
	return fullNameOf(record) ?? name ?? (person || number || '');
}
