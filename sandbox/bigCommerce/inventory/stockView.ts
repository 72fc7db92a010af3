import { staleMoment, type Call } from '../http/call';
import { emptyLevel, type StockItem } from '../records/stockItem';
import { locations } from '../seed/locations';
import type { Store } from '../store';
import { availableToSell, stockReader } from './stock';

/** An item with its levels as they show now, or showed longer ago where the call meets a stale read. */
export function levelsAsShown(call: Call): (item: StockItem) => StockItem {
	const { store } = call;
	const moment = staleMoment(call);
	const read = moment === undefined ? stockReader(store) : store.state.stock.readerAsOf(moment);
	return (item) => ({ ...item, levels: read(item.id)?.levels ?? item.levels });
}

/** An item with what lies of it at each of the locations. */
export function showItem(item: StockItem, locationIds: readonly number[], store: Store): object {
	const rows = locations.filter(({ id }) => locationIds.includes(id));
	return {
		identity: identityOf(item),
		locations: rows.map(({ id, code, label, enabled }) => ({
			location_id: id,
			location_code: code,
			location_name: label,
			location_enabled: enabled,
			...showLevel(item, id, store),
		})),
	};
}

export function showItemAt(item: StockItem, locationId: number, store: Store): object {
	return { identity: identityOf(item), ...showLevel(item, locationId, store) };
}

function identityOf({ sku, variant_id, product_id, sku_id }: StockItem): object {
	return { sku, variant_id, product_id, sku_id };
}

function showLevel(item: StockItem, locationId: number, { settings }: Store): object {
	const level = item.levels[locationId] ?? emptyLevel;
	return {
		available_to_sell: availableToSell(item, locationId, settings.negativeAvailable),
		total_inventory_onhand: level.onhand,
		settings: {
			safety_stock: level.safetyStock,
			is_in_stock: level.isInStock,
			warning_level: level.warningLevel,
			bin_picking_number: level.binPickingNumber,
		},
	};
}
