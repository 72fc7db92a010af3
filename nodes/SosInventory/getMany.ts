import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { chosenLimit } from '../shared/parameters/limit';
import { chosenForm, type Simplifier } from './simplify';
import type { SosClient } from './transport/client';
import { list } from './transport/list';
import type { SosNoun, SosRecord } from './transport/noun';

export interface ManyRecords<T extends SosRecord> {
	noun: SosNoun<T>;
	/** As the noun's list takes it. */
	query: Record<string, string | undefined>;
	simple: Simplifier;
}

/**
 * The records a Get Many asks for, each once, in the chosen form, without the secrets of customers.
 *
 * @throws {NodeOperationError} for a limit that makes no sense
 * @throws {ApiFailure} also, after all rows that could be read, when SOS counts more than these
 */
export async function* getMany<T extends SosRecord>(
	context: IExecuteFunctions,
	company: SosClient,
	{ noun, query, simple }: ManyRecords<T>,
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const form = chosenForm(context, simple, itemIndex);
	const limit = chosenLimit(context, itemIndex);
	for await (const record of list(company, noun, { query, limit })) yield form(record);
}
