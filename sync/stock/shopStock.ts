import type { ShopStockRow, StockIdentity } from './stockPlan';

/** What the shop says about one SKU. */
export interface ShopEntry {
	/** As the shop spells it. */
	sku: string;
	/** One row per location; where a product and its base variant both come, the first one counts. */
	rows: ShopStockRow[];
	/** One row of each product or variant that has this SKU, where there is more than one. */
	duplicates?: ShopStockRow[];
}

export interface ShopStock {
	bySku: Map<string, ShopEntry>;
	/** One row of each product or variant without SKU. */
	withoutSku: ShopStockRow[];
}

/** Gathers the shop's rows by SKU, and finds the SKUs that are on more than one product or variant. */
export function readShop(rows: Iterable<ShopStockRow>, keyOf: (sku: string) => string): ShopStock {
	const bySku = new Map<string, ShopEntry>();
	const withoutSku = new Map<number, ShopStockRow>();
	for (const row of rows) {
		if (typeof row.sku !== 'string' || row.sku.trim() === '') {
			if (!withoutSku.has(keeperOf(row))) withoutSku.set(keeperOf(row), row);
			continue;
		}
		const key = keyOf(row.sku);
		const entry = bySku.get(key);
		if (!entry) bySku.set(key, { sku: row.sku, rows: [row] });
		else if (keeperOf(entry.rows[0]) !== keeperOf(row)) addDuplicate(entry, row);
		else entry.rows.push(row);
	}
	return { bySku, withoutSku: [...withoutSku.values()] };
}

/**
 * The one id that an adjustment of the row may name: BigCommerce answers 422 to a variant id where
 * the product keeps the stock, and to a product id where its variants do.
 */
export function identityOf(row: ShopStockRow): StockIdentity {
	if (row.tracking === 'product') return { product_id: row.productId };
	return row.variantId === undefined ? { sku: row.sku as string } : { variant_id: row.variantId };
}

/** Who keeps the row's stock, as one number: a product's id is negative here, a variant's is not. */
function keeperOf(row: ShopStockRow): number {
	return row.tracking === 'product' || row.variantId === undefined ? -row.productId : row.variantId;
}

function addDuplicate(entry: ShopEntry, row: ShopStockRow): void {
	entry.duplicates ??= [entry.rows[0]];
	if (!entry.duplicates.some((known) => keeperOf(known) === keeperOf(row))) entry.duplicates.push(row);
}
