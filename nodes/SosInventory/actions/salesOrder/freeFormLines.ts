import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readQuantity } from '../../../../sync/stock/quantity';
import { refuse } from '../../../shared/parameters/refuse';
import { picked, recordLocator } from '../../recordLocator';

export const linesParameter: INodeProperties = {
	displayName: 'Lines',
	name: 'lines',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	required: true,
	placeholder: 'Add Line',
	default: {},
	options: [
		{
			displayName: 'Line',
			name: 'line',
			values: [
				recordLocator('Item', 'itemId', 'searchItems', 'What is sold'),
				{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
				{
					displayName: 'Unit Price',
					name: 'unitPrice',
					type: 'number',
					typeOptions: { numberPrecision: 5 },
					default: 0,
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					description: 'Printed on the line',
				},
			],
		},
	],
};

/** A line as SOS takes it. */
export interface OrderLine {
	lineNumber: number;
	item: { id: number };
	quantity: number;
	unitprice: number;
	/** Quantity times unit price: SOS refuses anything else. */
	amount: number;
	description?: string;
}

interface GivenLine {
	itemId: unknown;
	quantity: unknown;
	unitPrice: unknown;
	description?: string;
}

/** SOS keeps quantities and prices to five decimals. */
const UNITS_PER_ONE = 100_000;

/**
 * The lines of the Lines parameter.
 *
 * @throws {NodeOperationError} when there is none, or one that SOS would drop or refuse
 */
export function readLines(context: IExecuteFunctions, itemIndex: number): OrderLine[] {
	const given = context.getNodeParameter('lines.line', itemIndex, []) as GivenLine[];
	const refused = (message: string, fix: string) => refuse(context, message, fix, itemIndex);
	if (given.length === 0) throw refused('The order has no lines', "Add at least one line under 'Lines'.");

	return given.map(({ itemId, quantity, unitPrice, description }, index) => {
		const item = String(picked(itemId) ?? '').trim();
		if (!/^[1-9]\d*$/.test(item)) {
			throw refused(
				`Line ${index + 1} names no item`,
				'Choose the item or give its ID. SOS Inventory would drop a line without an item silently.',
			);
		}
		const [count, price] = [readQuantity(quantity), readQuantity(unitPrice)];
		if (count === undefined || count <= 0 || price === undefined) {
			throw refused(
				`Line ${index + 1} has the quantity ${String(quantity)} and the unit price ${String(unitPrice)}`,
				'Give a quantity above 0 and a price, both as plain numbers such as 12.5.',
			);
		}
		return {
			lineNumber: index + 1,
			item: { id: Number(item) },
			quantity: count,
			unitprice: price,
			amount: Math.round(count * price * UNITS_PER_ONE) / UNITS_PER_ONE,
			...(description && { description }),
		};
	});
}
