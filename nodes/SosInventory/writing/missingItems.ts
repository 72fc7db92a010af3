import type { SosSalesDocument } from '../../../sync/order/salesDocument';
import type { Reason } from '../../../sync/reason';
import { setting } from '../../../sync/settingName';

/**
 * The items of a run that SOS turned out not to have: it dropped their lines from a document. Orders
 * behind it that need one of them are held before they meet the same fate.
 */
export class MissingItems {
	private readonly ids = new Set<number>();

	/** @param itemIds of lines that SOS did not keep */
	learn(itemIds: number[]): void {
		for (const id of itemIds) this.ids.add(id);
	}

	/** Why the document may not be sent, if one of its items is gone. */
	reasonAgainst({ lines }: SosSalesDocument): Reason | undefined {
		const gone = lines.find(({ item }) => item.id !== undefined && this.ids.has(item.id));
		if (gone === undefined) return undefined;
		const { id, name } = gone.item;
		return {
			code: 'ITEM_GONE',
			message: `The item "${name ?? id}" (id ${id}) on line ${gone.lineNumber} is not in SOS Inventory any more.`,
			fix: `Run the workflow again: ${setting('match')} then reads the items afresh. If the order is held again, add the item.`,
			details: { itemId: id, lineNumber: gone.lineNumber },
		};
	}
}
