import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Reason } from '../../../sync/reason';
import type { SosStockItem } from '../../../sync/stock/stockPlan';
import { noSkuGiven } from '../../../sync/stock/stockReasons';

/** One input item of *Inventory: Update*: whose stock, where, and how much. */
export interface InputRow {
	itemIndex: number;
	/** '' when there is none. */
	sku: string;
	/** As it came; the plan judges whether it is a number. */
	quantity: unknown;
	locationId: number;
	/** The SOS item that the input item is, with the conditions it carries; null for any other input. */
	sosItem: SosStockItem | null;
	/** Set when the row cannot be planned at all. */
	reason?: Reason;
}

/**
 * Reads the input items. Those that are SOS items, as *SOS Inventory: Item: Get Many* returns them, keep
 * their type and switches, so that the plan can judge them.
 *
 * @param requireUpdate leave rows alone that carry `updateBigCommerce: false`
 */
export function readInputRows(
	context: IExecuteFunctions,
	defaultLocationId: number,
	requireUpdate: boolean,
): InputRow[] {
	return context.getInputData().map(({ json }, itemIndex) => {
		const read = (name: string) => context.getNodeParameter(name, itemIndex, '') as unknown;
		const sku = String(read('sku') ?? '').trim() === '' ? '' : String(read('sku'));
		const location = String(read('locationId') ?? '').trim();
		const locationId = location === '' ? defaultLocationId : Number(location);
		const row: InputRow = {
			itemIndex,
			sku,
			quantity: read('quantity'),
			locationId,
			sosItem: sosItemOf(json),
		};
		return { ...row, reason: unplannable(row, location, json, requireUpdate) };
	});
}

function sosItemOf(json: IDataObject): SosStockItem | null {
	const { id, name, type } = json;
	const isSosItem = typeof id === 'number' && typeof name === 'string' && typeof type === 'string';
	return isSosItem ? (json as unknown as SosStockItem) : null;
}

function unplannable(
	{ sku, locationId, sosItem }: InputRow,
	location: string,
	json: IDataObject,
	requireUpdate: boolean,
): Reason | undefined {
	if (sku === '') return noSkuGiven();
	if (!Number.isInteger(locationId)) return notALocation(sku, location);
	if (sosItem !== null) return undefined;
	// Rows that somebody cut down to a few fields may still carry the switches of the SOS item.
	if (requireUpdate && json.updateBigCommerce === false) return switchedOff(sku);
	return json.archived === true ? archivedInSos(sku) : undefined;
}

function notALocation(sku: string, location: string): Reason {
	return {
		code: 'STOCK_LOCATION_UNKNOWN',
		message: `The location of SKU ${sku} is "${location}", which is no location ID.`,
		fix: "Choose 'Location Name or ID' from the list, or give an ID such as 1.",
	};
}

function switchedOff(sku: string): Reason {
	return {
		code: 'STOCK_UPDATE_OFF',
		message: `"Update inventory in BigCommerce" is off in SOS Inventory for SKU ${sku}.`,
		fix: 'Tick "Update inventory in BigCommerce" on the item in SOS Inventory.',
	};
}

function archivedInSos(sku: string): Reason {
	return {
		code: 'STOCK_ARCHIVED',
		message: `The SOS item with SKU ${sku} is archived.`,
		fix: 'Restore the item in SOS Inventory, or take the product off sale in BigCommerce.',
	};
}
