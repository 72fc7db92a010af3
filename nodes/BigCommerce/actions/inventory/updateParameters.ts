import type { INodeProperties } from 'n8n-workflow';

const rows: INodeProperties[] = [
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '={{ $json.sku }}',
		description: 'The SKU of the product or variant, in upper or lower case',
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'string',
		default: '={{ $json.available }}',
		description: 'The units the shop may sell. Fractions are rounded down; SOS items below zero count as 0.',
	},
	{
		displayName: 'Location Name or ID',
		name: 'locationId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getLocations' },
		default: '',
		hint: "Empty is the store's default location",
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
];

const mode: INodeProperties[] = [
	{
		displayName: 'Input Holds',
		name: 'inputHolds',
		type: 'options',
		default: 'selection',
		options: [
			{
				name: 'Some SKUs',
				value: 'selection',
				description: 'SKUs of the shop that are not in the input are left out of account',
			},
			{
				name: 'The Whole Catalogue',
				value: 'catalogue',
				description:
					'SKUs of the shop that are not in the input are reported as skipped, and the circuit breaker counts them',
			},
		],
		description: 'What a SKU that is missing from the input means',
	},
	{
		displayName: 'Only Changed',
		name: 'onlyChanged',
		type: 'boolean',
		default: true,
		description: 'Whether to write only the stock that differs from what the shop has',
	},
	{
		displayName: 'Plan Only',
		name: 'planOnly',
		type: 'boolean',
		default: false,
		description: 'Whether to return what would be written, and write nothing',
	},
	{
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
			{ name: 'Each SKU', value: 'eachSku', description: 'One item for each item of the input' },
			{ name: 'Summary Only', value: 'summary', description: 'One item with the figures of the run' },
		],
	},
];

const amount = (displayName: string, name: string, value: number, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: value,
	description,
});

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

const extras: INodeProperties[] = [
	{
		displayName: 'Stock Rule',
		name: 'stockRule',
		type: 'collection',
		placeholder: 'Add Rule',
		default: {},
		description:
			'How the quantity becomes the stock of the shop, in this order: percentage, buffer, threshold, minimum and maximum',
		options: [
			amount('Buffer', 'buffer', 0, 'Units kept back'),
			amount('Maximum', 'maximum', 100, 'The shop shows at most this'),
			amount('Minimum', 'minimum', 0, 'The shop shows at least this, whatever the quantity is'),
			amount('Percentage', 'percentage', 100, 'The share of the quantity that the shop may sell'),
			amount('Threshold', 'threshold', 0, 'What is left below this becomes 0'),
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Only Items to Update in BigCommerce',
				name: 'requireUpdateBigCommerce',
				type: 'boolean',
				default: true,
				description: 'Whether to leave SOS items alone whose "Update inventory in BigCommerce" is off',
			},
			{
				displayName: 'Reason',
				name: 'reason',
				type: 'string',
				default: 'Stock from SOS Inventory',
				description: 'Sent with the change for BigCommerce to keep',
			},
			{
				displayName: 'Safety Stock',
				name: 'safetyStock',
				type: 'options',
				default: 'addBack',
				options: [
					{
						name: 'Add to the Quantity',
						value: 'addBack',
						description: 'The shop sells exactly the quantity',
					},
					{
						name: 'Hold Back From the Quantity',
						value: 'heldBack',
						description: 'The quantity is what is on hand, and the shop sells that less its safety stock',
					},
				],
				description: 'BigCommerce sells what is on hand less the safety stock set on the item',
			},
		],
	},
];

export const updateParameters: INodeProperties[] = [...rows, ...mode, ...breaker, ...extras];
