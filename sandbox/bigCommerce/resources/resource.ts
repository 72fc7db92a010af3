import type { ScopeName } from '../http/accounts';
import type { Call } from '../http/call';
import type { PageSize } from '../http/paging';
import type { Answer } from '../../shared/answer';
import type { Filter } from '../listing/filters';

/**
 * How a list comes: V2's bare array or 204; V3's envelope with pages, by number or by cursor too, without a
 * word on them, or 204 where there is nothing; or all at once.
 */
export type ListForm = 'v2' | 'v2Whole' | 'v3' | 'v3Cursor' | 'v3Plain' | 'v3OrNoContent' | 'v3Whole';

/** One noun of the API: where it is, how its records are found, shown and written. */
export interface Resource<T extends { id: number }> {
	/** Below the store, for example `/v3/channels`. */
	path: string;
	/** One of these scopes is needed; left out: any token will do. */
	scopes?: ScopeName[];
	form: ListForm;
	/** Left out: 50, at most 250. */
	pageSize?(call: Call): PageSize;
	/**
	 * All records a list is about, before its filters.
	 * @throws ApiProblem 404 for an owner in the path that does not exist
	 */
	records(call: Call): T[];
	filters?: ReadonlyArray<Filter<T>>;
	sort?(call: Call, records: T[]): T[];
	/** Prepares how records are shown in one answer; left out: as they are. */
	render?(call: Call): (record: T) => unknown;
	/** What happens once a page was read: staff at work. */
	afterPage?(call: Call, records: T[]): void;
	/** How the path names the id of a single record; left out: records are not read by id. */
	idName?: string;
	/**
	 * The record with this id; left out: found among `records`.
	 * @throws ApiProblem 404 when there is none
	 */
	find?(call: Call, id: string): T;
	create?(call: Call): T;
	change?(call: Call, record: T): T;
	remove?(call: Call, record: T): void;
	/** The answer to a create, where it is not the record under HTTP 200. */
	createdAnswer?(call: Call, shown: unknown): Answer;
	/** The answer to a change, where it is not the record in the form of its version. */
	changedAnswer?(call: Call, shown: unknown): Answer;
	/** The answer to a removal, where it is not 204. */
	removedAnswer?(shown: unknown): Answer;
}
