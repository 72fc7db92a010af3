import type { SalesDocumentType } from '../../../sync/order/settings';
import type { ApiFailure } from '../../shared/request/apiFailure';
import { decimal, id, list as listOf, optional, record, type Shaped, text } from '../../shared/request/shape';
import type { SosClient } from '../transport/client';
import { list, type ListRequest } from '../transport/list';
import { type SosNoun, sosNoun } from '../transport/noun';
import { createRecord, readRecord } from '../transport/record';
import { sosMoment } from '../transport/time';
import { reference, referenceOrId } from './reference';
import { search } from './search';

const line = record({
	item: optional(referenceOrId),
	quantity: optional(decimal),
	unitprice: optional(decimal),
	amount: optional(decimal),
});

/**
 * A sales order or sales receipt, with what is compared of it. Its other references are left unchecked:
 * SOS answers some of them as a plain name. Keys of two words come in more than one spelling.
 */
const document = record({
	id,
	number: text,
	date: optional(text),
	customer: optional(reference),
	customerPO: optional(text),
	total: optional(decimal),
	/** Missing in a list of summaries. */
	lines: optional(listOf(line)),
});

export type SalesDocument = Shaped<typeof document>;

export type SalesDocumentNoun = SosNoun<SalesDocument>;

const filters = [
	...['archived', 'channel', 'createdsince', 'location', 'orderStage', 'query', 'status', 'updatedsince'],
];

export const salesOrders: SalesDocumentNoun = sosNoun('/salesorder', 'sales order', document, filters);

export const salesReceipts: SalesDocumentNoun = sosNoun('/salesreceipt', 'sales receipt', document, filters);

export const salesDocuments: Record<SalesDocumentType, SalesDocumentNoun> = {
	salesOrder: salesOrders,
	salesReceipt: salesReceipts,
};

/** What tells whose a document may be: without it nobody knows whether an order is there already. */
const lightlyChecked = record({ id, number: optional(text), customerPO: optional(text) });

export type UncheckedDocument = Shaped<typeof lightlyChecked>;

const unchecked: Record<SalesDocumentType, SosNoun<UncheckedDocument>> = {
	salesOrder: { ...salesOrders, shape: lightlyChecked },
	salesReceipt: { ...salesReceipts, shape: lightlyChecked },
};

/**
 * The documents of one kind, archived ones too. Of their fields only those are checked that say whose they are: one
 * odd document of thousands must not stand in the way of all orders.
 *
 * @param since only those that were created, or changed, at or after a moment (ms since 1970)
 * @throws {ApiFailure}
 */
export function allDocuments(
	client: SosClient,
	type: SalesDocumentType,
	{ changedSince, createdSince, ...request }: Omit<ListRequest, 'query'> & Since,
): AsyncGenerator<UncheckedDocument> {
	const moment = (ms?: number) => (ms === undefined ? undefined : sosMoment(ms));
	const query = {
		archived: 'any',
		createdsince: moment(createdSince),
		updatedsince: moment(changedSince),
	};
	return list(client, unchecked[type], { ...request, query });
}

interface Since {
	changedSince?: number;
	createdSince?: number;
}

/**
 * The document that has exactly this number. SOS has no filter by number, only a search by part of
 * the number, comment, PO or customer; archived documents count, since they hold their number too.
 *
 * @throws {ApiFailure}
 */
export async function findByNumber(
	client: SosClient,
	noun: SalesDocumentNoun,
	number: string,
): Promise<SalesDocument | undefined> {
	for await (const found of search(client, noun, number, { archived: 'any' })) {
		if (found.number !== number) continue;
		// A list may give summaries.
		return Array.isArray(found.lines) ? found : await readRecord(client, noun, found.id);
	}
	return undefined;
}

/**
 * Creates a document. Sent once: see `createRecord`.
 *
 * @throws {ApiFailure}
 */
export async function addDocument(
	client: SosClient,
	noun: SalesDocumentNoun,
	body: { number: string; [field: string]: unknown },
): Promise<SalesDocument> {
	const isNumbered = hasOwnNumber(body);
	return await createRecord(client, noun, {
		body,
		subject: `${noun.words} ${body.number}`,
		flawIn: ({ number, lines }) => {
			if (isNumbered && number !== body.number) return `${noun.words} ${number} came`;
			return Array.isArray(lines) ? undefined : `${noun.words} ${number} came without its lines`;
		},
	});
}

/** As a number, it makes SOS give the next one. */
const LET_SOS_NUMBER = 'auto';

/** Whether the document has a number by which it can be found again, rather than one that SOS gives. */
export function hasOwnNumber({ number }: { number: string }): boolean {
	return number.toLowerCase() !== LET_SOS_NUMBER;
}

/** Whether SOS refused a document because its number is taken. Only the sales order's sentence is known word for word. */
export function saysNumberTaken(failure: ApiFailure): boolean {
	return /duplicate\b.*\bnumber/i.test(failure.apiMessage);
}

/** SOS drops lines whose item it does not have, and refuses a document of which nothing is left. */
export function saysNoLines({ apiMessage }: ApiFailure): boolean {
	return /no line items/i.test(apiMessage);
}
