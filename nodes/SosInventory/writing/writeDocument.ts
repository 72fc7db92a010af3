import type { SosClient } from '../transport/client';
import { createRecord } from '../transport/record';
import {
	findByNumber,
	saysNumberTaken,
	type SalesDocumentEntity,
	type WrittenDocument,
} from '../transport/salesDocuments';
import { createOnce } from './createOnce';

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
	return await createOnce<WriteOutcome>(
		client,
		async () => ({
			kind: 'created',
			document: await createRecord<WrittenDocument>(client, entity, body, subject),
		}),
		async (failure) => {
			answerWasLost ||= failure.mayHaveBeenDone;
			// Any refusal of the document may be about its number, whatever its words.
			const mayBeThere = answerWasLost || failure.category === 'invalid';
			const found = mayBeThere ? await findByNumber(client, entity, body.number) : null;
			if (found !== null) return { kind: 'numberTaken', document: found, answerWasLost };
			if (failure.mayHaveBeenDone || saysNumberTaken(failure)) return undefined;
			throw failure;
		},
	);
}
