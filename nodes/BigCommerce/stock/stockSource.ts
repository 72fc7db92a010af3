import { groupBy } from 'lodash';
import type { SosStockItem, StockSource } from '../../../sync/stock/stockPlan';
import type { InputRow } from './inputRows';

/**
 * The rows as the plan takes them: SOS items with their conditions when all of them are, plain figures
 * otherwise. The figure is the quantity read from the row in both cases.
 */
export function stockSource(rows: InputRow[]): StockSource {
	if (!rows.every(({ sosItem }) => sosItem !== null)) return { kind: 'given', rows };
	const reads = Object.values(groupBy(rows, ({ locationId }) => locationId)).map((atLocation) => ({
		locationId: atLocation[0].locationId,
		items: atLocation.map(asStockItem),
	}));
	return { kind: 'sos', reads };
}

function asStockItem({ sosItem, sku, quantity }: InputRow): SosStockItem {
	const item = sosItem as SosStockItem;
	// An item whose switch was not read is not one whose switch is off.
	return {
		...item,
		sku,
		quantity,
		updateBigCommerce: item.updateBigCommerce ?? item.updateBigCommerce === undefined,
	};
}
