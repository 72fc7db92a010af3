import { omit } from 'lodash';
import { orderShape, type NormalizedOrder } from './bigCommerceOrder';
import { consignedParts, isLineList, isRecord, type JsonRecord } from './consignments';
import { ofOrder, orderReasons } from './orderReasons';
import type { Reason } from './reason';
import { skuText } from './sku';

type Result<Order> = { order: Order; reason?: undefined } | { order?: undefined; reason: Reason };

/** An order with its parts as lists; what is in them nobody has looked at. */
export type OrderWithLists = JsonRecord & { id: number; products: unknown[] };

/**
 * Makes a BigCommerce order of an item that arrived from another node, or says why it is none that can be
 * read. This is the one place where orders are looked at from outside: behind it, every field that
 * the rules read is of the type that it says.
 */
export function normalizeOrder(raw: unknown): Result<NormalizedOrder> {
	const { order, reason } = withLists(raw);
	if (order === undefined) return { reason };
	const flaw = orderShape.flawIn(order);
	if (flaw) return { reason: ofOrder(order.id, orderReasons.fieldUnreadable(order.id, flaw)) };
	return { order: order as unknown as NormalizedOrder };
}

/**
 * Brings an order into one form, whichever way it was read: with its lines as
 * a list, or with `consignments` in their stead. Links that were not followed are dropped, except that an
 * order without lines is a reason.
 */
export function withLists(raw: unknown): Result<OrderWithLists> {
	const id = isRecord(raw) ? orderIdOf(raw.id) : undefined;
	if (!isRecord(raw) || id === undefined) {
		return { reason: orderReasons.notAnOrder(isRecord(raw) ? raw.id : undefined) };
	}
	const consigned = consignedParts(raw.consignments);
	const products = isLineList(raw.products) ? raw.products : consigned?.lines;
	if (!products) return { reason: ofOrder(id, orderReasons.linesNotRead(id)) };
	const pickups = unlessLink(raw.pickups) ?? consigned?.pickups;
	return {
		order: {
			...omit(raw, 'consignments', 'pickups'),
			id,
			products: products.map(lineOf),
			shipping_addresses: unlessLink(raw.shipping_addresses) ?? consigned?.addresses ?? [],
			fees: unlessLink(raw.fees),
			coupons: unlessLink(raw.coupons),
			...(!isEmptyList(pickups) && { pickups }),
		},
	};
}

function orderIdOf(value: unknown): number | undefined {
	const id = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return Number.isSafeInteger(id) && (id as number) > 0 ? (id as number) : undefined;
}

/** The line with its quantity as a number, and its SKU as text, where another program turned one into the other. */
function lineOf(line: unknown): unknown {
	if (!isRecord(line)) return line;
	const { quantity, sku } = line;
	const isText = typeof quantity === 'string' && quantity.trim() !== '' && Number.isFinite(Number(quantity));
	if (!isText && typeof sku !== 'number') return line;
	return {
		...line,
		...(isText && { quantity: Number(quantity) }),
		...(typeof sku === 'number' && { sku: skuText(sku) }),
	};
}

/** A link is an object. What is neither link nor list stays, for the check of fields to find. */
function unlessLink(raw: unknown): unknown {
	return isRecord(raw) || raw === null ? undefined : raw;
}

function isEmptyList(value: unknown): boolean {
	return value === undefined || (Array.isArray(value) && value.length === 0);
}
