import type { KnownDocument } from '../../../sync/order/knownDocument';
import type { Reason } from '../../../sync/reason';
import type { SalesDocument } from '../api/salesDocuments';
import type { SosClient } from '../transport/client';

/** What the memory of documents does not show, such as one that was deleted, is looked at again after so long. */
const SURE_FOR_MS = 3_600_000;

/** Why an order is held for a document that SOS has. */
export interface Verdict {
	reason: Reason;
	type: KnownDocument['type'];
	document: Pick<SalesDocument, 'id' | 'number' | 'total'>;
	/** Whether the document is the order's, and differs from it. */
	isOrders: boolean;
	/** The document as it was remembered then. */
	seen: KnownDocument;
}

/** Verdicts on the orders of one company, by what an order was to become. Cheap to lose. */
export class VerdictMemory {
	private readonly verdicts = new Map<string, Verdict & { at: number }>();

	get isEmpty(): boolean {
		return this.verdicts.size === 0;
	}

	get(key: string): Verdict | undefined {
		const verdict = this.verdicts.get(key);
		return verdict !== undefined && isSure(verdict) ? verdict : undefined;
	}

	set(key: string, verdict: Verdict): void {
		for (const [other, known] of this.verdicts) if (!isSure(known)) this.verdicts.delete(other);
		this.verdicts.set(key, { ...verdict, at: performance.now() });
	}
}

function isSure({ at }: { at: number }): boolean {
	return performance.now() - at < SURE_FOR_MS;
}

const companies = new Map<string, VerdictMemory>();

/** The verdicts on a company's orders, kept in this process for all executions. */
export function verdictsOf({ key }: SosClient): VerdictMemory {
	const known = companies.get(key) ?? new VerdictMemory();
	companies.set(key, known);
	return known;
}
