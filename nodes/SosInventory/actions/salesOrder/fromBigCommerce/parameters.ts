import type { INodeProperties } from 'n8n-workflow';
import { referenceField } from '../../../referenceFields';
import { recordLocator } from '../../../recordLocator';
import { amountsCollection } from './amounts';
import { customerCollection } from './customers';
import { eligibilityCollection } from './eligibility';
import { fieldsCollection } from './fields';
import { linesCollection } from './lines';
import { paymentCollection } from './payment';

/** What a first-time user needs is on top; the rest waits in named collections, each with a working default. */
export const parameters: INodeProperties[] = [
	{
		displayName:
			"Feed it orders that went through 'Item: Match SKUs'. Orders that cannot be imported leave by 'Held', each with the reason and what to do.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Plan Only',
		name: 'planOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether to only show what would be written. Nothing is written in SOS Inventory, customers and items included.',
	},
	{
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
	},
	{
		displayName: 'Reference Number Prefix',
		name: 'prefix',
		type: 'string',
		default: 'BC-',
		description:
			'Reference number = prefix + order number + suffix, at most 21 characters in all. Choose one that SOS Inventory does not use yet.',
	},
	{
		displayName: 'Reference Number Suffix',
		name: 'suffix',
		type: 'string',
		default: '',
		description: 'Put behind the order number. Most shops need none.',
	},
	{
		displayName: 'Customer',
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
	},
	{
		...recordLocator(
			'Customer for All Orders',
			'fixedCustomer',
			'searchCustomers',
			'Every order is booked on it',
		),
		displayOptions: { show: { customerMode: ['fixed'] } },
	},
	referenceField('Location', 'location', 'getLocations', 'The location that fulfils the orders'),
	referenceField('Channel', 'channel', 'getChannels', 'The sales channel, such as one named BigCommerce'),
	{
		displayName: 'SKUs Without an Item',
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
	},
	eligibilityCollection,
	amountsCollection,
	linesCollection,
	customerCollection,
	fieldsCollection,
	paymentCollection,
];
