import type {
	GivenStockRow,
	ShopStockRow,
	SosStockItem,
	StockPlanInput,
} from '../../../sync/stock/stockPlan';

let nextId = 1;

/** An SOS item that meets every condition, but for what the test says. */
export function sosItem(
	sku: string | null,
	available: unknown,
	other: Partial<SosStockItem> = {},
): SosStockItem {
	return {
		id: nextId++,
		name: `Item ${sku}`,
		sku,
		type: 'Inventory Item',
		archived: false,
		updateBigCommerce: true,
		available: available as SosStockItem['available'],
		onhand: 0,
		...other,
	};
}

/** A variant with tracked stock at location 1, but for what the test says. */
export function shopRow(
	sku: string | undefined,
	onHand: number | undefined,
	other: Partial<ShopStockRow> = {},
): ShopStockRow {
	const id = nextId++;
	return {
		sku,
		productId: id,
		variantId: id + 100_000,
		tracking: 'variant',
		locationId: 1,
		onHand,
		safetyStock: 0,
		...other,
	};
}

export function sos(...items: SosStockItem[]): StockPlanInput['source'] {
	return { kind: 'sos', reads: [{ locationId: 1, items }] };
}

export function given(...rows: Array<Partial<GivenStockRow>>): StockPlanInput['source'] {
	return { kind: 'given', rows: rows.map((row) => ({ sku: 'MUG', quantity: 1, locationId: 1, ...row })) };
}
