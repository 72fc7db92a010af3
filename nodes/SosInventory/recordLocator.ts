import type { INodeProperties } from 'n8n-workflow';

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

/** The same as an entry of a collection, where it can be left out. */
export function optionalLocator(...args: Parameters<typeof recordLocator>): INodeProperties {
	return { ...recordLocator(...args), required: false };
}

/** What was picked in a locator inside a collection, where n8n does not unwrap it; anything else as it is. */
export function picked(value: unknown): unknown {
	const isLocator = typeof value === 'object' && value !== null && 'value' in value;
	return isLocator ? value.value : value;
}
