import type { IExecuteFunctions } from 'n8n-workflow';
import { refuse } from './refuse';
import { separated } from './separated';

/** What a list of IDs is made of, in the singular, and an example of one. */
export interface IdWords {
	noun: string;
	example: string;
}

/** The statuses of orders in BigCommerce. */
export const statusWords: IdWords = { noun: 'status', example: '11 for Awaiting Fulfillment' };

/** The channels of a store. */
export const channelWords: IdWords = { noun: 'channel', example: '1' };

/**
 * IDs chosen in a list or given by an expression: `[11, "9"]`, `"11, 9"`, `"[11, 9]"` and `11` alone. Each
 * comes once.
 *
 * @param label the parameter, as the message begins: `'Order Status Names or IDs'`
 * @throws {NodeOperationError} for an entry that is not a whole number of 0 or more
 */
export function idList(
	context: IExecuteFunctions,
	chosen: unknown,
	label: string,
	{ noun, example }: IdWords,
	itemIndex: number,
): number[] {
	const ids = separated(chosen)
		.flatMap(separated)
		.map((id) => {
			if (/^\d+$/.test(id)) return Number(id);
			throw refuse(
				context,
				`${label} holds "${id}", which is no ${noun} ID`,
				`Choose from the list, or give IDs such as ${example}.`,
				itemIndex,
			);
		});
	return [...new Set(ids)];
}
