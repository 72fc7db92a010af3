import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DateTime } from 'luxon';
import { idList, statusWords } from '../../../shared/parameters/idList';
import { givenMoment } from '../../../shared/parameters/moment';
import { yesOrNo } from '../../../shared/parameters/yesOrNo';
import { refuse } from '../../../shared/parameters/refuse';

/** Which orders count as sold although SOS does not know them. */
export interface PendingSettings {
	statusIds: number[];
	/** Orders placed before are none of the import's. */
	placedFrom?: DateTime;
}

const isOn: INodeProperties = {
	displayName: 'Subtract Orders Not Yet Imported',
	name: 'subtractOrders',
	type: 'boolean',
	default: false,
	description:
		'Whether to take units off that are sold on orders which Mark as Imported has not marked: SOS does not know them yet',
};

const whenOn = { show: { [isOn.name]: [true] } };

const statuses: INodeProperties = {
	displayName: 'Order Status Names or IDs',
	name: 'orderStatuses',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
	// Every status of an order that is placed and neither finished nor called off.
	default: [1, 3, 7, 8, 9, 11, 12, 13, 14],
	displayOptions: whenOn,
	description:
		'Statuses of orders that are sold and not finished: what was shipped in part or refunded in part has units that still leave. Add Shipped and Completed if the import takes orders in them. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

const placedFrom: INodeProperties = {
	displayName: 'Orders Placed From',
	name: 'ordersFrom',
	type: 'dateTime',
	default: '',
	displayOptions: whenOn,
	description:
		'The day the import started: older orders have no mark, and SOS knows them all the same. Empty is all orders.',
};

/** Orders that are sold although SOS does not know them yet. */
export const subtractOrders: INodeProperties[] = [isOn, statuses, placedFrom];

/**
 * Undefined where no orders are to be taken off.
 *
 * @throws {NodeOperationError} when the switch is neither on nor off, for a status that is no ID, and when no
 *   status is chosen: BigCommerce would list the orders of all
 */
export function readPendingSettings(context: IExecuteFunctions): PendingSettings | undefined {
	if (!yesOrNo(context, isOn, 0)) return undefined;
	const given = context.getNodeParameter(statuses.name, 0, []);
	const chosen = idList(context, given, `'${statuses.displayName}'`, statusWords, 0);
	if (chosen.length === 0) {
		throw refuse(
			context,
			`'${statuses.displayName}' is empty`,
			`Choose the statuses of orders that are sold, or switch '${isOn.displayName}' off.`,
		);
	}
	const from = context.getNodeParameter(placedFrom.name, 0, '') as unknown;
	return {
		statusIds: chosen,
		placedFrom: from ? givenMoment(context, from, `'${placedFrom.displayName}'`, 0) : undefined,
	};
}
