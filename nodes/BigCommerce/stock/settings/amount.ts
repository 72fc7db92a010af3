import type { INodeProperties } from 'n8n-workflow';

/** A number of 0 or more. */
export const amount = (
	displayName: string,
	name: string,
	value: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: value,
	description,
});
