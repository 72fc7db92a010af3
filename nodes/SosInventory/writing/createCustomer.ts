import type { IDataObject } from 'n8n-workflow';
import { pause } from '../../shared/request/pause';
import { cancelSignal } from '../../shared/request/send';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';
import { createRecord } from '../transport/record';

/** Sends of one customer when answers get lost. */
const MAX_TRIES = 5;

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
	for (let tries = 1; ; tries++) {
		const sent = await settle(createRecord<IDataObject>(client, 'customer', body, subject));
		if (sent.failure === undefined) return sent.value;
		answerWasLost ||= sent.failure.mayHaveBeenDone;
		const found = answerWasLost ? await findByName(client, body.name) : undefined;
		if (found !== undefined) return found;
		if (!answerWasLost || tries === MAX_TRIES) throw sent.failure;
		await pause(client.profile.firstWaitMs * tries, cancelSignal(client.context));
	}
}

async function findByName(client: SosClient, name: string): Promise<IDataObject | undefined> {
	const query = { name, archived: 'any' };
	for await (const customer of list<IDataObject & { id: number }>(client, { entity: 'customer', query })) {
		if (customer.name === name) return customer;
	}
	return undefined;
}
