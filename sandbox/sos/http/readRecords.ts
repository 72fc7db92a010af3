import type { Answer } from '../../shared/answer';
import type { FaultRule } from '../../shared/faultRule';
import type { Company } from '../company';
import { pageOf, pagesBefore } from '../listing/page';
import { wantsSummary, type ListQuery, type Predicate } from '../listing/query';
import type { Stored } from '../records/stored';
import { failedUnder200 } from '../refusal';
import type { Resource } from '../resources/resource';
import { listAnswer } from './envelope';

const staleByMs = 5_000;

/** A list: the rows that fit the query's filters, one page of them. */
export function listRecords<T extends Stored>(
	resource: Resource<T>,
	query: ListQuery,
	company: Company,
	fault?: FaultRule,
): Answer {
	const asOf = fault?.kind === 'staleRead' ? Date.now() - (fault.delayMs ?? staleByMs) : undefined;
	const collection = resource.collection(company.state);
	const all = asOf === undefined ? collection.values() : collection.asOf(asOf);
	if (company.settings.listOrder === 'newestFirst') all.reverse();

	const conditions = resource.filters
		.map((filter) => filter(query, company))
		.filter((condition): condition is Predicate<T> => condition !== undefined);
	const fitting = all.filter((record) => conditions.every((condition) => condition(record)));

	const summary = wantsSummary(query) ? resource.renderSummary : undefined;
	const page = pageOf(fitting, query, fault?.kind === 'shiftingPage' ? shiftOf(query) : 0);
	if (page.length === 0) return listAnswer([], fitting.length);
	const render = (summary ?? resource.render)({ company, query, asOf });
	return listAnswer(page.map(render), fitting.length);
}

/**
 * The record with an id.
 * @throws Refusal, under HTTP 200, when there is none
 */
export function recordById<T extends Stored>(resource: Resource<T>, id: string, company: Company): T {
	const record = resource.collection(company.state).get(Number(id));
	if (!record) throw failedUnder200(`The ${resource.path} ${id} was not found.`);
	return record;
}

/** A shifted page starts too late or too early, by turns: the second too late, the third too early. */
function shiftOf(query: ListQuery): number {
	return pagesBefore(query) % 2 === 1 ? 1 : -1;
}
