import { DateTime } from 'luxon';
import { skuText } from '../../../../sync/sku';
import { isBlank, readQuantity } from '../../../../sync/stock/quantity';
import type { PendingOrders } from '../../../../sync/stock/stockPlan';
import { collect } from '../../../shared/parameters/limit';
import { readInventorySettings } from '../../api/inventorySettings';
import type { PendingSettings } from '../settings/pendingSettings';
import type { BigCommerceClient } from '../../transport/client';
import type { OrderFilters } from '../../api/orderFilters';
import { listOrders } from '../../api/orderList';
import { readMarkedOrderIds } from '../../api/orderMarks';
import { readSoldLines, type SoldLine } from '../../api/orderParts';
import type { OrderRow } from '../../api/orders';

type PendingUnits = PendingOrders['lines'] extends Iterable<infer Units> ? Units : never;

/** BigCommerce gives the times of its clock and of marks to the second, cut off. */
const CLOCK_MARGIN_MS = 2000;

/** How old figures are taken to be that do not say when they were read. */
const OLDEST_FIGURES_MS = 15 * 60_000;

/**
 * Lines of orders that SOS does not know: those in one of the statuses without the mark of an import.
 * Archived orders are left out, as the import leaves them out. An order that was imported after the
 * figures were read is not in them yet, so its mark does not count. One that is imported and not marked
 * yet is taken off twice until the next run, never left out.
 *
 * @param figuresReadAt when the earliest figure was read from SOS, in ms; undefined when nobody knows
 * @param locationId where the shop sells from
 */
export async function readPendingOrders(
	store: BigCommerceClient,
	{ statusIds, placedFrom }: PendingSettings,
	figuresReadAt: number | undefined,
	locationId: number,
): Promise<PendingOrders> {
	const { updateStockBehavior, clockAheadMs } = await readInventorySettings(store);
	const filters = { minDateCreated: placedFrom };
	const listed = await collect(ordersWithLines(store, filters, statusIds));
	const orders = listed.filter(({ is_deleted }) => is_deleted !== true);
	const readAt = figuresReadAt ?? Date.now() - OLDEST_FIGURES_MS;
	const markedBefore = DateTime.fromMillis(readAt + clockAheadMs - CLOCK_MARGIN_MS);
	const imported =
		orders.length === 0
			? new Set<number>()
			: await readMarkedOrderIds(store, { createdFrom: firstPlaced(orders), markedBefore });
	const lines: PendingUnits[] = [];
	for (const order of orders) {
		if (!imported.has(order.id)) lines.push(...(await readSoldLines(store, order)).flatMap(soldUnits));
	}
	return { updateStockBehavior, locationId, lines };
}

/** Orders with their lines, in order of number, up to the newest: a sale that is overlooked would be undone. */
export function ordersWithLines(
	store: BigCommerceClient,
	filters: OrderFilters,
	statusIds: number[] = [],
): AsyncGenerator<OrderRow> {
	const sort = { field: 'id', direction: 'asc' } as const;
	return listOrders(store, { filters, statusIds, sort, withLines: true, withNewest: true });
}

/** undefined, for all marks, when one of the dates cannot be read. */
function firstPlaced(orders: OrderRow[]): DateTime | undefined {
	const placed = orders.map(({ date_created }) => DateTime.fromRFC2822(String(date_created)));
	return placed.every(({ isValid }) => isValid) ? DateTime.min(...placed) : undefined;
}

/** A line whose units have left in part counts as two: what has left, and what has not. */
function soldUnits({ sku: ownSku, quantity, quantity_shipped }: SoldLine): PendingUnits[] {
	const sku = skuText(ownSku) ?? '';
	const sold = readQuantity(quantity);
	const left = isBlank(quantity_shipped) ? 0 : readQuantity(quantity_shipped);
	if (sold === undefined || left === undefined) return [{ sku, quantity: undefined, shipped: true }];
	const shipped = Math.min(left, sold);
	const units = [
		{ sku, quantity: shipped, shipped: true },
		{ sku, quantity: sold - shipped, shipped: false },
	];
	return units.filter((part) => part.quantity > 0);
}
