import type { SosClient } from '../transport/client';
import {
	addDocument,
	findByNumber,
	type SalesDocument,
	type SalesDocumentNoun,
	saysNumberTaken,
} from '../api/salesDocuments';
import { createOnce } from './createOnce';

export type WriteOutcome =
	| { kind: 'created'; document: SalesDocument }
	/** A document has this number: an older one or, after a lost answer, most likely the one just sent. */
	| { kind: 'numberTaken'; document: SalesDocument; answerWasLost: boolean };

/**
 * Creates a sales document so that one number never becomes two documents: when an answer is lost the
 * number is looked up before anything is sent again, and a number that is taken is never changed.
 *
 * @throws {ApiFailure} when SOS refuses the document, or keeps failing
 */
export async function writeDocument(
	client: SosClient,
	noun: SalesDocumentNoun,
	body: { number: string; [field: string]: unknown },
): Promise<WriteOutcome> {
	let answerWasLost = false;
	return await createOnce<WriteOutcome>(
		client,
		async () => ({
			kind: 'created',
			document: await addDocument(client, noun, body),
		}),
		async (failure) => {
			answerWasLost ||= failure.mayHaveBeenDone;
			// Any refusal of the document may be about its number, whatever its words.
			const mayBeThere = answerWasLost || failure.category === 'invalid';
			const found = mayBeThere ? await findByNumber(client, noun, body.number) : undefined;
			if (found !== undefined) return { kind: 'numberTaken', document: found, answerWasLost };
			if (failure.mayHaveBeenDone || saysNumberTaken(failure)) return undefined;
			throw failure;
		},
	);
}
