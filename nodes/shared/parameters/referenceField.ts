import type { INodeProperties } from 'n8n-workflow';

/** A drop-down filled from one of the service's tables, or an id by expression. */
export function referenceField(
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	about?: string,
): INodeProperties {
	const pick =
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
	return {
		displayName: `${displayName} Name or ID`,
		name,
		type: 'options',
		typeOptions: { loadOptionsMethod },
		default: '',
		description: about === undefined ? pick : `${about}. ${pick}.`,
	};
}
