import type { INodeProperties } from 'n8n-workflow';

/** Shows the node's second credential. Without expressions: n8n decides about credentials before it runs. */
export const markOrders: INodeProperties = {
	displayName: 'Mark Orders in BigCommerce',
	name: 'markOrders',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to note on each order in BigCommerce, before it is written, that this run is importing it, and afterwards which document it became. No other run then writes it too, whatever happens in between. Order: Mark as Imported is not needed behind this node.',
};
