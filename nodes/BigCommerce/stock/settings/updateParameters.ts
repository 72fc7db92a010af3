import type { INodeProperties } from 'n8n-workflow';
import { sortBy } from 'lodash';
import { planOptions } from './planOptions';
import { amount, inputHolds, stockRule, subtractOrders } from './planParameters';
import { rowParameters } from './rowParameters';

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
		{ name: 'Each SKU', value: 'eachSku', description: 'One item for each SKU' },
		{ name: 'Summary Only', value: 'summary', description: 'One item with the figures of the run' },
	],
};

const breaker: INodeProperties[] = [
	{
		displayName: 'Circuit Breaker',
		name: 'circuitBreaker',
		type: 'boolean',
		default: true,
		description: 'Whether to write nothing at all when the run would change more than the limits allow',
	},
	{
		displayName: 'Limits',
		name: 'limits',
		type: 'collection',
		placeholder: 'Add Limit',
		default: {},
		displayOptions: { show: { circuitBreaker: [true] } },
		description: 'Percentages are judged only when the input holds the whole catalogue',
		options: [
			amount(
				'Changed Percent',
				'changedPercent',
				50,
				'Most of the stock figures that may change, in percent',
			),
			amount('Items to Zero', 'itemsToZero', 100, 'Most SKUs that may go from something to sell to nothing'),
			amount('Minimum Items', 'minimumItems', 10, 'Percentages of fewer SKUs than this are not judged'),
			amount(
				'Missing Percent',
				'missingPercent',
				40,
				'Most tracked SKUs of the shop that the input may lack, in percent',
			),
			amount(
				'Units Lost Percent',
				'unitsLostPercent',
				30,
				'Most of the units on sale that may vanish, in percent',
			),
		],
	},
];

const writing: INodeProperties[] = [
	{
		displayName: 'Full Push',
		name: 'fullPush',
		type: 'boolean',
		default: false,
		description: 'Whether to write all stock, and not only what differs from what the shop has',
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: 'Stock from SOS Inventory',
		description: 'Sent with the change for BigCommerce to keep',
	},
	{
		displayName: 'Remember Figures',
		name: 'remember',
		type: 'boolean',
		default: true,
		description:
			'Whether to keep the figures with the locations in BigCommerce, so that the next run notices those that did not take and Compare can say which side has moved',
	},
	{
		displayName: 'Switch Tracking On',
		name: 'switchTracking',
		type: 'boolean',
		default: false,
		description:
			'Whether to switch inventory tracking on for products where it is off and every variant gets a figure. The API account needs the scope Products (modify) for it.',
	},
];

export const updateParameters: INodeProperties[] = [
	...rowParameters,
	inputHolds,
	...subtractOrders,
	planOnly,
	output,
	...breaker,
	stockRule,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: sortBy([...planOptions, ...writing], ({ displayName }) => displayName),
	},
];
