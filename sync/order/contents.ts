import { type ItemLine, itemSums, type ItemSum } from './itemSums';
import { differingItems, type KitContents } from './kitContents';
import { QUANTITY_SCALE } from './unitPrices';

/** The items of which two documents have unlike quantities, with what each has of them. */
export interface ContentDifference {
	missing: ItemLine[];
	added: ItemLine[];
}

/** For documents with kits of which nothing is known. */
const NO_KITS: KitContents = new Map();

/**
 * Compares what two documents hold: the sum of each item, however their lines are cut, merged or ordered. A kit
 * is the same as what it is made of.
 */
export function compareContents(
	planned: readonly ItemLine[],
	written: readonly ItemLine[],
	kits: KitContents = NO_KITS,
): ContentDifference {
	const sums = itemSums(planned, written);
	const keys = differingItems(sums, kits);
	const differing = sums.filter(({ key }) => keys.has(key));
	return { missing: linesOf(differing, 'planned'), added: linesOf(differing, 'written') };
}

/** Whether two documents hold the same. */
export function isSameContent({ missing, added }: ContentDifference): boolean {
	return missing.length + added.length === 0;
}

function linesOf(sums: ItemSum[], side: 'planned' | 'written'): ItemLine[] {
	return sums
		.filter((sum) => sum[side] !== 0)
		.map(({ item, [side]: quantity }) => ({ item, quantity: quantity / QUANTITY_SCALE }));
}
