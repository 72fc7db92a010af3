import { uniqBy } from 'lodash';
import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import { isForAnotherBuyer, judgeDifference, numberedAs } from '../../../sync/order/earlierOrder';
import {
	kinship,
	type KnownDocument,
	numbersIn,
	type SoughtDocument,
} from '../../../sync/order/knownDocument';
import { earlierReasons } from '../../../sync/order/reasons/earlierReasons';
import type { SalesDocumentType } from '../../../sync/order/settings';
import { findByNumber, type SalesDocument, salesDocuments } from '../api/salesDocuments';
import { search } from '../api/search';
import { documentsSince, forgetDocument, known } from '../memory/documents';
import type { SosClient } from '../transport/client';
import { readRecord } from '../transport/record';
import type { EarlierDocument } from './earlierDocument';
import type { Kits } from './kits';

/** The book that a run does not write to changes rarely: it is looked at again after so long. */
const OTHER_BOOK_EVERY_MS = 5 * 60_000;

interface Book {
	byOrder: Map<string, KnownDocument[]>;
	completeSince: number;
}

/**
 * Finds the documents of a run's orders that are in SOS already, whatever wrote them: this node under other
 * settings, another connection, a person. Both books are looked through, since SOS keeps numbers unique
 * within each. Costs about two calls per run, and one for each document that has to be compared.
 */
export class EarlierDocuments {
	private readonly books = new Map<SalesDocumentType, Promise<Book>>();

	private readonly placedAt: number[];

	private readonly startedAt = performance.now();

	/** @param orders all of the run, also those that are held in the end */
	constructor(
		private readonly client: SosClient,
		private readonly kits: Kits,
		orders: Array<Pick<MatchedOrder, 'date_created'>>,
	) {
		this.placedAt = orders.map(placedAt).filter((ms) => !Number.isNaN(ms));
	}

	/**
	 * The document that an order has, or may have, in SOS.
	 *
	 * @param oneForAll whether all orders go to the same customer
	 * @returns undefined when nothing stands in the way of writing it
	 * @throws {ApiFailure}
	 */
	async find(
		order: MatchedOrder,
		sought: SoughtDocument,
		oneForAll: boolean,
	): Promise<EarlierDocument | undefined> {
		const other = sought.type === 'salesOrder' ? 'salesReceipt' : 'salesOrder';
		const candidates = [
			...(await this.candidates(order, sought, sought.type, performance.now() - this.startedAt)),
			...(await this.candidates(order, sought, other, OTHER_BOOK_EVERY_MS)),
		].map((document) => ({ document, kin: kinship(sought, document, oneForAll) }));
		let differing: EarlierDocument | undefined;
		for (const { document, kin } of candidates) {
			if (kin !== 'own') continue;
			const found = await this.compare(order, sought, document);
			if (found !== undefined && found.reason === undefined) return found;
			differing ??= found;
		}
		if (differing !== undefined) return differing;
		for (const { document: candidate, kin } of candidates) {
			if (kin !== 'likely') continue;
			const document = await this.whole(candidate);
			if (document === undefined || isForAnotherBuyer(sought, document, oneForAll)) continue;
			return { type: candidate.type, document, reason: earlierReasons.mayBeThere(candidate) };
		}
		return undefined;
	}

	private async compare(
		order: MatchedOrder,
		sought: SoughtDocument,
		candidate: KnownDocument,
	): Promise<EarlierDocument | undefined> {
		const document = await this.whole(candidate);
		if (document === undefined) return undefined;
		const { type } = candidate;
		const difference = await this.kits.differenceFrom(order, numberedAs(sought, candidate), document);
		if (difference === undefined) return { type, document };
		const reason = judgeDifference(sought, candidate, document, difference);
		return reason && { type, document, reason };
	}

	/** Undefined for a document that was deleted since. */
	private async whole(candidate: KnownDocument): Promise<SalesDocument | undefined> {
		const noun = salesDocuments[candidate.type];
		const document = await readRecord(this.client, noun, candidate.id);
		if (document !== undefined) return document;
		// SOS may refuse to read a record in the words of one that is gone: the list tells.
		const listed = await findByNumber(this.client, noun, candidate.number);
		if (listed?.id === candidate.id) return listed;
		forgetDocument(this.client, candidate);
		return undefined;
	}

	/** The documents that have the order's number in their own number or customer PO. */
	private async candidates(
		order: MatchedOrder,
		{ document }: SoughtDocument,
		type: SalesDocumentType,
		everyMs: number,
	): Promise<KnownDocument[]> {
		const { byOrder, completeSince } = await this.book(type, everyMs);
		if (!(placedAt(order) >= completeSince)) return await this.ask(type, String(order.id));
		const remembered = [String(order.id), document.number].flatMap((key) => byOrder.get(key) ?? []);
		return uniqBy(remembered, 'id');
	}

	/** Read once in a run; again where that failed, which may have been for one order. */
	private async book(type: SalesDocumentType, everyMs: number): Promise<Book> {
		const book = this.books.get(type) ?? this.read(type, everyMs);
		this.books.set(type, book);
		book.catch(() => this.books.delete(type));
		return await book;
	}

	private async read(type: SalesDocumentType, everyMs: number): Promise<Book> {
		const { documents, completeSince } = await documentsSince(this.client, type, this.placedAt, everyMs);
		const byOrder = new Map<string, KnownDocument[]>();
		for (const document of documents) {
			const { number, customerPO } = document;
			for (const key of new Set([number, ...numbersIn(number), ...numbersIn(customerPO)])) {
				const others = byOrder.get(key);
				if (others) others.push(document);
				else byOrder.set(key, [document]);
			}
		}
		return { byOrder, completeSince };
	}

	/** For an order that is older than what is remembered. */
	private async ask(type: SalesDocumentType, order: string): Promise<KnownDocument[]> {
		const found: KnownDocument[] = [];
		for await (const document of search(this.client, salesDocuments[type], order, { archived: 'any' })) {
			found.push(known(type, document));
		}
		return found;
	}
}

/** In ms since 1970; NaN where the order does not say, so that SOS is asked for it. */
function placedAt({ date_created }: Pick<MatchedOrder, 'date_created'>): number {
	return Date.parse(date_created ?? '');
}
