import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** A field that picks one record, from a searchable list or by its id. */
export function recordLocator(
	displayName: string,
	name: string,
	searchListMethod: 'searchCustomers' | 'searchItems',
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1234' },
		],
	};
}

/**
 * Reads an id parameter. An empty one is refused here: SOS would answer it with the whole list.
 *
 * @throws {NodeOperationError} unless it is a whole number above 0
 */
export function recordId(
	context: IExecuteFunctions,
	parameter: string,
	label: string,
	itemIndex: number,
): number {
	const value = context.getNodeParameter(parameter, itemIndex, '', { extractValue: true });
	const text = String(value ?? '').trim();
	if (!/^[1-9]\d*$/.test(text)) {
		throw new NodeOperationError(context.getNode(), `'${label}' is ${text === '' ? 'empty' : `"${text}"`}`, {
			description: `Choose one from the list, or give its id in SOS Inventory: a whole number such as 1234.`,
			itemIndex,
		});
	}
	return Number(text);
}
