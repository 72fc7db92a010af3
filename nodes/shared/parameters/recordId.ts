import type { IExecuteFunctions } from 'n8n-workflow';
import { itemParameter } from './itemParameter';
import { refuse } from './refuse';

/**
 * Reads a parameter that must be an id. An empty one is refused here: as part of a path it would turn
 * one record into the whole list.
 *
 * @throws {NodeOperationError} unless it is a whole number above 0
 */
export function recordId(
	context: IExecuteFunctions,
	parameter: string,
	label: string,
	itemIndex: number,
): number {
	const value = itemParameter(context, parameter, itemIndex);
	const text = String(value ?? '').trim();
	if (!/^[1-9]\d*$/.test(text) || !Number.isSafeInteger(Number(text))) {
		throw refuse(
			context,
			`'${label}' is ${text === '' ? 'empty' : `"${text}"`}`,
			'Give a whole number such as 10234. If it comes from an expression, look at what the input item holds.',
			itemIndex,
		);
	}
	return Number(text);
}
