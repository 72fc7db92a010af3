import type { ApiFailure } from '../../shared/request/apiFailure';
import type { SosClient } from './client';
import { list } from './list';

export type SalesDocumentEntity = 'salesorder' | 'salesreceipt';

export interface WrittenDocument {
	id: number;
	number: string;
	[field: string]: unknown;
}

/** Whether SOS says that the number is taken. Only the sales order's sentence is known word for word. */
export function saysNumberTaken(failure: ApiFailure): boolean {
	return /duplicate\b.*\bnumber/i.test(failure.apiMessage);
}

/**
 * Finds the document that has exactly this number. SOS has no filter by number, only a search by part
 * of the number, comment, PO or customer; archived documents count, since they hold their number too.
 */
export async function findByNumber(
	client: SosClient,
	entity: SalesDocumentEntity,
	number: string,
): Promise<WrittenDocument | null> {
	const found = list<WrittenDocument>(client, { entity, query: { query: number, archived: 'any' } });
	for await (const document of found) {
		if (document.number === number) return document;
	}
	return null;
}
