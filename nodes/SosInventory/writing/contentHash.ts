import { createHash } from 'node:crypto';
import { omit } from 'lodash';
import type { PlanReport } from '../../../sync/order/plan';
import type { UnaddressedDocument } from '../../../sync/order/salesDocument';

/**
 * Tells whether an order would make the same document as before. It is the same in a plan and in the run after
 * it, in which customer and items get their ids: the customer does not count, since billing and shipping say
 * who it is for, and a line counts by the SKU that the order has.
 */
export function contentHash({
	document,
	totalCheck,
}: Pick<PlanReport, 'totalCheck'> & { document: UnaddressedDocument }): string {
	const lines = document.lines.map((line, index) => ({
		...line,
		item: totalCheck.lines[index].sku ?? line.item,
	}));
	const content = { ...omit(document, 'customer'), lines };
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
