import type { IExecuteFunctions } from 'n8n-workflow';
import { refuse } from './refuse';
import { separated } from './separated';

/**
 * The order statuses chosen in a list, or given by an expression as a list or as text such as "9, 11".
 *
 * @param label the parameter, as the message begins: `'Order Status Names or IDs'`
 * @throws {NodeOperationError} for a status that is no ID
 */
export function statusIds(
	context: IExecuteFunctions,
	chosen: unknown,
	label: string,
	itemIndex: number,
): number[] {
	return separated(chosen).map((status) => {
		if (/^\d+$/.test(status)) return Number(status);
		throw refuse(
			context,
			`${label} holds "${status}", which is no status ID`,
			'Choose statuses from the list, or give IDs such as 11 for Awaiting Fulfillment.',
			itemIndex,
		);
	});
}
