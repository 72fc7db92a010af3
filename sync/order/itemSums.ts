import { plainText } from '../sameText';
import type { SosReference } from './salesDocument';
import { QUANTITY_SCALE } from './unitPrices';

/** A line of a document, as far as its contents go. The id is NaN where SOS named the item without one. */
export interface ItemLine {
	item: SosReference;
	/** NaN when SOS sent none. */
	quantity: number;
}

/** How much of one item two documents have on all their lines, in hundred-thousandths: SOS keeps five decimals. */
export interface ItemSum {
	key: string;
	item: SosReference;
	planned: number;
	written: number;
}

/** The sums of each item on either document, in the order in which the items turn up. */
export function itemSums(planned: readonly ItemLine[], written: readonly ItemLine[]): ItemSum[] {
	const sums = new Map<string, ItemSum>();
	const add = (key: string, { item, quantity }: ItemLine, side: 'planned' | 'written') => {
		const sum = sums.get(key) ?? { key, item, planned: 0, written: 0 };
		sum[side] += Math.round(quantity * QUANTITY_SCALE);
		sums.set(key, sum);
	};
	// An item that was sent without an id was looked up by its name.
	const keysByName = new Map(written.map(({ item }) => [plainText(item.name), keyOf(item)]));
	for (const line of planned) {
		const { id, name } = line.item;
		const found = id === undefined ? keysByName.get(plainText(name)) : undefined;
		add(found ?? keyOf(line.item), line, 'planned');
	}
	for (const line of written) add(keyOf(line.item), line, 'written');
	return [...sums.values()];
}

/** The key of an item whose id is known. */
export function keyOfId(id: number): string {
	return `#${id}`;
}

function keyOf({ id, name }: SosReference): string {
	return id === undefined || Number.isNaN(id) ? plainText(name) : keyOfId(id);
}
