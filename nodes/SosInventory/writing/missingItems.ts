import type { SosSalesDocument } from '../../../sync/order/salesDocument';
import type { Reason } from '../../../sync/reason';
import { setting } from '../../../sync/settingName';

/**
 * The items of a run that SOS turned out not to have: it dropped their lines from a document. Orders
 * behind it that need one of them are held before they meet the same fate.
 */
export class MissingItems {
	private readonly ids = new Set<number>();

	/** @param written SOS's answer; its keys are read whatever their case */
	learn(sent: SosSalesDocument, written: object): void {
		const kept = new Set(itemIds(written));
		for (const { item } of sent.lines) {
			if (item.id !== undefined && !kept.has(item.id)) this.ids.add(item.id);
		}
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

function itemIds(written: object): number[] {
	const lines = valueOf(written, 'lines');
	return (Array.isArray(lines) ? lines : []).map((line: object) =>
		Number(valueOf((valueOf(line, 'item') ?? {}) as object, 'id')),
	);
}

function valueOf(record: object, key: string): unknown {
	return Object.entries(record).find(([name]) => name.toLowerCase() === key)?.[1];
}
