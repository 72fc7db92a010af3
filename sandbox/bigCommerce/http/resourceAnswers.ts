import type { Answer } from '../../shared/answer';
import { allOf } from '../listing/filters';
import type { Resource } from '../resources/resource';
import { bare, enveloped, noContent } from './answers';
import { notFound } from './apiProblem';
import type { Call } from './call';
import { cursorPageOf } from './cursorPaging';
import { pageOf, usualPage } from './paging';

/** A list: the records that fit the query's filters, one page of them in the resource's form. */
export function listAnswer<T extends { id: number }>(resource: Resource<T>, call: Call): Answer {
	const { form, filters = [], afterPage } = resource;
	const fitting = resource.records(call).filter(allOf(filters, call.query, call.store));
	const sorted = resource.sort?.(call, fitting) ?? fitting;
	const show = (rows: T[]) => rows.map(resource.render?.(call) ?? ((row) => row));
	if (form === 'v2Whole') return bare(show(sorted));
	if (form === 'v3Whole') return enveloped(show(sorted));

	const size = resource.pageSize?.(call) ?? usualPage;
	if (form === 'v3Cursor') {
		const { rows, ...meta } = cursorPageOf(call, sorted, size);
		return enveloped(show(rows), meta);
	}
	const { rows, pagination } = pageOf(call, sorted, size);
	const shown = show(rows);
	afterPage?.(call, rows);
	if (form === 'v3Plain') return enveloped(shown);
	if (form !== 'v3' && shown.length === 0) return noContent;
	return form === 'v2' ? bare(shown) : enveloped(shown, { pagination });
}

/** The record the path names. */
export function recordOf<T extends { id: number }>(resource: Resource<T>, call: Call): T {
	const id = call.params[resource.idName ?? 'id'];
	if (resource.find) return resource.find(call, id);
	const record = resource.records(call).find((candidate) => String(candidate.id) === id);
	if (!record) throw notFound();
	return record;
}

/** A record that was turned into what is shown, in the form of the resource's version. */
export function oneAnswer<T extends { id: number }>({ form }: Resource<T>, shown: unknown): Answer {
	return form.startsWith('v2') ? bare(shown) : enveloped(shown);
}

export function shownOf<T extends { id: number }>(resource: Resource<T>, call: Call, record: T): unknown {
	return resource.render ? resource.render(call)(record) : record;
}
