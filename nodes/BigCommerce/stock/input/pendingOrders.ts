import { SoldUnits } from '../../../../sync/stock/soldUnits';
import { unitsThatDiffer } from '../../../../sync/unitCount';
import type { PendingOrders } from '../../../../sync/stock/stockPlan';
import { readInventorySettings } from '../../api/inventorySettings';
import type { PendingSettings } from '../settings/pendingSettings';
import type { BigCommerceClient } from '../../transport/client';
import { notImported } from '../../marks/markLookup';
import type { OrderFilters } from '../../api/orderFilters';
import { listOrders } from '../../api/orderList';
import { readSoldLines } from '../../api/orderParts';
import type { OrderRow } from '../../api/orders';
import { readRefundedUnits } from '../../api/refunds';
import { inPortions } from '../../../shared/run/inPortions';

/** BigCommerce gives the times of its clock and of marks to the second, cut off. */
const CLOCK_MARGIN_MS = 2000;

/** Orders whose refunds are asked for at a time. */
const PORTION = 100;

/** How old figures are taken to be that do not say when they were read. */
const OLDEST_FIGURES_MS = 15 * 60_000;

/**
 * What is sold on orders that SOS does not know: those in one of the statuses without the mark of an
 * import. Archived orders are left out, as the import leaves them out. An order that was imported after the
 * figures were read is not in them yet, so its mark does not count. One that is imported and not marked
 * yet is taken off twice until the next run, never left out.
 *
 * Orders are added up while they are read: a shop may have 50,000 of them.
 *
 * @param figuresReadAt when the earliest figure was read from SOS, in ms; undefined when nobody knows
 * @param locationId where the shop sells from
 * @returns with the numbers of orders whose lines have other units than BigCommerce counts on them: what is not on a
 *   line cannot be taken off
 */
export async function readPendingOrders(
	store: BigCommerceClient,
	{ statusIds, placedFrom }: PendingSettings,
	figuresReadAt: number | undefined,
	locationId: number,
): Promise<PendingOrders & { incomplete: number[] }> {
	const { updateStockBehavior, clockAheadMs } = await readInventorySettings(store);
	const readAt = figuresReadAt ?? Date.now() - OLDEST_FIGURES_MS;
	const markedBefore = readAt + clockAheadMs - CLOCK_MARGIN_MS;
	const listed = ordersWithLines(store, { minDateCreated: placedFrom }, statusIds);
	const lines = new SoldUnits();
	const incomplete: number[] = [];
	for await (const some of inPortions(notImported(store, listed, { markedBefore }), PORTION)) {
		const pending = some.filter(({ is_deleted }) => is_deleted !== true);
		const refunds = await readRefundedUnits(store, pending);
		for (const order of pending) {
			const products = await readSoldLines(store, order, refunds.get(order.id));
			const difference = unitsThatDiffer({ items_total: order.items_total, products });
			if (difference !== undefined) incomplete.push(order.id);
			// The lines may have the refunded units taken off already: they are not taken off once more.
			const more = difference?.isByRefunds ? { quantity_refunded: 0 } : {};
			for (const line of products) lines.add({ ...line, ...more });
		}
	}
	return { updateStockBehavior, locationId, lines, incomplete };
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
