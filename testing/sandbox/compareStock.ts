import { groupBy } from 'lodash';
import type { Sandbox } from '../../sandbox';

/** What the shop has on hand, by the id of what its stock is counted of. */
export type ShopStock = Map<number, number>;

export interface StockComparison {
	/** Things that meet the conditions for taking over SOS's figure. */
	eligible: number;
	/** SKUs of those whose stock is not what SOS has available less what is sold without SOS knowing it. */
	different: string[];
	/** SKUs of all others whose stock was changed nevertheless. */
	touched: string[];
}

const stockTypes = ['Inventory Item', 'Assembly', 'Item Group'];

/** The template's: placed, and neither shipped nor cancelled. */
const openStatuses = [1, 7, 8, 9, 11, 12];

/** Reads the shop's stock past the API, over all locations. */
export function readShopStock({ bigCommerce }: Sandbox): ShopStock {
	return new Map(
		bigCommerce.state.stock
			.values()
			.map(({ id, levels }) => [id, Object.values(levels).reduce((sum, { onhand }) => sum + onhand, 0)]),
	);
}

/** Compares the shop's stock with what SOS says and, where an item must be left alone, with what it was `before`. */
export function compareStock(sandbox: Sandbox, before: ShopStock): StockComparison {
	const available = availableBySku(sandbox);
	const sold = soldBySku(sandbox);
	const after = readShopStock(sandbox);
	const comparison: StockComparison = { eligible: 0, different: [], touched: [] };
	for (const { id, variant_id, sku, tracking } of sandbox.bigCommerce.state.stock.values()) {
		// Variants that share one figure have no figure of their own that could be right.
		const isCounted = tracking !== 'none' && variant_id !== null;
		const inSos = isCounted ? available.get(sku.toLowerCase()) : undefined;
		if (inSos === undefined) {
			if (after.get(id) !== before.get(id)) comparison.touched.push(sku);
			continue;
		}
		comparison.eligible += 1;
		const wanted = Math.max(0, Math.floor(inSos - (sold.get(sku.toLowerCase()) ?? 0)));
		if (after.get(id) !== wanted) comparison.different.push(sku);
	}
	return comparison;
}

/** Units by SKU in lower case, of the items that SOS wants the shop to have; case tells no SKUs apart in BigCommerce. */
function availableBySku({ sos }: Sandbox): Map<string, number> {
	const carriers = groupBy(sos.state.items.values(), ({ sku }) => (sku ?? '').toLowerCase());
	const items = Object.values(carriers)
		.filter((items) => items.length === 1)
		.flat()
		.filter(({ sku, type, archived, updateBigCommerce }) => {
			return sku && !archived && updateBigCommerce && stockTypes.includes(type);
		});
	return new Map(
		items.map(({ id, sku }) => [String(sku).toLowerCase(), sos.quantitiesOf(id).available ?? 0]),
	);
}

/** Units by SKU in lower case that are sold on orders without the mark of an import: SOS does not know them. */
function soldBySku({ bigCommerce }: Sandbox): Map<string, number> {
	const marks = bigCommerce.state.metafields
		.values()
		.filter(({ resource_type }) => resource_type === 'order');
	const marked = new Set(marks.map(({ resource_id }) => resource_id));
	const sold = new Map<string, number>();
	for (const order of bigCommerce.orders()) {
		if (!openStatuses.includes(Number(order.status_id)) || order.is_deleted || marked.has(order.id)) continue;
		for (const { sku = '', quantity } of order.products) {
			sold.set(sku.toLowerCase(), (sold.get(sku.toLowerCase()) ?? 0) + quantity);
		}
	}
	return sold;
}
