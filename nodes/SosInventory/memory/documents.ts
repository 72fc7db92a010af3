import { mapKeys } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { KnownDocument } from '../../../sync/order/knownDocument';
import type { SalesDocumentType } from '../../../sync/order/settings';
import { allDocuments, type UncheckedDocument } from '../api/salesDocuments';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';
import { ZONE_MARGIN_MS } from '../transport/time';
import { cheapestStart } from './cheapestStart';
import type { ListKind } from './listKind';
import type { RememberedList } from './rememberedList';
import { rememberedList } from './rememberedLists';

type DocumentList = RememberedList<UncheckedDocument, KnownDocument>;

const BOOKS: Record<SalesDocumentType, ListKind<UncheckedDocument, KnownDocument>> = {
	salesOrder: book('salesOrder'),
	salesReceipt: book('salesReceipt'),
};

function book(type: SalesDocumentType): ListKind<UncheckedDocument, KnownDocument> {
	return {
		read: (client, reading) => allDocuments(client, type, reading),
		keep: (document) => known(type, document),
	};
}

/** What is kept of a document: enough to tell whose it may be. Its keys are read whatever their case. */
export function known(type: SalesDocumentType, document: UncheckedDocument): KnownDocument {
	const fields = mapKeys(document as unknown as Record<string, unknown>, (_, key) => key.toLowerCase());
	const { number, customerpo, customer, total, date, synctoken } = fields;
	const { id, name } = (typeof customer === 'object' ? (customer ?? {}) : { id: customer }) as IDataObject;
	return {
		type,
		id: document.id,
		number: textOf(number),
		customerPO: textOf(customerpo),
		date: textOf(date),
		version: textOf(synctoken),
		total: textOf(total),
		customer: { id: typeof id === 'number' ? id : undefined, name: textOf(name) },
	};
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export interface BookContents {
	documents: KnownDocument[];
	/** The documents of every order that was placed since this moment are among them (ms since 1970). */
	completeSince: number;
}

/**
 * The documents in one book of SOS that may be of orders placed at these moments, as few calls as it takes:
 * pages of 200, then one call for what changed. Orders so old that the pages between them and the others
 * cost more than a question for each of them are left out.
 *
 * @param placedAt when the orders were placed (ms since 1970)
 * @param everyMs how old what is known may be
 * @throws {ApiFailure}
 */
export async function documentsSince(
	client: SosClient,
	type: SalesDocumentType,
	placedAt: number[],
	everyMs: number,
): Promise<BookContents> {
	const list: DocumentList = rememberedList(client, BOOKS[type]);
	return await list.inTurn(client, async () => {
		const now = client.profile.clock.now();
		// Whatever an order says, its document is not from the future.
		const since = placedAt.map((ms) => Math.min(ms, now) - ZONE_MARGIN_MS).sort((one, other) => one - other);
		const unknown = () => since.filter((ms) => !list.isComplete || ms < list.completeSince);
		if (unknown().length === 0) await list.refresh(client, everyMs);
		// What is read from further back needs no refresh.
		const isRead = await readSince(client, list, unknown());
		if (!isRead && list.isComplete && unknown().length > 0) await list.refresh(client, everyMs);
		const completeSince = list.isComplete ? list.completeSince + ZONE_MARGIN_MS : Infinity;
		return { documents: [...list.records.values()], completeSince };
	});
}

/**
 * @param since moments that are not covered yet, the oldest first
 * @returns whether the documents since one of them are known now
 */
async function readSince(client: SosClient, list: DocumentList, since: number[]): Promise<boolean> {
	if (since.length === 0) return false;
	const [oldest] = since;
	let start: number | undefined = oldest;
	const isDear = () => {
		const rows = list.totalCount ?? 0;
		start = cheapestStart(since, { now: client.profile.clock.now(), rows, pageSize: PAGE_SIZE });
		return start !== oldest;
	};
	if (await list.readAll(client, isDear, oldest)) return true;
	return start !== undefined && start !== oldest && (await list.readAll(client, undefined, start));
}

/**
 * Remembers a document that was written, or read, elsewhere.
 *
 * @param isNew it was created just now
 */
export function rememberDocument(
	client: SosClient,
	type: SalesDocumentType,
	document: UncheckedDocument,
	isNew: boolean,
): void {
	const list = rememberedList(client, BOOKS[type]);
	if (isNew) list.learnCreated(client, document);
	else list.learn(document);
}

/**
 * Learns what changed in a book since the last time.
 *
 * @returns false where nothing of it was read yet, so that nobody can say what changed
 * @throws {ApiFailure}
 */
export async function followChanges(client: SosClient, type: SalesDocumentType): Promise<boolean> {
	const list = rememberedList(client, BOOKS[type]);
	return await list.inTurn(client, async () => {
		await list.refresh(client);
		return list.isFollowed;
	});
}

/** A document as it is remembered, without asking for what changed. */
export function documentAsRemembered(
	client: SosClient,
	type: SalesDocumentType,
	id: number,
): KnownDocument | undefined {
	return rememberedList(client, BOOKS[type]).records.get(id);
}

/**
 * A document as it is remembered, from now on also one that is too old to be in the list. What the list says of one goes
 * before what was read by itself, which SOS may write in another way.
 *
 * @returns undefined where its changes would not be noticed
 */
export function learnedDocument(
	client: SosClient,
	type: SalesDocumentType,
	document: UncheckedDocument,
): KnownDocument | undefined {
	const list = rememberedList(client, BOOKS[type]);
	if (!list.isFollowed) return undefined;
	if (!list.records.has(document.id)) list.learn(document);
	return list.records.get(document.id);
}

/** Forgets a document that SOS no longer has. */
export function forgetDocument(client: SosClient, { type, id }: Pick<KnownDocument, 'type' | 'id'>): void {
	rememberedList(client, BOOKS[type]).records.delete(id);
}
