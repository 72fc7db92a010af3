import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readQuantity } from '../../../sync/stock/quantity';
import { refuse } from './refuse';
import { yesOrDefault } from './yesOrNo';

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

/** The two fields every Get Many has. */
export const limitParameters: INodeProperties[] = [
	returnAll,
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/**
 * How many rows are wanted; undefined for all.
 *
 * @throws {NodeOperationError} unless it is a whole number above 0, which an expression need not give
 */
export function chosenLimit(context: IExecuteFunctions, itemIndex: number): number | undefined {
	if (yesOrDefault(context, returnAll, itemIndex)) return undefined;
	const given = context.getNodeParameter('limit', itemIndex, 50) as unknown;
	const limit = readQuantity(given);
	if (Number.isSafeInteger(limit) && limit! > 0) return limit;
	throw refuse(
		context,
		`'Limit' is ${String(given)}`,
		"Give a whole number of 1 or more, or switch 'Return All' on.",
		itemIndex,
	);
}

/** All rows of a list in memory, as n8n needs them. */
export async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
	const collected: T[] = [];
	for await (const row of rows) collected.push(row);
	return collected;
}

/** The first `limit` rows of a list; it is not asked for more than these. */
export async function* firstOf<T>(rows: AsyncIterable<T>, limit = Infinity): AsyncGenerator<T> {
	let given = 0;
	for await (const row of rows) {
		yield row;
		if (++given >= limit) return;
	}
}
