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
