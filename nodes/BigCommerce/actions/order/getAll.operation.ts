import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { chosenLimit, firstOf, limitParameters } from '../../../shared/limit';
import type { Operation } from '../../../shared/operation';
import type { BigCommerceClient } from '../../transport/client';
import { listOrders, type OrderListRequest, type OrderRow, type OrderSort } from '../../transport/orders';
import { isBehind } from '../../transport/ordersByNumber';
import { completeOrder, type OrderParts } from './completeOrder';
import { ImportedOrders } from './importedOrders';
import { listName, ListPlaces } from './listPlaces';
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
			displayName: 'Go On From Last Run',
			name: 'goOn',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/returnAll': [false] } },
			description:
				'Whether to take many orders in slices: each scheduled run goes on where the one before stopped at the limit, and from the end to the beginning again. A run by hand begins at the beginning. Needs the sort by order number.',
		},
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
	goOn: boolean;
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
		const places = new ListPlaces(context);
		const orders = await forEachItem(context, (itemIndex) => {
			const wanted = readWanted(context, itemIndex);
			return wantedOrders(store, wanted, places);
		});
		places.keep();
		return [orders];
	},
};

function readWanted(context: IExecuteFunctions, itemIndex: number): Wanted {
	const { field = 'id', direction = 'asc' } = context.getNodeParameter(
		'sort',
		itemIndex,
		{},
	) as Partial<OrderSort>;
	const limit = chosenLimit(context, itemIndex);
	const option = (name: string) => context.getNodeParameter(`options.${name}`, itemIndex, false) as boolean;
	const wanted = {
		...readOrderFilters(context, itemIndex),
		sort: { field, direction },
		parts: chosenParts(context, itemIndex),
		limit,
		leaveOutImported: context.getNodeParameter('leaveOutImported', itemIndex, false) as boolean,
		includeArchived: option('includeArchived'),
		goOn: limit !== undefined && option('goOn'),
	};
	if (wanted.goOn && field !== 'id') {
		throw new NodeOperationError(context.getNode(), "'Go On From Last Run' needs the sort by order number", {
			description: "Choose Order Number as the field under 'Sort', or remove the option.",
			itemIndex,
		});
	}
	return wanted;
}

async function* wantedOrders(
	store: BigCommerceClient,
	wanted: Wanted,
	places: ListPlaces,
): AsyncGenerator<IDataObject> {
	const { limit, parts, query, sort, statusIds } = wanted;
	const late = new Set<number>();
	const request = {
		query,
		statusIds,
		sort,
		late,
		withLines: parts.lines,
		// Where imported orders are left out, nobody knows how many have to be read to find as many others.
		expected: wanted.leaveOutImported ? undefined : limit,
	};
	const list = wanted.goOn ? listName(store.profile.rootUrl, sort, query, statusIds) : undefined;
	let place = list === undefined ? undefined : places.of(list);
	let given = 0;
	for await (const order of firstOf(notLeftOut(store, onceRound(store, request, place), wanted), limit)) {
		yield await completeOrder(store, order, parts);
		given += 1;
		if (!late.has(order.id)) place = order.id;
	}
	if (list !== undefined) places.set(list, given === limit ? place : undefined);
}

/**
 * The orders behind a place, then those up to it: where n8n gives back an old place, or the last slice is
 * a small one, the orders at the beginning do not have to wait for it.
 */
async function* onceRound(
	store: BigCommerceClient,
	request: OrderListRequest,
	place: number | undefined,
): AsyncGenerator<OrderRow> {
	yield* listOrders(store, { ...request, after: place });
	if (place === undefined) return;
	for await (const order of listOrders(store, request)) {
		if (isBehind(request.sort.direction, order.id, place)) return;
		yield order;
	}
}

async function* notLeftOut(
	store: BigCommerceClient,
	orders: AsyncIterable<OrderRow>,
	{ includeArchived, leaveOutImported, createdFrom, sort }: Wanted,
): AsyncGenerator<OrderRow> {
	const oldestFirst = sort.field === 'id' && sort.direction === 'asc';
	const imported = leaveOutImported ? new ImportedOrders(store, { createdFrom, oldestFirst }) : undefined;
	for await (const order of orders) {
		if (isArchived(order) && !includeArchived) continue;
		if (await imported?.has(order)) continue;
		yield order;
	}
}

function isArchived(order: OrderRow): boolean {
	return order.is_deleted === true;
}
