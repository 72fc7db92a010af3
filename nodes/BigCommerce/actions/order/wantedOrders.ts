import type { IDataObject } from 'n8n-workflow';
import { firstOf } from '../../../shared/parameters/limit';
import { inPortions } from '../../../shared/run/inPortions';
import type { BigCommerceClient } from '../../transport/client';
import { listOrders, type OrderListRequest, type OrderSort } from '../../api/orderList';
import { completeOrder, type OrderParts } from '../../api/orderParts';
import type { OrderRow } from '../../api/orders';
import { isBehind } from '../../api/ordersByNumber';
import { readRefundedUnits } from '../../api/refunds';
import { notImported } from '../../marks/markLookup';
import { listName, type ListPlaces } from './listPlaces';
import type { ChosenOrders } from './orderFilters';

/** Orders whose refunds are asked for at a time. */
const PORTION = 100;

/** What *Get Many* was asked for. */
export interface Wanted extends ChosenOrders {
	sort: OrderSort;
	parts: OrderParts;
	limit?: number;
	leaveOutImported: boolean;
	includeArchived: boolean;
	goOn: boolean;
}

/** Reads the orders, as far as the limit and from the place where the run before stopped, and notes where this one does. */
export async function* wantedOrders(
	store: BigCommerceClient,
	wanted: Wanted,
	places: ListPlaces,
): AsyncGenerator<IDataObject> {
	const { filters, limit, parts, sort, statusIds } = wanted;
	const late = new Set<number>();
	const request = {
		filters,
		statusIds,
		sort,
		late,
		withLines: parts.lines,
		// Where imported orders are left out, nobody knows how many have to be read to find as many others.
		expected: wanted.leaveOutImported ? undefined : limit,
	};
	const list = wanted.goOn ? listName(store.profile.rootUrl, sort, filters, statusIds) : undefined;
	let place = list === undefined ? undefined : places.of(list);
	let given = 0;
	const orders = firstOf(notLeftOut(store, onceRound(store, request, place), wanted), limit);
	for await (const some of inPortions(orders, Math.min(limit ?? PORTION, PORTION))) {
		const refunds = parts.lines ? await readRefundedUnits(store, some) : undefined;
		for (const order of some) {
			yield await completeOrder(store, order, parts, refunds?.get(order.id));
			given += 1;
			if (!late.has(order.id)) place = order.id;
		}
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
	{ includeArchived, leaveOutImported, limit }: Wanted,
): AsyncGenerator<OrderRow> {
	const listed = includeArchived ? orders : notArchived(orders);
	const question = { forImport: true, portion: limit };
	yield* leaveOutImported ? notImported(store, listed, question) : listed;
}

async function* notArchived(orders: AsyncIterable<OrderRow>): AsyncGenerator<OrderRow> {
	for await (const order of orders) if (!isArchived(order)) yield order;
}

function isArchived(order: OrderRow): boolean {
	return order.is_deleted === true;
}
