import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { chosenLimit, firstOf, limitParameters } from '../../../shared/limit';
import type { Operation } from '../../../shared/operation';
import type { BigCommerceClient } from '../../transport/client';
import { listOrders, type OrderRow, type OrderSort } from '../../transport/orders';
import { completeOrder, type OrderParts } from './completeOrder';
import { readMarkedOrderIds } from './importMark';
import { orderFilters, readOrderFilters, type OrderFilters } from './orderFilters';
import { chosenParts, includeCoupons, includeLines, simplify } from './partParameters';

const sort: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'collection',
	placeholder: 'Add Sort',
	default: {},
	options: [
		{
			displayName: 'Direction',
			name: 'direction',
			type: 'options',
			default: 'asc',
			options: [
				{ name: 'Ascending', value: 'asc' },
				{ name: 'Descending', value: 'desc' },
			],
		},
		{
			displayName: 'Field',
			name: 'field',
			type: 'options',
			default: 'id',
			options: [
				{ name: 'Channel', value: 'channel_id' },
				{ name: 'Customer', value: 'customer_id' },
				{ name: 'Date Created', value: 'date_created' },
				{ name: 'Date Modified', value: 'date_modified' },
				{ name: 'External ID', value: 'external_id' },
				{ name: 'Order Number', value: 'id' },
				{ name: 'Status', value: 'status_id' },
			],
		},
	],
};

const leaveOutImported: INodeProperties = {
	displayName: 'Leave Out Imported Orders',
	name: 'leaveOutImported',
	type: 'boolean',
	default: false,
	description: 'Whether to leave out the orders that Mark as Imported has marked',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Include Archived Orders',
			name: 'includeArchived',
			type: 'boolean',
			default: false,
			description: 'Whether to return the archived orders that BigCommerce lists, too',
		},
	],
};

interface Wanted extends OrderFilters {
	sort: OrderSort;
	parts: OrderParts;
	limit?: number;
	leaveOutImported: boolean;
	includeArchived: boolean;
}

export const getAll: Operation<BigCommerceClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many orders',
		description: 'Retrieve a list of orders, in any of several statuses',
	},
	parameters: [
		...limitParameters,
		includeLines,
		includeCoupons,
		simplify,
		leaveOutImported,
		orderFilters,
		options,
		sort,
	],
	async execute(context, store) {
		const orders = await forEachItem(context, (itemIndex) => {
			const { field = 'id', direction = 'asc' } = context.getNodeParameter(
				'sort',
				itemIndex,
				{},
			) as Partial<OrderSort>;
			return wantedOrders(store, {
				...readOrderFilters(context, itemIndex),
				sort: { field, direction },
				parts: chosenParts(context, itemIndex),
				limit: chosenLimit(context, itemIndex),
				leaveOutImported: context.getNodeParameter('leaveOutImported', itemIndex, false) as boolean,
				includeArchived: context.getNodeParameter('options.includeArchived', itemIndex, false) as boolean,
			});
		});
		return [orders];
	},
};

async function* wantedOrders(store: BigCommerceClient, wanted: Wanted): AsyncGenerator<IDataObject> {
	const { limit, parts, query, sort, statusIds } = wanted;
	// Where imported orders are left out, nobody knows how many have to be read to find as many others.
	const expected = wanted.leaveOutImported ? undefined : limit;
	const orders = listOrders(store, { query, statusIds, sort, withLines: parts.lines, expected });
	for await (const order of firstOf(notLeftOut(store, orders, wanted), limit)) {
		yield await completeOrder(store, order, parts);
	}
}

async function* notLeftOut(
	store: BigCommerceClient,
	orders: AsyncIterable<OrderRow>,
	{ includeArchived, leaveOutImported, createdFrom }: Wanted,
): AsyncGenerator<OrderRow> {
	let marked: Set<number> | undefined;
	for await (const order of orders) {
		if (isArchived(order) && !includeArchived) continue;
		if (leaveOutImported) {
			marked ??= await readMarkedOrderIds(store, { createdFrom });
			if (marked.has(order.id)) continue;
		}
		yield order;
	}
}

function isArchived(order: OrderRow): boolean {
	return order.is_deleted === true;
}
