import type { IDataObject } from 'n8n-workflow';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import { addCustomer, customersNamed } from '../api/customers';
import type { SosClient } from '../transport/client';
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
): Promise<SosCustomer> {
	let answerWasLost = false;
	return await createOnce(
		client,
		() => addCustomer(client, body),
		async (failure) => {
			answerWasLost ||= failure.mayHaveBeenDone;
			if (!answerWasLost) throw failure;
			return await findByName(client, body.name);
		},
	);
}

async function findByName(client: SosClient, name: string): Promise<SosCustomer | undefined> {
	for await (const customer of customersNamed(client, name, 'any')) {
		if (customer.name === name) return customer;
	}
	return undefined;
}
