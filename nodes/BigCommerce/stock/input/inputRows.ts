import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { get } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import { rowReader, type RowReader } from '../settings/rowSettings';
import type { RowFields } from '../settings/planSettings';
import { isTooLong, skuText, skuTooLong } from '../../../../sync/sku';
import { ruleFromCustomFields } from '../../../../sync/stock/customFieldRule';
import { itemCondition } from '../../../../sync/stock/matchStock';
import { isStockList } from '../../../../sync/stock/stockList';
import type { SosStockItem } from '../../../../sync/stock/stockPlan';
import type { StockRuleInput } from '../../../../sync/stock/stockRule';
import { itemReasons } from '../../../../sync/stock/reasons/itemReasons';
import { locationReasons } from '../../../../sync/stock/reasons/locationReasons';
import { sourceReasons } from '../../../../sync/stock/reasons/sourceReasons';
import { entriesOfList } from './listEntries';

/** What *Inventory: Update* is given of one SKU: whose stock, where, and how much. */
export interface InputRow {
	/** The input item it comes of. */
	itemIndex: number;
	/** '' when there is none. */
	sku: string;
	/** As it came; the plan judges whether it is a number. */
	quantity: unknown;
	locationId: number;
	/** The SOS location the quantity belongs to; undefined when it is the company's. */
	sosLocation?: string;
	/** The SOS item that the input item is, with the conditions it carries; undefined for any other input. */
	sosItem: SosStockItem | undefined;
	/** The item's own rule. */
	rule?: StockRuleInput;
	/** Set when the row cannot be planned at all. */
	reason?: Reason;
}

/**
 * Reads the input items: each is one row, or a stock list of many. Fields are read straight from the items:
 * evaluating an expression for each of 100,000 takes n8n half a minute.
 *
 * @throws {NodeOperationError} for a stock list that is damaged, or does not have what the settings ask for
 */
export function readInputRows(
	context: IExecuteFunctions,
	fields: RowFields,
	defaultLocationId: number,
): InputRow[] {
	const read = rowReader(context);
	const rows: InputRow[] = [];
	context.getInputData().forEach(({ json }, itemIndex) => {
		const entries = isStockList(json) ? entriesOfList(context, json, fields, itemIndex) : [json];
		for (const entry of entries) rows.push(rowOf(entry, itemIndex, fields, read, defaultLocationId));
	});
	return rows;
}

function rowOf(
	json: IDataObject,
	itemIndex: number,
	fields: RowFields,
	read: RowReader,
	defaultLocationId: number,
): InputRow {
	const sku = skuText(get(json, fields.skuField)) ?? '';
	const sosLocation = typeof json.location === 'string' ? json.location : undefined;
	const mapped = sosLocation === undefined ? undefined : fields.locationMap.get(sosLocation);
	const chosen = String(mapped ?? read.locationId(itemIndex) ?? '').trim();
	const quantity = quantityOf(json, fields, itemIndex, read);
	const hasRules = Object.keys(fields.ruleFields).length > 0;
	const rule = hasRules ? ruleFromCustomFields(json.customFields, fields.ruleFields) : undefined;
	// Objects are spelled out: copied from others they take four times the memory, 100,000 times over.
	const row: InputRow = {
		itemIndex,
		sku,
		quantity,
		locationId: chosen === '' ? defaultLocationId : Number(chosen),
		sosLocation,
		sosItem: sosItemOf(json, sku, quantity, rule),
		rule,
		reason: undefined,
	};
	const isUnmapped = fields.locationMap.size > 0 && mapped === undefined && sosLocation !== undefined;
	row.reason =
		isUnmapped && !isTooLong(sku)
			? locationReasons.notMapped(sku, sosLocation)
			: unplannable(row, chosen, json, fields);
	return row;
}

/** What an earlier node says went wrong with one of the items, where it was set to go on regardless. */
export function upstreamFailure(items: INodeExecutionData[]): string | undefined {
	for (const { error, json } of items) {
		if (error !== undefined) return error.message;
		if (typeof json.error === 'string' && json.sku === undefined) return json.error;
	}
	return undefined;
}

function quantityOf(json: IDataObject, { quantityField }: RowFields, itemIndex: number, read: RowReader) {
	return quantityField === undefined ? read.quantity(itemIndex) : (get(json, quantityField) as unknown);
}

/** Only what the plan reads, so that a catalog in memory stays small. */
function sosItemOf(
	json: IDataObject,
	sku: string,
	quantity: unknown,
	rule: StockRuleInput | undefined,
): SosStockItem | undefined {
	const { id, name, type, archived, updateBigCommerce, available, onhand } = json as unknown as SosStockItem;
	if (typeof id !== 'number' || typeof name !== 'string' || typeof type !== 'string') return undefined;
	// An item whose switch was not read is not one whose switch is off.
	const isOn = updateBigCommerce === undefined ? true : updateBigCommerce;
	return { id, name, sku, type, archived, updateBigCommerce: isOn, available, onhand, quantity, rule };
}

function unplannable(
	{ sku, locationId, sosItem }: InputRow,
	chosen: string,
	json: IDataObject,
	{ requireUpdate }: RowFields,
): Reason | undefined {
	if (sku === '') return withoutSku(sosItem, requireUpdate);
	if (isTooLong(sku)) return skuTooLong(sku);
	if (!Number.isInteger(locationId)) return locationReasons.notALocation(sku, chosen);
	if (sosItem !== undefined) return undefined;
	// Rows that somebody cut down to a few fields may still carry the switches of the SOS item.
	if (requireUpdate && json.updateBigCommerce === false) return itemReasons.updateOff(sku);
	return json.archived === true ? itemReasons.archived(sku) : undefined;
}

function withoutSku(sosItem: SosStockItem | undefined, requireUpdate: boolean): Reason {
	if (sosItem === undefined) return sourceReasons.noSku();
	return itemCondition(sosItem, { requireUpdateBigCommerce: requireUpdate }) ?? itemReasons.noSku(sosItem);
}
