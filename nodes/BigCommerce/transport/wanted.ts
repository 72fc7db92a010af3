import type { BigCommerceClient } from './client';
import { list, readPage, type ListRequest } from './paging';

export interface WantedRequest extends ListRequest {
	/** The list's own filter, such as `sku:in`, or `sku` where it takes one value at a time. */
	filter: string;
	values: Array<string | number>;
	/** Values in one request: 1 for a filter that takes one. */
	perRequest?: number;
}

const VALUES_PER_REQUEST = 250;

/** Encoded characters of values in one URL; BigCommerce does not say how long one may be. */
const LONGEST_VALUES = 4000;

/** Up to here the values are named without first asking how long the whole list is. */
const FEW_REQUESTS = 2;

/**
 * Reads the rows that have one of the wanted values: by naming the values, or by reading the whole list
 * where that takes fewer requests. More rows than wanted may come; the caller picks out its own.
 */
export async function* listWanted<T>(client: BigCommerceClient, request: WantedRequest): AsyncGenerator<T> {
	const groups = groupedToFit(request.values, request.perRequest ?? VALUES_PER_REQUEST);
	if (groups.length > FEW_REQUESTS) {
		const first = await readPage<T>(client, request, 1);
		if (first.totalPages !== undefined && first.totalPages - 1 <= groups.length) {
			yield* first.rows;
			for (let page = 2; page <= first.totalPages; page++) {
				yield* (await readPage<T>(client, request, page)).rows;
			}
			return;
		}
	}
	for (const group of groups) {
		yield* list<T>(client, { ...request, query: { ...request.query, [request.filter]: group.join(',') } });
	}
}

function groupedToFit<T extends string | number>(values: T[], perRequest: number): T[][] {
	const groups: T[][] = [];
	let length = Infinity;
	for (const value of values) {
		const added = encodeURIComponent(`${value},`).length;
		const last = groups.at(-1);
		if (last === undefined || last.length === perRequest || length + added > LONGEST_VALUES) {
			groups.push([value]);
			length = added;
		} else {
			last.push(value);
			length += added;
		}
	}
	return groups;
}
