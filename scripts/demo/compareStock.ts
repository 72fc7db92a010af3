import type { Sandbox } from '../../sandbox';
import { matchingItems } from '../../sandbox/shop/matching';

/** What the shop has on hand, by the id of what its stock is counted of. */
export type ShopStock = Map<number, number>;

export interface StockComparison {
	/** Things that meet the conditions for taking over SOS's figure. */
	eligible: number;
	/** SKUs of those whose stock is not what SOS has available. */
	different: string[];
	/** SKUs of all others whose stock was changed nevertheless. */
	touched: string[];
}

const stockTypes = ['Inventory Item', 'Assembly', 'Item Group'];

/** Reads the shop's stock past the API, over all locations. */
export function readShopStock({ bigCommerce }: Sandbox): ShopStock {
	return new Map(
		bigCommerce.state.stock
			.values()
			.map(({ id, levels }) => [id, Object.values(levels).reduce((sum, { onhand }) => sum + onhand, 0)]),
	);
}

/** Compares the shop's stock with what SOS has available and, where an item must be left alone, with what it was `before`. */
export function compareStock(sandbox: Sandbox, before: ShopStock): StockComparison {
	const available = availableBySku(sandbox);
	const after = readShopStock(sandbox);
	const comparison: StockComparison = { eligible: 0, different: [], touched: [] };
	for (const { id, variant_id, sku } of sandbox.bigCommerce.state.stock.values()) {
		const wanted = variant_id === null ? undefined : available.get(sku);
		if (wanted === undefined) {
			if (after.get(id) !== before.get(id)) comparison.touched.push(sku);
			continue;
		}
		comparison.eligible += 1;
		if (after.get(id) !== wanted) comparison.different.push(sku);
	}
	return comparison;
}

/** Whole units, never below 0, for every SKU that meets the conditions on both sides. */
function availableBySku({ shop, sos }: Sandbox): Map<string, number> {
	const eligible = matchingItems(shop.catalogue).filter(
		(item) => item.tracking !== 'none' && item.sos?.updateBigCommerce && stockTypes.includes(item.sos.type),
	);
	const skus = new Set(eligible.map(({ sku }) => sku));
	const items = sos.state.items.values().filter(({ sku, archived }) => skus.has(sku ?? '') && !archived);
	return new Map(
		items.map(({ id, sku }) => [sku as string, Math.max(0, Math.floor(sos.quantitiesOf(id).available ?? 0))]),
	);
}
