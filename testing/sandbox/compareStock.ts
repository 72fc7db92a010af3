import { groupBy, sumBy } from 'lodash';
import type { Sandbox } from '../../sandbox';
import type { Refund } from '../../sandbox/shop/orders/orderRecord';
import { readMarks } from './importMarks';

/** What the shop has on hand, by the id of what its stock is counted of. */
export type ShopStock = Map<number, number>;

export interface StockComparison {
	/** Things that meet the conditions for taking over SOS's figure. */
	eligible: number;
	/** SKUs of those whose stock is not what SOS has available less what is sold without SOS knowing it. */
	different: string[];
	/** SKUs of those of which the shop has more for sale than that: units that are sold already. */
	oversold: string[];
	/** SKUs of all others whose stock was changed nevertheless. */
	touched: string[];
}

interface RefundedItem {
	item_type: string;
	item_id: number;
	quantity: number;
}

const stockTypes = ['Inventory Item', 'Assembly', 'Item Group'];

/** Placed, and neither finished nor called off. */
const openStatuses = [1, 3, 7, 8, 9, 11, 12, 13, 14];

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
	const comparison: StockComparison = { eligible: 0, different: [], oversold: [], touched: [] };
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
		if ((after.get(id) ?? 0) > wanted) comparison.oversold.push(sku);
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
	const marks = readMarks(bigCommerce).filter(({ isClaim }) => !isClaim);
	const marked = new Set(marks.map(({ orderId }) => orderId));
	const sold = new Map<string, number>();
	for (const order of bigCommerce.orders()) {
		if (!openStatuses.includes(Number(order.status_id)) || order.is_deleted || marked.has(order.id)) continue;
		for (const line of order.products) {
			const sku = line.sku.toLowerCase();
			const refunded = Math.max(
				Number(line.quantity_refunded),
				refundedUnits(bigCommerce.state.orders.get(order.id)?.refunds ?? [], line.id),
			);
			const toLeave = line.quantity - line.quantity_shipped - refunded;
			sold.set(sku, (sold.get(sku) ?? 0) + line.quantity_shipped + Math.max(0, toLeave));
		}
	}
	return sold;
}

/** Units of a line that refunds gave the money back for; the line itself need not show them. */
function refundedUnits(refunds: Refund[], lineId: number): number {
	const items = refunds.flatMap((refund) => refund.items as RefundedItem[]);
	const ofLine = items.filter(({ item_type, item_id }) => item_type === 'PRODUCT' && item_id === lineId);
	return sumBy(ofLine, 'quantity');
}
