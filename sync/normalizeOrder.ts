import { omit } from 'lodash';
import type { BigCommerceOrder, OrderAddress, OrderPickup, OrderProduct } from './bigCommerceOrder';
import type { Reason } from './reason';

export type NormalizedOrder =
	{ order: BigCommerceOrder; reason?: undefined } | { order?: undefined; reason: Reason };

/** A consignment of any kind: what goes to one place, or to nobody. */
interface Consignment {
	line_items?: unknown;
	[field: string]: unknown;
}

interface ConsignmentsByKind {
	pickups: Consignment[];
	shipping: Consignment[];
	downloads: Consignment[];
	giftCertificates: Consignment[];
}

/**
 * Brings an order into the one shape that the rules read, whichever way it was read: with its lines as
 * a list, or with `consignments` in the object structure or the older list structure, as an HTTP
 * Request node may have asked for them. Links that were not followed are dropped, except that an
 * order without lines is a reason.
 */
export function normalizeOrder(raw: unknown): NormalizedOrder {
	if (!isRecord(raw) || !Number.isSafeInteger(Number(raw.id)) || !(Number(raw.id) > 0)) {
		return { reason: notAnOrder(raw) };
	}
	const id = Number(raw.id);
	const consignments = consignmentsOf(raw.consignments);
	const products = linesOf(raw.products) ?? (consignments && linesOfConsignments(consignments));
	if (!products) return { reason: linesNotRead(id) };
	const addresses = listOf(raw.shipping_addresses) ?? consignments?.shipping.map(addressOf);
	const pickups = listOf(raw.pickups) ?? consignments?.pickups.map(withoutLines);
	return {
		order: {
			...omit(raw, 'consignments', 'pickups'),
			id,
			products,
			shipping_addresses: (addresses ?? []) as OrderAddress[],
			fees: listOf(raw.fees),
			coupons: listOf(raw.coupons),
			...(pickups && pickups.length > 0 && { pickups: pickups as OrderPickup[] }),
		} as BigCommerceOrder,
	};
}

function consignmentsOf(raw: unknown): ConsignmentsByKind | undefined {
	if (Array.isArray(raw)) return byKind(raw.filter(isRecord));
	if (!isRecord(raw)) return undefined;
	const kinds = ['pickups', 'shipping', 'downloads', 'email'];
	if (!kinds.some((kind) => kind in raw)) return undefined;
	const email = isRecord(raw.email) ? raw.email.gift_certificates : raw.email;
	return {
		pickups: records(raw.pickups),
		shipping: records(raw.shipping),
		downloads: records(raw.downloads),
		giftCertificates: records(email),
	};
}

/** The older structure: a list of objects that each hold some of the kinds, or of consignments that name their kind or show it. */
function byKind(list: Consignment[]): ConsignmentsByKind {
	const all: ConsignmentsByKind = { pickups: [], shipping: [], downloads: [], giftCertificates: [] };
	for (const entry of list) {
		const nested = consignmentsOf(entry);
		if (nested) {
			for (const kind of Object.keys(all) as Array<keyof ConsignmentsByKind>) all[kind].push(...nested[kind]);
		} else {
			all[kindOf(entry)].push(entry);
		}
	}
	return all;
}

function kindOf(entry: Consignment): keyof ConsignmentsByKind {
	const named = String(entry.type ?? '').toLowerCase();
	if (named.includes('pickup') || 'pickup_method_id' in entry) return 'pickups';
	if (named.includes('download') || named.includes('digital')) return 'downloads';
	if (named.includes('gift') || named.includes('email')) return 'giftCertificates';
	return 'recipient_email' in entry ? 'downloads' : 'shipping';
}

function linesOfConsignments(consignments: ConsignmentsByKind): OrderProduct[] | undefined {
	const lists = Object.values(consignments)
		.flat()
		.map((consignment: Consignment) => linesOf(consignment.line_items));
	if (lists.some((lines) => lines === undefined)) return undefined;
	const lines = lists.flatMap((list) => list ?? []);
	return lines.length > 0 ? lines.sort((a, b) => a.id - b.id) : undefined;
}

/** Lines that were read; undefined when there are only links to them. */
function linesOf(raw: unknown): OrderProduct[] | undefined {
	if (!Array.isArray(raw)) return undefined;
	const areLines = raw.every((line) => isRecord(line) && 'quantity' in line);
	return areLines
		? raw.map((line) => ({ ...line, quantity: Number(line.quantity) }) as OrderProduct)
		: undefined;
}

function addressOf(consignment: Consignment): OrderAddress {
	return withoutLines(consignment) as OrderAddress;
}

function withoutLines(consignment: Consignment): Record<string, unknown> {
	return omit(consignment, 'line_items');
}

function listOf(raw: unknown): unknown[] | undefined {
	return Array.isArray(raw) ? raw : undefined;
}

function records(raw: unknown): Consignment[] {
	return Array.isArray(raw) ? raw.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAnOrder(raw: unknown): Reason {
	const id = isRecord(raw) && 'id' in raw ? ` (its id is "${String(raw.id).slice(0, 40)}")` : '';
	return {
		code: 'NOT_AN_ORDER',
		message: `This item is not a BigCommerce order${id}.`,
		fix: 'Hand on orders as "BigCommerce: Order: Get Many" returns them, one per item.',
	};
}

function linesNotRead(id: number): Reason {
	return {
		code: 'LINES_NOT_READ',
		message: `Order ${id} carries only links to its lines.`,
		fix: 'Switch on "Include Lines and Addresses" in the node that reads the order.',
		details: { orderId: id },
	};
}
