import type { INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { recordLocator } from '../../../recordLocator';
import { amountsCollection } from './amounts';
import { customerCollection } from './customers';
import { eligibilityCollection } from './eligibility';
import { fieldsCollection } from './fields';
import { linesCollection } from './lines';
import { markOrders } from './markOrders';
import { mostDocuments } from './mostDocuments';
import { paymentCollection } from './payment';
import { customerMode, planOnly, transactionType, unmatched } from './topChoices';

/** What a first-time user needs is on top; the rest waits in named collections, each with a working default. */
export const parameters: INodeProperties[] = [
	{
		displayName:
			"Feed it orders that went through 'Item: Match SKUs'. Orders that cannot be imported leave by 'Held', each with the reason and what to do.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	planOnly,
	markOrders,
	mostDocuments,
	transactionType,
	{
		displayName: settingLabels['import.prefix'],
		name: 'prefix',
		type: 'string',
		default: 'BC-',
		description:
			'Reference number = prefix + order number + suffix, at most 21 characters in all. Choose one that SOS Inventory does not use yet.',
	},
	{
		displayName: settingLabels['import.suffix'],
		name: 'suffix',
		type: 'string',
		default: '',
		description: 'Put behind the order number. Most shops need none.',
	},
	customerMode,
	{
		...recordLocator(
			settingLabels['import.fixedCustomer'],
			'fixedCustomer',
			'searchCustomers',
			'Every order is booked on it',
		),
		displayOptions: { show: { customerMode: ['fixed'] } },
	},
	referenceField(
		settingLabels['import.location'],
		'location',
		'getLocations',
		'The location that fulfils the orders',
	),
	referenceField(
		settingLabels['import.channel'],
		'channel',
		'getChannels',
		'The sales channel, such as one named BigCommerce',
	),
	unmatched,
	eligibilityCollection,
	amountsCollection,
	linesCollection,
	customerCollection,
	fieldsCollection,
	paymentCollection,
];
