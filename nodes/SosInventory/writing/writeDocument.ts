import { pause } from '../../shared/request/pause';
import { cancelSignal } from '../../shared/request/send';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';
import { createRecord } from '../transport/record';
import {
	findByNumber,
	saysNumberTaken,
	type SalesDocumentEntity,
	type WrittenDocument,
} from '../transport/salesDocuments';

/** A lost answer is looked into this many times before the operation gives up on the document. */
const MAX_TRIES = 5;

export type WriteOutcome =
	| { kind: 'created'; document: WrittenDocument }
	/** A document has this number: an older one or, after a lost answer, most likely the one just sent. */
	| { kind: 'numberTaken'; document: WrittenDocument; answerWasLost: boolean };

/**
 * Creates a sales document so that one number never becomes two documents: when an answer is lost the
 * number is looked up before anything is sent again, and a number that is taken is never changed.
 *
 * @throws {ApiFailure} when SOS refuses the document, or keeps failing
 */
export async function writeDocument(
	client: SosClient,
	entity: SalesDocumentEntity,
	body: { number: string; [field: string]: unknown },
): Promise<WriteOutcome> {
	const subject = `${entity === 'salesorder' ? 'sales order' : 'sales receipt'} ${body.number}`;
	let answerWasLost = false;
	for (let tries = 1; ; tries++) {
		const sent = await settle(createRecord<WrittenDocument>(client, entity, body, subject));
		if (sent.failure === undefined) return { kind: 'created', document: sent.value };

		const { failure } = sent;
		answerWasLost ||= failure.mayHaveBeenDone;
		// Any refusal of the document may be about its number, whatever its words.
		const mayBeThere = answerWasLost || failure.category === 'invalid';
		const found = mayBeThere ? await findByNumber(client, entity, body.number) : null;
		if (found !== null) return { kind: 'numberTaken', document: found, answerWasLost };
		// A number that is taken but not listed is sent and looked up again: a list may lag behind.
		const isWorthRepeating = failure.mayHaveBeenDone || saysNumberTaken(failure);
		if (!isWorthRepeating || tries === MAX_TRIES) throw failure;
		await pause(client.profile.firstWaitMs * tries, cancelSignal(client.context));
	}
}
