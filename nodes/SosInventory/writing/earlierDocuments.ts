import { uniqBy } from 'lodash';
import { judgeEarlier } from '../../../sync/order/earlierOrder';
import {
	kinship,
	type KnownDocument,
	numbersIn,
	type SoughtDocument,
} from '../../../sync/order/knownDocument';
import { earlierReasons } from '../../../sync/order/reasons/earlierReasons';
import type { SalesDocumentType } from '../../../sync/order/settings';
import type { Reason } from '../../../sync/reason';
import { type SalesDocument, salesDocuments } from '../api/salesDocuments';
import { search } from '../api/search';
import { documentsSince, forgetDocument, known } from '../memory/documents';
import type { SosClient } from '../transport/client';
import { readRecord } from '../transport/record';

/** The book that a run does not write to changes rarely: it is looked at again after so long. */
const OTHER_BOOK_EVERY_MS = 5 * 60_000;

/** A document that an order has, or may have, in SOS from before. */
export interface FoundDocument {
	type: SalesDocumentType;
	document: SalesDocument;
	/** Why it is not what the order says, or why nobody can tell that it is the order's. */
	reason?: Reason;
}

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

	/** @param placedAt when the orders of the run were placed (ms since 1970) */
	constructor(
		private readonly client: SosClient,
		private readonly placedAt: number[],
	) {}

	/**
	 * The document that an order has, or may have, in SOS.
	 *
	 * @param placedAt when the order was placed (ms since 1970)
	 * @param oneForAll whether all orders go to the same customer
	 * @returns undefined when nothing stands in the way of writing it
	 * @throws {ApiFailure}
	 */
	async find(
		sought: SoughtDocument,
		placedAt: number,
		oneForAll: boolean,
	): Promise<FoundDocument | undefined> {
		const other = sought.type === 'salesOrder' ? 'salesReceipt' : 'salesOrder';
		const candidates = [
			...(await this.candidates(sought.type, sought, placedAt, 0)),
			...(await this.candidates(other, sought, placedAt, OTHER_BOOK_EVERY_MS)),
		].map((document) => ({ document, kin: kinship(sought, document, oneForAll) }));
		let uncertain: FoundDocument | undefined;
		for (const { document, kin } of candidates) {
			if (kin !== 'own') continue;
			const found = await this.compare(sought, document);
			if (found !== undefined && found.reason === undefined) return found;
			uncertain ??= found;
		}
		return uncertain ?? (await this.likely(candidates.find(({ kin }) => kin === 'likely')?.document));
	}

	private async compare(
		sought: SoughtDocument,
		candidate: KnownDocument,
	): Promise<FoundDocument | undefined> {
		const document = await this.whole(candidate);
		const verdict = document && judgeEarlier(sought, candidate, document);
		return verdict && { type: candidate.type, document, ...verdict };
	}

	private async likely(candidate: KnownDocument | undefined): Promise<FoundDocument | undefined> {
		const document = candidate && (await this.whole(candidate));
		return document && { type: candidate.type, document, reason: earlierReasons.mayBeThere(candidate) };
	}

	/** Undefined for a document that was deleted since. */
	private async whole(candidate: KnownDocument): Promise<SalesDocument | undefined> {
		const document = await readRecord(this.client, salesDocuments[candidate.type], candidate.id);
		if (document === undefined) forgetDocument(this.client, candidate);
		return document;
	}

	/** The documents that have the order's number in their own number or customer PO. */
	private async candidates(
		type: SalesDocumentType,
		{ document }: SoughtDocument,
		placedAt: number,
		everyMs: number,
	): Promise<KnownDocument[]> {
		const order = document.customerPO ?? '';
		const book = this.books.get(type) ?? this.read(type, everyMs);
		this.books.set(type, book);
		const { byOrder, completeSince } = await book;
		const remembered = [...(byOrder.get(order) ?? []), ...(byOrder.get(document.number) ?? [])];
		if (placedAt >= completeSince) return uniqBy(remembered, 'id');
		return await this.ask(type, order);
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
