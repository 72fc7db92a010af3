import type { Company } from '../company';
import { kitType } from '../records/item';
import type { SalesDocument } from '../records/salesDocument';
import { post, reversed, type Posting } from './balances';

/** The figure of an item that counts what open documents of a kind ask for: sales orders or sales receipts. */
export type DemandFigure = 'onSO' | 'onSR';

/**
 * Books what `after` asks for instead of what `before` asked for; either may be missing.
 * @returns the ids of the items whose figures changed
 */
export function rebookDemand(
	company: Company,
	figure: DemandFigure,
	before: SalesDocument | undefined,
	after: SalesDocument | undefined,
): Set<number> {
	return post(company, [...reversed(demandOf(company, figure, before)), ...demandOf(company, figure, after)]);
}

/** What is still to be shipped of an open sales order or receipt; nothing for a closed one. */
function demandOf(company: Company, figure: DemandFigure, document: SalesDocument | undefined): Posting[] {
	if (!document || document.closed) return [];
	return document.lines.flatMap((line) => {
		const open = line.quantity - line.shipped;
		const posting = { itemId: line.item.id, locationId: document.location.id, figure, change: open };
		return [posting, ...componentPostings(company, posting)];
	});
}

/** The same change for the components, when the item is a kit: selling or shipping a kit takes them. */
export function componentPostings(company: Company, kit: Posting): Posting[] {
	if (company.state.items.get(kit.itemId)?.type !== kitType) return [];
	return (company.state.boms.get(kit.itemId) ?? []).flatMap((line) => {
		const posting = { ...kit, itemId: line.componentItemId, change: kit.change * line.quantity };
		return [posting, ...componentPostings(company, posting)];
	});
}
