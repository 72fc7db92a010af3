import { DateTime } from 'luxon';
import type { Company } from '../company';
import type { Stored } from '../records/stored';
import { invalid } from '../refusal';

/** The query string of a list. What no filter reads is ignored: a misspelt filter returns everything. */
export type ListQuery = Readonly<Record<string, string | undefined>>;

export type Predicate<T> = (record: T) => boolean;

/**
 * One filter: the condition its parameters ask for, or undefined when they were left out.
 * @throws Refusal for a value that makes no sense
 */
export type Filter<T> = (query: ListQuery, company: Company) => Predicate<T> | undefined;

/** Whether `query` asks for summaries: any value does, even `no`. */
export function wantsSummary(query: ListQuery): boolean {
	return query.summary !== undefined;
}

/** `query=`: a substring, whatever its case, of one of the fields. */
export function searching<T>(...fields: Array<(record: T) => string | number | null | undefined>): Filter<T> {
	return ({ query: sought }) => {
		if (!sought) return undefined;
		const needle = sought.toLowerCase();
		return (record) => fields.some((field) => `${field(record) ?? ''}`.toLowerCase().includes(needle));
	};
}

/** `archived=yes|no|any`. */
export const archivedFilter: Filter<{ archived: boolean }> = ({ archived }, { settings }) =>
	archivedIs(archived ?? settings.archivedDefault);

export function archivedIs(choice: string): Predicate<{ archived: boolean }> | undefined {
	if (choice === 'any') return undefined;
	return ({ archived }) => archived === (choice === 'yes');
}

/** `status=open|closed`. */
export const statusFilter: Filter<{ closed: boolean }> = ({ status }) =>
	status === 'open' || status === 'closed' ? ({ closed }) => closed === (status === 'closed') : undefined;

/** `createdsince=` and `updatedsince=`: inclusive, to the second. */
export const sinceFilter: Filter<Stored> = ({ createdsince, updatedsince }, company) => {
	const created = createdsince ? secondOf(createdsince, company) : undefined;
	const updated = updatedsince ? secondOf(updatedsince, company) : undefined;
	if (created === undefined && updated === undefined) return undefined;
	const { clockAheadMs } = company.settings;
	const isSince = (time: number, since = -Infinity) => Math.floor((time + clockAheadMs) / 1000) >= since;
	return ({ createdAt, updatedAt }) => isSince(createdAt, created) && isSince(updatedAt, updated);
};

/** `from=` and `to=`: the document's date, both ends included. */
export const dateFilter: Filter<{ date: string }> = ({ from, to }, company) => {
	if (!from && !to) return undefined;
	const first = from ? secondOf(from, company) : -Infinity;
	const last = to ? secondOf(to, company) : Infinity;
	const zone = company.settings.timeZone;
	return ({ date }) => {
		const moment = DateTime.fromISO(date, { zone }).toSeconds();
		return moment >= first && moment <= last;
	};
};

/** A parameter that holds the name of a record the field points at: never an id. */
export function referenceNameFilter<T>(
	parameter: string,
	field: (record: T) => { name: string } | null,
): Filter<T> {
	return (query) => {
		const name = query[parameter];
		return name ? (record) => field(record)?.name === name : undefined;
	};
}

/** `location=`, by name. */
export const locationFilter: Filter<{ location: { name: string } | null }> = (
	{ location: name },
	company,
) => {
	if (!name) return undefined;
	checkLocationName(name, company);
	return ({ location }) => location?.name === name;
};

/** @throws Refusal for a name no location has, if that is how the company answers */
export function checkLocationName(name: string, { state, settings }: Company): void {
	const known = state.locations.values().some((location) => location.name === name);
	if (!known && settings.unknownLocationName === 'refused') throw invalid(`There is no location "${name}".`);
}

function secondOf(value: string, { settings }: Company): number {
	const zone = settings.zoneOfFilters === 'utc' ? 'utc' : settings.timeZone;
	const withoutZone = value.trim().replace(/(?<=:\d\d(\.\d+)?)(Z|[+-]\d\d:?\d\d)$/i, '');
	const text = settings.zoneOfFilters === 'companyWhateverSent' ? withoutZone : value.trim();
	const moment = DateTime.fromISO(text, { zone });
	if (!moment.isValid) throw invalid(`"${value}" is not a date.`);
	return Math.floor(moment.toSeconds());
}
