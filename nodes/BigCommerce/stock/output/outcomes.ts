import type { Reason } from '../../../../sync/reason';
import type { ShopStockRow, StockSkip, StockWrite } from '../../../../sync/stock/stockPlan';
import type { InputRow } from '../input/inputRows';
import type { PlannedRun } from '../planRun';

/** What becomes of one SKU at one location. Figures are on hand, in whole units. */
export interface StockOutcome {
	/** The input items it comes of; none for a SKU of the shop that was not in the input. */
	items: number[];
	sku: string;
	productId?: number;
	variantId?: number;
	locationId?: number;
	before?: number;
	/** undefined when it was skipped before there was a figure. */
	after?: number;
	/** The planned figure; undefined for what was skipped. */
	figure?: StockWrite;
	/** Whether the plan writes the figure. */
	isChange: boolean;
	/** Why it was left alone. */
	reason?: Reason;
	/** What was noticed on the way. */
	warning?: Reason;
}

/**
 * Joins the plan with the input it was made from, in the order of the input: one outcome for each planned
 * figure, and one for each row that was skipped. SKUs of the shop that were not in the input come last.
 */
export function outcomesOf({ rows, plan, shop, keyOf }: PlannedRun): StockOutcome[] {
	const shopRows = groupByKey(shop, ({ sku }) => keyOf(sku ?? ''));
	const planned = rows.filter(({ reason }) => reason === undefined);
	const rowsOf = groupByKey(planned, ({ sku }) => keyOf(sku));
	const present = (sku: string) => shopRows.get(keyOf(sku)) ?? [];

	const unplanned = rows.flatMap((row) =>
		row.reason ? [skipOf(row, row.itemIndex, present(row.sku), row.reason)] : [],
	);
	const joined = (figure: StockWrite, isChange: boolean) =>
		figureOf(figure, isChange, rowsOf.get(keyOf(figure.sourceSku)) ?? [], present(figure.sku));
	const figures = [
		...plan.writes.map((figure) => joined(figure, true)),
		...plan.unchanged.map((figure) => joined(figure, false)),
	];
	const skips = plan.skipped.flatMap((skip) =>
		skipsOf(skip, skip.sourceSku === undefined ? [] : rowsOf.get(keyOf(skip.sourceSku)), present(skip.sku)),
	);
	return [...unplanned, ...figures, ...skips].sort((one, other) => firstItem(one) - firstItem(other));
}

/** After all items for an outcome that comes of none. */
function firstItem({ items }: StockOutcome): number {
	return items[0] ?? Number.MAX_SAFE_INTEGER;
}

function figureOf(
	figure: StockWrite,
	isChange: boolean,
	rows: InputRow[],
	shopRows: ShopStockRow[],
): StockOutcome {
	const { sku, locationId, before, after } = figure;
	const { productId, variantId } = rowAt(shopRows, locationId) ?? {};
	const items = rows.filter((row) => row.locationId === locationId).map(({ itemIndex }) => itemIndex);
	return { items, sku, productId, variantId, locationId, before, after, figure, isChange };
}

function skipsOf(
	{ sku, locationId, reason }: StockSkip,
	rows: InputRow[] = [],
	shopRows: ShopStockRow[],
): StockOutcome[] {
	const own = rows.filter((row) => locationId === undefined || row.locationId === locationId);
	if (own.length > 0) return own.map((row) => skipOf({ ...row, sku }, row.itemIndex, shopRows, reason));
	return [skipOf({ sku, locationId }, undefined, shopRows, reason)];
}

function skipOf(
	{ sku, locationId }: { sku: string; locationId?: number },
	itemIndex: number | undefined,
	shopRows: ShopStockRow[],
	reason: Reason,
): StockOutcome {
	const items = itemIndex === undefined ? [] : [itemIndex];
	const { productId, variantId } = rowAt(shopRows, locationId) ?? {};
	const before = shopRows.find((row) => row.locationId === locationId)?.onHand;
	return { items, sku, productId, variantId, locationId, before, isChange: false, reason };
}

/** The row of a location, or any where the SKU has none there: both name the same product. */
function rowAt(shopRows: ShopStockRow[], locationId: number | undefined): ShopStockRow | undefined {
	return shopRows.find((known) => known.locationId === locationId) ?? shopRows[0];
}

function groupByKey<T>(entries: T[], keyOf: (entry: T) => string): Map<string, T[]> {
	const lists = new Map<string, T[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const list = lists.get(key);
		if (list) list.push(entry);
		else lists.set(key, [entry]);
	}
	return lists;
}
