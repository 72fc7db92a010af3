import { DateTime } from 'luxon';
import type { Reason } from '../../../../sync/reason';
import { stockKey } from '../../../../sync/stock/lastPushed';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import type { BigCommerceClient } from '../../transport/client';
import { applyReasons } from '../../../../sync/stock/reasons/applyReasons';
import type { LastPushedByLocation } from './lastPushedStore';
import { readSoldLines } from '../../api/orderParts';
import { ordersWithLines } from '../input/pendingOrders';

/** Stock writes become visible with delay: a push younger than this is not judged yet. */
const SETTLING_MS = 2 * 60_000;

/** A difference from an older push says nothing any more, and would take many orders to look through. */
const LONGEST_MS = 7 * 24 * 3_600_000;

/** Orders are read from a little before the push, since clocks differ and the push took its time. */
const OVERLAP = { minutes: 10 };

interface Suspect {
	figure: StockWrite;
	key: number;
	pushed: number;
	push: number;
}

/**
 * The figures that do not show what the last run left them at, although no order that was placed or
 * changed since then holds their product: that push did not take, or somebody changed the stock.
 * Orders are read only where some figure differs.
 *
 * @param figures every figure of the plan, with what the shop has as `before`
 * @param now ms
 */
export async function checkLastPush(
	store: BigCommerceClient,
	figures: StockWrite[],
	lastPushed: LastPushedByLocation,
	now: number,
): Promise<Map<StockWrite, Reason>> {
	const suspects = figures.flatMap((figure) => suspectOf(figure, lastPushed, now) ?? []);
	if (suspects.length === 0) return new Map();
	const sold = await soldSince(store, Math.min(...suspects.map(({ push }) => push)));
	return new Map(
		suspects
			.filter(({ key }) => !sold.has(key))
			.map(({ figure, pushed }) => [
				figure,
				applyReasons.pushNotTaken(figure.sku, { pushed, shop: figure.before }),
			]),
	);
}

function suspectOf(figure: StockWrite, lastPushed: LastPushedByLocation, now: number): Suspect | undefined {
	const known = lastPushed.get(figure.locationId);
	const key = stockKey(figure.identity);
	const pushed = key === undefined ? undefined : known?.figures.get(key);
	if (key === undefined || known === undefined || pushed === undefined || pushed === figure.before)
		return undefined;
	const push = known.pushes.get(key) ?? 0;
	const age = now - push;
	return age < SETTLING_MS || age > LONGEST_MS ? undefined : { figure, key, pushed, push };
}

/** The stock keys of everything on orders that were placed or changed since. */
async function soldSince(store: BigCommerceClient, since: number): Promise<Set<number>> {
	const from = DateTime.fromMillis(since).minus(OVERLAP);
	const sold = new Set<number>();
	for await (const order of ordersWithLines(store, { minDateModified: from })) {
		for (const { product_id, variant_id } of await readSoldLines(store, order)) {
			if (product_id) sold.add(stockKey({ product_id }) as number);
			if (variant_id) sold.add(stockKey({ variant_id }) as number);
		}
	}
	return sold;
}
