import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { chosenForm, type Simplifier } from './simplify';
import type { SosClient } from './transport/client';
import type { SosNoun, SosRecord } from './transport/noun';
import { readRecord } from './transport/record';
import { refuse } from '../shared/parameters/refuse';

export interface OneRecord<T extends SosRecord> {
	noun: SosNoun<T>;
	id: number;
	query?: Record<string, string>;
	simple: Simplifier;
}

/**
 * Reads a record that the user named, in the chosen form, without the secrets of customers.
 *
 * @throws {NodeOperationError} when SOS has none with this id
 * @throws {ApiFailure}
 */
export async function getOne<T extends SosRecord>(
	context: IExecuteFunctions,
	company: SosClient,
	{ noun, id, query, simple }: OneRecord<T>,
	itemIndex: number,
): Promise<IDataObject> {
	const found = await readRecord(company, noun, id, query);
	if (found !== undefined) return chosenForm(context, simple, itemIndex)(found);
	throw refuse(
		context,
		`SOS Inventory has no ${noun.words} with the id ${id}`,
		'Check the id, and that the credential is for the right company.',
		itemIndex,
	);
}
