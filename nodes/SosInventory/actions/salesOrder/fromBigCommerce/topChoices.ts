import type { INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';

/** The choices at the top of the node that decide what is written, apart so that they are read against their own lists. */

export const planOnly: INodeProperties = {
	displayName: 'Plan Only',
	name: 'planOnly',
	type: 'boolean',
	default: false,
	description:
		'Whether to only show what would be written. Nothing is written in SOS Inventory, customers and items included.',
};

export const transactionType: INodeProperties = {
	displayName: 'Transaction Type',
	name: 'transactionType',
	type: 'options',
	default: 'salesOrder',
	description: 'What an order becomes in SOS Inventory',
	options: [
		{ name: 'Sales Order', value: 'salesOrder' },
		{ name: 'Sales Receipt', value: 'salesReceipt' },
		{
			name: 'Sales Receipt if Paid, Else Sales Order',
			value: 'byPayment',
			description: 'Decided by the payment status of each order',
		},
	],
};

export const customerMode: INodeProperties = {
	displayName: settingLabels['import.customerMode'],
	name: 'customerMode',
	type: 'options',
	default: 'findOrCreate',
	description: 'Which customer of SOS Inventory the document is for',
	options: [
		{
			name: 'Find by Email or Create',
			value: 'findOrCreate',
			description: 'Each shopper becomes a customer in SOS Inventory',
		},
		{
			name: 'One Customer for All Orders',
			value: 'fixed',
			description: 'The shopper is only in the addresses of the document. Takes the fewest requests.',
		},
	],
};

export const unmatched: INodeProperties = {
	displayName: settingLabels['import.unmatched'],
	name: 'unmatched',
	type: 'options',
	default: 'hold',
	description: 'What to do with an order when one of its SKUs has no item in SOS Inventory',
	options: [
		{
			name: 'Create the Item',
			value: 'createItem',
			description: "With the settings under 'Lines and Items'",
		},
		{ name: 'Hold the Order', value: 'hold', description: 'Nothing is written, and the SKU is named' },
		{
			name: 'Leave Lines Out That Cost Nothing',
			value: 'skipZero',
			description: 'An order with any other unmatched line is held',
		},
		{
			name: 'Use a Placeholder Item',
			value: 'placeholder',
			description: "The one under 'Lines and Items'",
		},
	],
};
