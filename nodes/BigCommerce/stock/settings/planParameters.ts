import type { INodeProperties } from 'n8n-workflow';

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

export const inputHolds: INodeProperties = {
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
};

const whenSubtracting = { show: { subtractOrders: [true] } };

/** Orders that are sold although SOS does not know them yet. */
export const subtractOrders: INodeProperties[] = [
	{
		displayName: 'Subtract Orders Not Yet Imported',
		name: 'subtractOrders',
		type: 'boolean',
		default: false,
		description:
			'Whether to take units off that are sold on orders which Mark as Imported has not marked: SOS does not know them yet',
	},
	{
		displayName: 'Order Status Names or IDs',
		name: 'orderStatuses',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		// Every status of an order that is placed and not shipped, cancelled or refunded.
		default: [1, 7, 8, 9, 11, 12],
		displayOptions: whenSubtracting,
		description:
			'Statuses of orders that are sold and not shipped. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Orders Placed From',
		name: 'ordersFrom',
		type: 'dateTime',
		default: '',
		displayOptions: whenSubtracting,
		description:
			'The day the import started: older orders have no mark, and SOS knows them all the same. Empty is all orders.',
	},
];

export const stockRule: INodeProperties = {
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
};
