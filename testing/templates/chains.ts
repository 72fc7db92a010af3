import type { INodeParameters } from 'n8n-workflow';
import type { WorkflowRunOptions } from '../engine/runNode';
import { fixedCustomer } from './fixedCustomer';

/** The sandbox's interval between SOS requests; stands for the real 500 ms. */
export const SOS_INTERVAL_MS = 20;

/** Both servers' limits, 25 times faster than they are. */
export const FAST_LIMITS = {
	sos: { intervalMs: SOS_INTERVAL_MS },
	bigCommerce: { windowMs: 30_000 * (SOS_INTERVAL_MS / 500) },
};

/** Marks orders in a workflow whose node that writes does not. */
export const markAfterwards: WorkflowRunOptions['nodes'][number] = {
	name: 'Mark as imported',
	node: 'bigCommerce',
	parameters: { resource: 'order', operation: 'markAsImported' },
};

interface ImportChainOptions {
	/** Of all orders; left out: each shopper's, found or created. */
	customer?: number;
	prefix?: string;
	importFrom?: string;
	/** Whether the node that writes claims and marks the orders; otherwise {@link markAfterwards} follows. */
	markOrders?: boolean;
}

/** The nodes of the import template between settings and branches. */
export function importChain({
	customer,
	prefix = 'BC-',
	importFrom = '',
	markOrders = true,
}: ImportChainOptions = {}): WorkflowRunOptions['nodes'] {
	const customerParameters =
		customer === undefined ? { customerMode: 'findOrCreate' } : fixedCustomer(customer);
	return [
		{
			name: 'Get orders',
			node: 'bigCommerce',
			parameters: {
				resource: 'order',
				operation: 'getAll',
				returnAll: true,
				simplify: true,
				leaveOutImported: true,
				filters: { statusIds: [11, 9], ...(importFrom && { minDateCreated: importFrom }) },
			},
		},
		{ name: 'Match SKUs', node: 'sosInventory', parameters: { resource: 'item', operation: 'matchSkus' } },
		{
			name: 'Create sales orders',
			node: 'sosInventory',
			parameters: {
				resource: 'salesOrder',
				operation: 'createFromBigCommerceOrder',
				prefix,
				markOrders,
				...customerParameters,
			},
		},
		...(markOrders ? [] : [markAfterwards]),
	];
}

/** The nodes of the stock template between settings and branches. */
export function stockChain(changes: INodeParameters = {}): WorkflowRunOptions['nodes'] {
	return [
		{
			name: 'Get items',
			node: 'sosInventory',
			parameters: {
				resource: 'item',
				operation: 'getAll',
				returnAll: true,
				simplify: true,
				filters: { archived: 'any' },
			},
		},
		{
			name: 'Set stock',
			node: 'bigCommerce',
			parameters: {
				resource: 'inventory',
				operation: 'update',
				inputHolds: 'catalogue',
				subtractOrders: true,
				output: 'changes',
				...changes,
			},
		},
	];
}
