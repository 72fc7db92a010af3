import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { statusesBeside } from '../../../../sync/order/orderStatuses';
import { readCollection } from '../../../shared/parameters/collection';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import type { BigCommerceClient } from '../../transport/client';
import type { OrderSort } from '../../api/orderList';
import { ListPlaces } from './listPlaces';
import { orderFilters, readOrderFilters, type ChosenOrders } from './orderFilters';
import { chosenParts, includeCoupons, includeLines, simplify } from './partParameters';
import { wantedOrders, type Wanted } from './wantedOrders';
import { refuse } from '../../../shared/parameters/refuse';
import { yesOrDefault } from '../../../shared/parameters/yesOrNo';

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
	description:
		'Whether to leave out the orders that have an import mark, from the SOS Inventory node or from Mark as Imported, and those that another run is importing at the moment',
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
		{
			displayName: 'In None of the Statuses',
			name: 'inNoneOfTheStatuses',
			type: 'boolean',
			default: false,
			description:
				"Whether to return the orders that are in none of the chosen statuses in place of those that are. With 'Leave Out Imported Orders' these are the ones that an import of these statuses never sees. Incomplete, refunded, canceled and declined orders are left out.",
		},
	],
};

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
	const { field = 'id', direction = 'asc' }: Partial<OrderSort> = readCollection(context, sort, itemIndex);
	const limit = chosenLimit(context, itemIndex);
	const { includeArchived, inNoneOfTheStatuses, goOn } = readCollection(context, options, itemIndex);
	const chosen = readOrderFilters(context, itemIndex);
	const wanted = {
		...chosen,
		statusIds:
			inNoneOfTheStatuses === true ? statusesNotChosen(context, chosen, itemIndex) : chosen.statusIds,
		sort: { field, direction },
		parts: chosenParts(context, itemIndex),
		limit,
		leaveOutImported: yesOrDefault(context, leaveOutImported, itemIndex),
		includeArchived: includeArchived === true,
		goOn: limit !== undefined && goOn === true,
	};
	if (wanted.goOn && field !== 'id') {
		throw refuse(
			context,
			"'Go On From Last Run' needs the sort by order number",
			"Choose Order Number as the field under 'Sort', or remove the option.",
			itemIndex,
		);
	}
	return wanted;
}

function statusesNotChosen(
	context: IExecuteFunctions,
	{ statusIds }: ChosenOrders,
	itemIndex: number,
): number[] {
	const others = statusesBeside(statusIds);
	if (statusIds.length > 0 && others.length > 0) return others;
	throw refuse(
		context,
		statusIds.length === 0
			? "'In None of the Statuses' needs statuses"
			: "'In None of the Statuses' leaves no status: all are chosen",
		"Choose under 'Status Names or IDs' the statuses that are imported.",
		itemIndex,
	);
}
