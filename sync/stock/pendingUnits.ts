import type { Reason } from '../reason';
import type { SkuTables } from './skuTables';
import type { PendingOrders, StockFigure } from './stockPlan';
import { figureReasons } from './reasons/figureReasons';
import { tableReasons } from './reasons/tableReasons';

/** What orders unknown to SOS have sold, by the key of the SOS SKU. */
export interface PendingUnits {
	/** In SOS units. */
	units: Map<string, number>;
	/** Why it cannot be said how many units are sold. */
	unknown: Map<string, Reason>;
}

/**
 * The units that orders unknown to SOS have sold. A push that did not take them off would put units back
 * on sale that are already sold.
 *
 * *Available* falls once an order reaches SOS, so it is brought down to what it will be then, whether
 * or not BigCommerce has deducted already. *On hand* falls only when the goods leave, so only what
 * BigCommerce has itself deducted is taken off: everything where it deducts as orders are placed, and
 * what has left where it deducts as orders are completed or shipped.
 */
export function pendingUnits(
	orders: PendingOrders | undefined,
	figure: StockFigure,
	{ key, standsFor }: SkuTables,
): PendingUnits {
	const pending: PendingUnits = { units: new Map(), unknown: new Map() };
	const deductedOnly = figure === 'onHand' && orders?.updateStockBehavior === 'order_completed_or_shipped';
	for (const { sku, quantity, shipped } of orders?.lines ?? []) {
		if (sku === '' || (deductedOnly && !shipped)) continue;
		const alias = standsFor(sku);
		if (alias.unusable) {
			const reason = tableReasons.aliasUnusable(sku, alias.unusable);
			for (const sosSku of alias.unusable.sosSkus) pending.unknown.set(key(sosSku), reason);
			continue;
		}
		const sosKey = key(alias.sku);
		if (quantity === undefined) pending.unknown.set(sosKey, figureReasons.soldUnitsUnknown(sku));
		else pending.units.set(sosKey, (pending.units.get(sosKey) ?? 0) + quantity * alias.packSize);
	}
	return pending;
}
