import type { SkuTables } from './skuTables';
import type { PendingOrders, StockFigure } from './stockPlan';

/**
 * The units that orders unknown to SOS have sold, in SOS units by the key of the SOS SKU. A push
 * that did not take them off would put units back on sale that are already sold.
 *
 * *Available* falls once an order reaches SOS, so it is brought down to what it will be then, whether
 * or not BigCommerce has deducted already. *On hand* falls only when the goods leave, so only what
 * BigCommerce has itself deducted is taken off: everything where it deducts as orders are placed, and
 * what has left where it deducts as orders are completed or shipped.
 */
export function pendingUnits(
	orders: PendingOrders | undefined,
	figure: StockFigure,
	{ key, aliases }: SkuTables,
): Map<string, number> {
	const units = new Map<string, number>();
	const deductedOnly = figure === 'onHand' && orders?.updateStockBehavior === 'order_completed_or_shipped';
	for (const { sku, quantity, shipped } of orders?.lines ?? []) {
		if (sku === '' || (deductedOnly && !shipped)) continue;
		const alias = aliases.get(key(sku));
		const sosKey = key(alias?.sosSku ?? sku);
		units.set(sosKey, (units.get(sosKey) ?? 0) + quantity * (alias?.packSize ?? 1));
	}
	return units;
}
