import type { INodeProperties } from 'n8n-workflow';

/** The switch of operations that can leave out most of what the service sends. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: false,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
