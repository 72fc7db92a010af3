import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { StockFigure } from '../../../../sync/stock/stockPlan';
import { oneOf } from '../../../shared/parameters/oneOf';
import { settingLabels } from '../../../shared/parameters/settingLabels';
import { referenceField } from '../../../shared/parameters/referenceField';

const location = referenceField(settingLabels['stock.location'], 'locationId', 'getLocationOrDefault');

const quantityFrom: INodeProperties = {
	displayName: 'Quantity',
	name: 'quantityFrom',
	type: 'options',
	default: 'available',
	options: [
		{
			name: 'Another Field',
			value: 'field',
			description: 'Any field of the input, such as a column of a spreadsheet',
		},
		{
			name: 'Available',
			value: 'available',
			description: 'What SOS Inventory has for sale: on hand less open sales orders',
		},
		{
			name: 'By Expression',
			value: 'expression',
			description: 'Worked out for each item, which is slow with tens of thousands of items',
		},
		{
			name: 'On Hand',
			value: 'onHand',
			description: 'What lies in the warehouses. Kits count by available.',
		},
	],
	description: 'The units the shop may sell. Fractions are rounded down; SOS items below zero count as 0.',
};

/** Whose stock it is, and how much: what every input item holds. */
export const rowParameters: INodeProperties[] = [
	{
		displayName: 'SKU Field',
		name: 'skuField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'sku',
		description: 'The field of the input that holds the SKU of the product or variant. Case does not matter.',
		hint: 'Type its name or drag it here',
	},
	quantityFrom,
	{
		displayName: 'Quantity Field',
		name: 'quantityField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'quantity',
		displayOptions: { show: { quantityFrom: ['field'] } },
		description: 'The field of the input that holds the quantity',
		hint: 'Type its name or drag it here',
	},
	{
		displayName: 'Quantity Expression',
		name: 'quantity',
		type: 'string',
		default: '={{ $json.available }}',
		displayOptions: { show: { quantityFrom: ['expression'] } },
	},
	location,
];

type QuantityFrom = 'available' | 'onHand' | 'field' | 'expression';

/** Where an input item holds its SKU and its quantity. */
export interface RowSettings {
	/** The field that holds the SKU; a path with dots for one inside another. */
	skuField: string;
	/** The field that holds the quantity; undefined for the result of the parameter *Quantity Expression*. */
	quantityField: string | undefined;
	/** What the quantity is, where the item is one of SOS's. */
	figure: StockFigure;
}

/** @throws {NodeOperationError} for a quantity that is not in the list */
export function readRowSettings(context: IExecuteFunctions): RowSettings {
	const read = <T>(name: string, fallback: T) => context.getNodeParameter(name, 0, fallback) as T;
	const from = oneOf<QuantityFrom>(context, quantityFrom, 0);
	const fields = {
		available: 'available',
		onHand: 'onhand',
		field: read('quantityField', 'quantity'),
		expression: undefined,
	};
	return {
		skuField: read('skuField', 'sku'),
		quantityField: fields[from],
		figure: from === 'available' || from === 'onHand' ? from : 'given',
	};
}

/** Reads the location and the quantity expression of one item after the other. */
export interface RowReader {
	locationId(itemIndex: number): unknown;
	quantity(itemIndex: number): unknown;
}

/** Evaluating an expression takes n8n a while, so that is done only for parameters that hold one. */
export function rowReader(context: IExecuteFunctions): RowReader {
	return {
		locationId: parameterReader(context, location.name),
		quantity: parameterReader(context, 'quantity'),
	};
}

function parameterReader(context: IExecuteFunctions, name: string): (itemIndex: number) => unknown {
	const read = (itemIndex: number) => context.getNodeParameter(name, itemIndex, '') as unknown;
	const raw = context.getNode().parameters[name];
	if (typeof raw === 'string' && raw.startsWith('=')) return read;
	let value: { read: unknown } | undefined;
	return () => (value ??= { read: read(0) }).read;
}
