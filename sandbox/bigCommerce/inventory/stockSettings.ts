import { refusedByV3, unprocessable } from '../http/apiProblem';
import { readSent } from '../reading/fields';
import { emptyLevel } from '../records/stockItem';
import { stockSettingsFields } from '../records/stockSettings';
import type { Store } from '../store';
import { maximumRows } from './adjustments';
import { findStockItem } from './stockIndex';

interface Row extends Record<string, unknown> {
	identity?: { sku?: string; variant_id?: number; product_id?: number };
}

/**
 * Changes settings of items at one location; stock figures stay as they are.
 * @throws ApiProblem 422 for items that do not exist, too many of them, or values that do not fit
 */
export function changeStockSettings({ state, stockIndex }: Store, locationId: number, rows: unknown): void {
	if (!Array.isArray(rows))
		throw unprocessable('Missing Required Fields', { settings: 'Please provide settings.' });
	if (rows.length > maximumRows)
		throw unprocessable(`The maximum items allowed in the array is ${maximumRows}.`);
	const targets = rows.map((row: Row) => ({
		row,
		item: row.identity && findStockItem(stockIndex, row.identity),
	}));
	const unknown = targets.filter(({ item }) => !item).map(({ row }) => JSON.stringify(row.identity));
	if (unknown.length > 0) throw unprocessable(`Items with identity: [${unknown.join(', ')}] not found`);
	for (const { row, item } of targets) {
		if (!item) continue;
		const level = item.levels[locationId] ?? emptyLevel;
		const sent = readSent(stockSettingsFields, row, { refuse: refusedByV3 });
		const changed = {
			...level,
			safetyStock: sent.safety_stock ?? level.safetyStock,
			isInStock: sent.is_in_stock ?? level.isInStock,
			warningLevel: sent.warning_level ?? level.warningLevel,
			binPickingNumber: sent.bin_picking_number ?? level.binPickingNumber,
		};
		state.stock.update(item.id, { levels: { ...item.levels, [locationId]: changed } });
	}
}
