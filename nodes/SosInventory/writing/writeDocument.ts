import type { ApiFailure } from '../../shared/request/apiFailure';
import type { SosClient } from '../transport/client';
import {
	addDocument,
	findByNumber,
	hasOwnNumber,
	type SalesDocument,
	type SalesDocumentNoun,
	saysNumberTaken,
} from '../api/salesDocuments';
import { createOnce } from './createOnce';

export type WriteOutcome =
	| { kind: 'created'; document: SalesDocument }
	/** A document has this number: an older one or, after a lost answer, most likely the one just sent. */
	| { kind: 'numberTaken'; document: SalesDocument; answerWasLost: boolean };

/** It may not be sent any more; what was sent before may be there. */
export interface NotSent {
	kind: 'notSent';
}

/**
 * Creates a sales document so that one number never becomes two documents: when an answer is lost the
 * number is looked up before anything is sent again, and a number that is taken is never changed.
 *
 * @param refusal asked before each send: an order that takes long may be another run's by then
 * @throws {ApiFailure} when SOS refuses the document, or keeps failing
 */
export async function writeDocument<Refusal extends NotSent = never>(
	client: SosClient,
	noun: SalesDocumentNoun,
	body: { number: string; [field: string]: unknown },
	refusal?: () => Promise<Refusal | undefined>,
): Promise<WriteOutcome | Refusal> {
	let answerWasLost = false;
	return await createOnce<WriteOutcome | Refusal>(
		client,
		async () => (await refusal?.()) ?? { kind: 'created', document: await addDocument(client, noun, body) },
		async (failure) => {
			answerWasLost ||= failure.mayHaveBeenDone;
			// Any refusal of the document may be about its number, whatever its words.
			const mayBeThere = answerWasLost || failure.category === 'invalid';
			const found = mayBeThere ? await findByNumber(client, noun, body.number) : undefined;
			if (found !== undefined) return { kind: 'numberTaken', document: found, answerWasLost };
			if (failure.mayHaveBeenDone && !hasOwnNumber(body)) throw toBeLookedAt(failure);
			// Answered as done: where it is not found by its number, sending it again may make a second one.
			if (failure.mayHaveBeenDone && failure.isFlaw) throw failure;
			if (failure.mayHaveBeenDone || saysNumberTaken(failure)) return undefined;
			throw failure;
		},
	);
}

/** A document that gets its number from SOS cannot be looked up by it. */
function toBeLookedAt(failure: ApiFailure): ApiFailure {
	failure.description =
		'The document may be in SOS Inventory. Look for it there before you run the node again: that would create another one.';
	return failure;
}
