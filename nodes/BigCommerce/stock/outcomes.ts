import type { Reason } from '../../../sync/reason';
import type { ShopStockRow, StockPlan, StockSkip, StockWrite } from '../../../sync/stock/stockPlan';
import type { InputRow } from './inputRows';
import { skuKey } from './skuKey';

/** What becomes of one SKU at one location. Figures are on hand, in whole units. */
export interface StockOutcome {
	/** undefined for a SKU of the shop that was not in the input. */
	itemIndex?: number;
	sku: string;
	productId: number | null;
	variantId: number | null;
	locationId: number | null;
	before: number | null;
	/** null when it was skipped before there was a figure. */
	after: number | null;
	/** Set while the figure is to be written. */
	write?: StockWrite;
	/** Why it was left alone. */
	reason?: Reason;
}

/** Joins the plan with the input it was made from: one outcome per input row, and one per other SKU skipped. */
export function outcomesOf(rows: InputRow[], plan: StockPlan, shop: ShopStockRow[]): StockOutcome[] {
	const shopRows = new Map<string, ShopStockRow[]>();
	for (const row of shop) add(shopRows, skuKey(row.sku ?? ''), row);
	const skips = new Map<string, StockSkip[]>();
	for (const skip of plan.skipped) add(skips, skuKey(skip.sku), skip);
	const writes = new Map(plan.writes.map((write) => [placeOf(write.sku, write.locationId), write]));

	const outcomes = rows.map((row) => {
		const key = skuKey(row.sku);
		const skipped = skips
			.get(key)
			?.find(({ locationId }) => locationId === undefined || locationId === row.locationId);
		const write = row.reason ? undefined : writes.get(placeOf(row.sku, row.locationId));
		return outcomeOf(row, shopRows.get(key), write, row.reason ?? skipped?.reason);
	});
	const given = new Set(rows.map(({ sku }) => skuKey(sku)));
	const others = plan.skipped.filter(({ sku }) => !given.has(skuKey(sku)));
	return [
		...outcomes,
		...others.map(({ sku, locationId, reason }) =>
			outcomeOf({ sku, locationId: locationId ?? null }, shopRows.get(skuKey(sku)), undefined, reason),
		),
	];
}

function outcomeOf(
	{ itemIndex, sku, locationId }: { itemIndex?: number; sku: string; locationId: number | null },
	shopRows: ShopStockRow[] | undefined,
	write: StockWrite | undefined,
	reason: Reason | undefined,
): StockOutcome {
	const present = shopRows?.find((row) => row.locationId === locationId);
	const before = present?.onHand ?? null;
	const { productId = null, variantId = null } = present ?? shopRows?.[0] ?? {};
	const unwritten = reason === undefined ? before : null;
	const after = write?.after ?? unwritten;
	return { itemIndex, sku, productId, variantId, locationId, before, after, write, reason };
}

function add<T>(lists: Map<string, T[]>, key: string, entry: T): void {
	const list = lists.get(key);
	if (list) list.push(entry);
	else lists.set(key, [entry]);
}

function placeOf(sku: string, locationId: number): string {
	return `${locationId} ${skuKey(sku)}`;
}
