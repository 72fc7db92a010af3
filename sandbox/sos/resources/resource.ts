import type { Collection } from '../../shared/collection';
import type { Company } from '../company';
import type { Filter, ListQuery } from '../listing/query';
import type { LowerCaseObject } from '../reading/body';
import type { Stored } from '../records/stored';
import type { SosState } from '../state';

/** What an answer is made from: the company, the query and, for a stale read, the moment it shows. */
export interface View {
	company: Company;
	query: ListQuery;
	/** Milliseconds since 1970; left out: now. */
	asOf?: number;
}

/** One entity of the API: how its records are found, shown and written. */
export interface Resource<T extends Stored> {
	/** The path below `/api/v2/`. */
	path: string;
	collection(state: SosState): Collection<T>;
	filters: ReadonlyArray<Filter<T>>;
	/**
	 * Prepares the rendering of records for one answer.
	 * @throws Refusal when the query asks for something that does not exist
	 */
	render(view: View): (record: T) => object;
	/** The same for one record by id, where that shows more than a list. */
	renderSingle?(view: View): (record: T) => object;
	/** The same for `summary`: fewer attributes. */
	renderSummary?(view: View): (record: T) => object;
	/** Creates a record from a body and returns what was kept. */
	create?(body: LowerCaseObject, company: Company): T;
	/** Replaces all that can be written of a record. The body's id and syncToken have been checked. */
	replace?(record: T, body: LowerCaseObject, company: Company): T;
}

/** A record without what payloads never show; JSON leaves out what is undefined. */
export function withoutTimes<T extends Stored>(record: T): Omit<T, 'createdAt' | 'updatedAt'> {
	return { ...record, createdAt: undefined, updatedAt: undefined };
}
