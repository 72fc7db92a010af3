import type { IDataObject } from 'n8n-workflow';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';
import { createRecord } from '../transport/record';
import { createOnce } from './createOnce';

/**
 * Creates a customer, once: SOS keeps names unique, so when the answer is lost the name tells whether
 * the customer is there.
 *
 * @throws {ApiFailure} when SOS refuses, also because the name was taken before
 */
export async function createCustomer(
	client: SosClient,
	body: IDataObject & { name: string },
): Promise<IDataObject> {
	const subject = `the customer "${body.name}"`;
	let answerWasLost = false;
	return await createOnce(
		client,
		() => createRecord<IDataObject>(client, 'customer', body, subject),
		async (failure) => {
			answerWasLost ||= failure.mayHaveBeenDone;
			if (!answerWasLost) throw failure;
			return await findByName(client, body.name);
		},
	);
}

async function findByName(client: SosClient, name: string): Promise<IDataObject | undefined> {
	const query = { name, archived: 'any' };
	for await (const customer of list<IDataObject & { id: number }>(client, { entity: 'customer', query })) {
		if (customer.name === name) return customer;
	}
	return undefined;
}
