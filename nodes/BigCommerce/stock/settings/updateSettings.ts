import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { sortBy } from 'lodash';
import type { StockSettings } from '../../../../sync/stock/stockPlan';
import { oneOf } from '../../../shared/parameters/oneOf';
import { yesOrNo, yesOrNoOption } from '../../../shared/parameters/yesOrNo';
import { inputIs, planOptions } from './planSettings';
import { subtractOrders } from './pendingSettings';
import { rowParameters } from './rowSettings';
import { safetyLimits } from './safetyLimits';
import { stockRule } from './stockRule';

/** What *Inventory: Update* does with the plan. */
export interface UpdateSettings {
	planOnly: boolean;
	/** `all` is a full push. */
	write: StockSettings['write'];
	output: 'eachSku' | 'changes' | 'byReason' | 'summary';
	/** Shown by BigCommerce in the history of the item. */
	reason: string;
	switchTracking: boolean;
	/** Keep the figures for the check of the next run. */
	remember: boolean;
}

const planOnly: INodeProperties = {
	displayName: 'Plan Only',
	name: 'planOnly',
	type: 'boolean',
	default: false,
	description: 'Whether to return what would be written, and write nothing',
};

const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'eachSku',
	options: [
		{
			name: 'Changed and Skipped SKUs',
			value: 'changes',
			description: 'SKUs the shop has right are left out',
		},
		{
			name: 'Changed SKUs, Skipped by Reason',
			value: 'byReason',
			description: 'What was skipped leaves as one item for each reason, with the SKUs that have it',
		},
		{ name: 'Each SKU', value: 'eachSku', description: 'One item for each SKU' },
		{ name: 'Summary Only', value: 'summary', description: 'One item with the figures of the run' },
	],
};

const fullPush: INodeProperties = {
	displayName: 'Full Push',
	name: 'fullPush',
	type: 'boolean',
	default: false,
	description: 'Whether to write all stock, and not only what differs from what the shop has',
};

const reason: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: 'Stock from SOS Inventory',
	description: 'Sent with the change for BigCommerce to keep',
};

export const remember: INodeProperties = {
	displayName: 'Remember What Was Pushed',
	name: 'remember',
	type: 'boolean',
	default: true,
	description:
		'Whether to keep the pushed quantities with the locations in BigCommerce, so that the next run notices those that did not take and Compare can say which side has moved',
};

const switchTracking: INodeProperties = {
	displayName: 'Switch Tracking On',
	name: 'switchTracking',
	type: 'boolean',
	default: false,
	description:
		'Whether to switch inventory tracking on for products where it is off and every variant gets a figure. The API account needs the scope Products (modify) for it.',
};

export const updateParameters: INodeProperties[] = [
	...rowParameters,
	inputIs,
	...subtractOrders,
	planOnly,
	output,
	...safetyLimits,
	stockRule,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: sortBy(
			[...planOptions, fullPush, reason, remember, switchTracking],
			({ displayName }) => displayName,
		),
	},
];

/** @throws {NodeOperationError} when an expression leaves open whether to write */
export function readUpdateSettings(context: IExecuteFunctions): UpdateSettings {
	const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	return {
		planOnly: yesOrNo(context, planOnly, 0),
		write: yesOrNoOption(context, options, fullPush, 0) ? 'all' : 'changed',
		output: oneOf<UpdateSettings['output']>(context, output, 0),
		reason: String(options[reason.name] ?? '').trim() || (reason.default as string),
		switchTracking: yesOrNoOption(context, options, switchTracking, 0),
		remember: yesOrNoOption(context, options, remember, 0),
	};
}
