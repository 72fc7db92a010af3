import type { OrderLine } from '../../shop/orders/orderRecord';
import { setOnhand } from '../inventory/stock';
import { defaultLocationId, stockItemOf } from '../records/stockItem';
import type { Store } from '../store';

/**
 * Takes the lines' quantities off the default location's stock (`direction` -1) or puts them back (1).
 * Only what the shop tracks moves, and never below zero.
 */
export function moveStock(
	store: Store,
	lines: Array<Pick<OrderLine, 'product_id' | 'variant_id' | 'quantity'>>,
	direction: 1 | -1,
): void {
	for (const line of lines) {
		const product = store.state.products.get(line.product_id);
		const item = product && store.state.stock.get(stockItemOf(product, line.variant_id));
		if (!item || item.tracking === 'none') continue;
		const onhand = item.levels[defaultLocationId]?.onhand ?? 0;
		setOnhand(
			store,
			item,
			defaultLocationId,
			Math.max(onhand + direction * line.quantity, Math.min(onhand, 0)),
		);
	}
}
