import { isTooLong } from '../../../sync/sku';
import type { BigCommerceClient } from './client';
import { list, pages, type ListRequest } from './paging';

export interface ValuesRequest<T> extends ListRequest<T> {
	values: string[];
	/** The list's filter that takes many values, such as `sku:in`. */
	manyFilter?: string;
	/** Its filter that takes one, such as `sku`: also for values with a comma, which separates the many. */
	oneFilter?: string;
}

const VALUES_PER_REQUEST = 250;

/** Encoded characters of values in one URL; BigCommerce does not say how long one may be. */
const LONGEST_VALUES = 4000;

/** Up to here the values are named without first asking how long the whole list is. */
const FEW_REQUESTS = 2;

/**
 * Reads the rows that have one of the values, in as few requests as naming the values allows.
 *
 * @throws {ApiFailure}
 */
export async function* listByValues<T>(
	client: BigCommerceClient,
	request: ValuesRequest<T>,
): AsyncGenerator<T> {
	for (const filter of filters(request)) {
		yield* list(client, { ...request, query: { ...request.query, ...filter } });
	}
}

/**
 * As {@link listByValues}, but reads the whole list where that takes fewer requests. More rows than
 * wanted may come then; the caller picks out its own.
 *
 * @throws {ApiFailure}
 */
export async function* listWanted<T>(
	client: BigCommerceClient,
	request: ValuesRequest<T>,
): AsyncGenerator<T> {
	const requests = filters(request).length;
	if (requests <= FEW_REQUESTS) return yield* listByValues(client, request);

	let isFirst = true;
	for await (const { rows, totalPages = Infinity } of pages(client, request)) {
		if (isFirst && totalPages - 1 > requests) return yield* listByValues(client, request);
		isFirst = false;
		yield* rows;
	}
}

/**
 * The filter of each request. A SKU that is too long to be one finds nothing, and is not asked for: in the
 * address of a request it would fail everything that is asked for with it.
 */
function filters<T>({
	values: given,
	manyFilter,
	oneFilter,
}: ValuesRequest<T>): Array<Record<string, string>> {
	const values = given.filter((value) => !isTooLong(value));
	const isMany = (value: string) => manyFilter !== undefined && !value.includes(',');
	const many = groupedToFit(values.filter(isMany)).map((group) => ({ [manyFilter!]: group.join(',') }));
	const single = oneFilter === undefined ? [] : values.filter((value) => !isMany(value));
	return [...many, ...single.map((value) => ({ [oneFilter!]: value }))];
}

function groupedToFit(values: string[]): string[][] {
	const groups: string[][] = [];
	let length = 0;
	for (const value of values) {
		const added = encodeURIComponent(`${value},`).length;
		const last = groups.at(-1);
		if (last === undefined || last.length === VALUES_PER_REQUEST || length + added > LONGEST_VALUES) {
			groups.push([value]);
			length = added;
		} else {
			last.push(value);
			length += added;
		}
	}
	return groups;
}
