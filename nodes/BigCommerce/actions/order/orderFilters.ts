import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { filtersCollection, readFilters } from '../../../shared/parameters/filters';
import { idList, statusWords } from '../../../shared/parameters/idList';
import { referenceField } from '../../../shared/parameters/referenceField';
import type { OrderFilters } from '../../api/orderFilters';

/** Everything BigCommerce can filter orders by, named as {@link OrderFilters} names it. */
const fields: INodeProperties[] = [
	{
		displayName: 'Cart ID',
		name: 'cartId',
		type: 'string',
		default: '',
		placeholder: 'e.g. a8458391-ef68-4fe5-9ec1-442e6a767364',
	},
	referenceField('Channel', 'channelId', 'getChannels'),
	{
		displayName: 'Created From',
		name: 'minDateCreated',
		type: 'dateTime',
		default: '',
		description: 'Orders placed at this time or later',
	},
	{
		displayName: 'Created Until',
		name: 'maxDateCreated',
		type: 'dateTime',
		default: '',
		description: 'Orders placed at this time or earlier',
	},
	{
		displayName: 'Customer Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@example.com',
		description: 'The email address of the order',
	},
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'number',
		default: 0,
		description: 'Orders of this customer; 0 finds the orders of guests',
	},
	{
		displayName: 'External Order ID',
		name: 'externalOrderId',
		type: 'string',
		default: '',
		description: 'The number of the order in another system, such as a marketplace',
	},
	{
		displayName: 'Maximum Order Number',
		name: 'maxId',
		type: 'number',
		default: 0,
		description: 'Orders with this number or a lower one',
	},
	{
		displayName: 'Maximum Total',
		name: 'maxTotal',
		type: 'number',
		typeOptions: { numberPrecision: 2 },
		default: 0,
		description: 'Orders with a total of at most this, with tax',
	},
	{
		displayName: 'Minimum Order Number',
		name: 'minId',
		type: 'number',
		default: 0,
		description: 'Orders with this number or a higher one',
	},
	{
		displayName: 'Minimum Total',
		name: 'minTotal',
		type: 'number',
		typeOptions: { numberPrecision: 2 },
		default: 0,
		description: 'Orders with a total of at least this, with tax',
	},
	{
		displayName: 'Modified From',
		name: 'minDateModified',
		type: 'dateTime',
		default: '',
		description: 'Orders changed last at this time or later',
	},
	{
		displayName: 'Modified Until',
		name: 'maxDateModified',
		type: 'dateTime',
		default: '',
		description: 'Orders changed last at this time or earlier',
	},
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'string',
		default: '',
		placeholder: 'e.g. Credit Card',
		description: 'The name of the payment method as the shopper saw it',
	},
	{
		displayName: 'Status Names or IDs',
		name: 'statusIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
		default: [],
		description:
			'Orders in any of these statuses. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
];

export const orderFilters = filtersCollection(fields);

export interface ChosenOrders {
	filters: OrderFilters;
	/** Empty for every status. */
	statusIds: number[];
}

/** @throws {NodeOperationError} for an empty or unreadable filter, and for a status that is no ID */
export function readOrderFilters(context: IExecuteFunctions, itemIndex: number): ChosenOrders {
	const { statusIds: chosen = [], ...filters } = readFilters(context, fields, itemIndex);
	return {
		filters: filters as OrderFilters,
		statusIds: idList(context, chosen, "The filter 'Status Names or IDs'", statusWords, itemIndex),
	};
}
