import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { get } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import { isTooLong, skuText, skuTooLong } from '../../../../sync/sku';
import { ruleFromCustomFields, type RuleFieldNames } from '../../../../sync/stock/customFieldRule';
import { itemCondition } from '../../../../sync/stock/matchStock';
import type { SosStockItem } from '../../../../sync/stock/stockPlan';
import type { StockRuleInput } from '../../../../sync/stock/stockRule';
import {
	archived,
	locationNotMapped,
	noSkuGiven,
	noSkuInSos,
	notALocation,
	updateOff,
} from '../../../../sync/stock/stockReasons';

/** Where the parts of a row are found in an input item. */
export interface RowFields {
	/** The field that holds the SKU; a path with dots for one inside another. */
	skuField: string;
	/** The field that holds the quantity; undefined for the result of the parameter *Quantity Expression*. */
	quantityField?: string;
	/** BigCommerce locations, '' for the default one, by the SOS location whose stock they show; empty: none is mapped. */
	locationMap: ReadonlyMap<string, string>;
	/** The SOS custom fields that hold the item's own rule. */
	ruleFields: RuleFieldNames;
	/** Leave rows alone that carry `updateBigCommerce: false`. */
	requireUpdate: boolean;
}

/** One input item of *Inventory: Update*: whose stock, where, and how much. */
export interface InputRow {
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
 * Reads the input items. Fields are read straight from the items: evaluating an expression for each of
 * 100,000 takes n8n half a minute, so that is done only for parameters that hold one.
 */
export function readInputRows(
	context: IExecuteFunctions,
	fields: RowFields,
	defaultLocationId: number,
): InputRow[] {
	const quantityOf = quantityReader(context, fields);
	const locationOf = parameterReader(context, 'locationId');
	const hasRules = Object.keys(fields.ruleFields).length > 0;
	return context.getInputData().map(({ json }, itemIndex) => {
		const sku = skuText(get(json, fields.skuField)) ?? '';
		const sosLocation = typeof json.location === 'string' ? json.location : undefined;
		const mapped = sosLocation === undefined ? undefined : fields.locationMap.get(sosLocation);
		const chosen = String(mapped ?? locationOf(itemIndex) ?? '').trim();
		const quantity = quantityOf(json, itemIndex);
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
				? locationNotMapped(sku, sosLocation)
				: unplannable(row, chosen, json, fields);
		return row;
	});
}

/** What an earlier node says went wrong with one of the items, where it was set to go on regardless. */
export function upstreamFailure(items: INodeExecutionData[]): string | undefined {
	for (const { error, json } of items) {
		if (error !== undefined) return error.message;
		if (typeof json.error === 'string' && json.sku === undefined) return json.error;
	}
	return undefined;
}

type Reader = (json: IDataObject, itemIndex: number) => unknown;

function quantityReader(context: IExecuteFunctions, { quantityField }: RowFields): Reader {
	if (quantityField !== undefined) return (json) => get(json, quantityField) as unknown;
	const read = parameterReader(context, 'quantity');
	return (_json, itemIndex) => read(itemIndex);
}

/** Reads a parameter for each item where it is an expression, and once where it is not. */
function parameterReader(context: IExecuteFunctions, name: string): (itemIndex: number) => unknown {
	const read = (itemIndex: number) => context.getNodeParameter(name, itemIndex, '') as unknown;
	const raw = context.getNode().parameters[name];
	if (typeof raw === 'string' && raw.startsWith('=')) return read;
	const value = read(0);
	return () => value;
}

/** Only what the plan reads, so that a catalogue in memory stays small. */
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
	if (!Number.isInteger(locationId)) return notALocation(sku, chosen);
	if (sosItem !== undefined) return undefined;
	// Rows that somebody cut down to a few fields may still carry the switches of the SOS item.
	if (requireUpdate && json.updateBigCommerce === false) return updateOff(sku);
	return json.archived === true ? archived(sku) : undefined;
}

function withoutSku(sosItem: SosStockItem | undefined, requireUpdate: boolean): Reason {
	if (sosItem === undefined) return noSkuGiven();
	return itemCondition(sosItem, { requireUpdateBigCommerce: requireUpdate }) ?? noSkuInSos(sosItem);
}
