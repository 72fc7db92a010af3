import type { ShopItem } from './shopItem';

/**
 * The items whose SKU names exactly one SOS item that is not archived, letter for letter: the ones an
 * order can be imported with under the strictest rules.
 */
export function matchingItems(catalogue: ShopItem[]): ShopItem[] {
	const carriers = new Map<string, number>();
	for (const { sos } of catalogue) {
		if (sos && sos.sku !== '' && !sos.archived) carriers.set(sos.sku, (carriers.get(sos.sku) ?? 0) + 1);
	}
	return catalogue.filter(
		(item) => item.sku !== '' && item.sos?.sku === item.sku && carriers.get(item.sku) === 1,
	);
}
