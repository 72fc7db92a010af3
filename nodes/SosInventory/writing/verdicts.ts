import { createHash } from 'node:crypto';
import { isEqual, pick } from 'lodash';
import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import type { DocumentPlan } from '../../../sync/order/plan';
import type { SalesDocumentType } from '../../../sync/order/settings';
import { documentAsRemembered, followChanges, learnedDocument } from '../memory/documents';
import { type Verdict, verdictsOf } from '../memory/verdicts';
import type { SosClient } from '../transport/client';
import { contentHash } from './contentHash';
import type { EarlierDocument } from './earlierDocument';

/**
 * Orders that are held for a document in SOS stay held as long as neither changes, without being claimed,
 * looked up and given back in every run: twenty of them would take a hundred calls each time, and where a
 * claim moves the date of the order, set off the workflow that waits for changed orders.
 */
export class Verdicts {
	/** By book: whether its changes are known. Asked once in a run. */
	private readonly followed = new Map<SalesDocumentType, Promise<boolean>>();

	/** Judged by this run. */
	private readonly passed = new Map<string, Verdict>();

	/** @param isByHand whoever runs the workflow has just changed something and wants to see what comes of it: all is judged anew */
	constructor(
		private readonly client: SosClient,
		private readonly isByHand: boolean,
	) {}

	/**
	 * What an earlier run found against an order, where it would find the same now.
	 *
	 * @throws {ApiFailure}
	 */
	async against(order: MatchedOrder, plan: DocumentPlan): Promise<Verdict | undefined> {
		const memory = verdictsOf(this.client);
		if (memory.isEmpty || this.isByHand) return undefined;
		const verdict = memory.get(keyOf(order, plan));
		return verdict !== undefined && (await this.isStillSo(verdict)) ? verdict : undefined;
	}

	/**
	 * Takes note of a document that stands against an order. It counts once the run {@link keep}s it.
	 *
	 * @param isOrders whether the document is the order's, and differs from it
	 */
	learn(
		order: MatchedOrder,
		plan: DocumentPlan,
		{ type, document, reason }: EarlierDocument,
		isOrders: boolean,
	): void {
		const seen = learnedDocument(this.client, type, document);
		if (reason === undefined || seen === undefined) return;
		const shown = pick(document, 'id', 'number', 'total');
		this.passed.set(keyOf(order, plan), { reason, type, document: shown, isOrders, seen });
	}

	/**
	 * Remembers what this run has learned.
	 *
	 * @param isMarked whether the orders whose documents differ are marked as such: a later run must try again otherwise
	 */
	keep(isMarked: boolean): void {
		const memory = verdictsOf(this.client);
		for (const [key, verdict] of this.passed) if (isMarked || !verdict.isOrders) memory.set(key, verdict);
	}

	private async isStillSo({ type, document, seen }: Verdict): Promise<boolean> {
		const followed = this.followed.get(type) ?? followChanges(this.client, type);
		this.followed.set(type, followed);
		followed.catch(() => this.followed.delete(type));
		return (await followed) && isEqual(documentAsRemembered(this.client, type, document.id), seen);
	}
}

/** The same as long as order and settings make the same document for the same customer. */
function keyOf(order: MatchedOrder, plan: DocumentPlan): string {
	const made = JSON.stringify([plan.type, contentHash(plan), plan.customer]);
	return `${order.id} ${createHash('sha256').update(made).digest('hex')}`;
}
