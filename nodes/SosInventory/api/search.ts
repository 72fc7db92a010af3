import { list, type ListRequest } from '../transport/list';
import type { SosClient } from '../transport/client';
import type { SosNoun, SosRecord } from '../transport/noun';
import { canBeAskedFor } from './queryText';

export interface Search extends Omit<ListRequest, 'query'> {
	/** SOS's own default when left out, which is not documented. */
	archived?: 'no' | 'any';
}

/**
 * The records with this text in their name, or in another of the fields that SOS searches: it has no
 * search by the whole name. Only for items, customers and sales documents.
 *
 * @throws {ApiFailure}
 */
export async function* search<T extends SosRecord>(
	client: SosClient,
	noun: SosNoun<T>,
	text: string,
	{ archived, ...request }: Search = {},
): AsyncGenerator<T> {
	if (canBeAskedFor(text)) yield* list(client, noun, { ...request, query: { query: text, archived } });
}

/**
 * What a person who types into a searchable list gets to choose from, archived records apart.
 *
 * @param typed nothing at first, which finds everything
 * @throws {ApiFailure}
 */
export async function* suggestions<T extends SosRecord>(
	client: SosClient,
	noun: SosNoun<T>,
	typed: string,
	limit: number,
): AsyncGenerator<T> {
	if (typed === '') yield* list(client, noun, { query: { archived: 'no' }, limit });
	else yield* search(client, noun, typed, { archived: 'no', limit });
}
