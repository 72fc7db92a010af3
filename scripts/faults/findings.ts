import { compareStock } from '../../testing/sandbox/compareStock';
import { readMarks } from '../../testing/sandbox/importMarks';
import type { BusyShop } from './busyShop';
import { belongsTo, documentsAfter, nameOf, ordersBookedTwice } from './inspect/books';
import { differences } from './inspect/documents';
import { createdTwice, strangers } from './inspect/records';
import { repeated } from './inspect/texts';
import { unaskedWrites } from './inspect/writes';

/** What is wrong in SOS and in the shop after a run, in words that name the record. Nothing, if all went well. */
export interface Findings {
	/** Documents, customers, items and marks that are there twice, and orders that are in the books twice. */
	duplicates: string[];
	/** Orders that did not arrive, or have no mark. */
	losses: string[];
	/** SKUs of which the shop sells more than SOS has less what is sold without SOS knowing it. */
	oversold: string[];
	/** Everything else: wrong totals, lines, customers or stock, and writes that nobody asked for. */
	wrong: string[];
}

export interface Expectation {
	/** The SOS customer of all orders, where there is one for all. */
	fixedCustomer?: number;
	/** Whether the stock template has run as well. */
	stockUpdated: boolean;
}

/** Looks into both servers, past their APIs and past the nodes. */
export function inspect(shop: BusyShop, expected: Expectation): Findings {
	const { sandbox, eligible } = shop;
	const orders = sandbox.bigCommerce.orders();
	const wanted = orders.filter(({ id }) => eligible.has(id));
	const allowed = [...eligible, ...shop.optional];
	const documents = documentsAfter(sandbox.sos, shop.before.lastId);
	const documentsOf = (id: number) => documents.filter((booked) => belongsTo(booked, id));
	const marks = readMarks(sandbox.bigCommerce);
	const imports = marks.filter(({ isClaim }) => !isClaim);

	const arrived = wanted.filter(({ id }) => documentsOf(id).length > 0);
	const stock = expected.stockUpdated ? compareStock(sandbox, shop.stock) : undefined;
	return {
		duplicates: [
			...repeated(documents.map(({ book, document }) => `${book} ${document.number}`)),
			...ordersBookedTwice(orders, documents),
			...repeated(marks.map(({ orderId }) => String(orderId))).map((id) => `mark of order ${id}`),
			...createdTwice(shop),
		],
		losses: [
			...wanted.filter((order) => !arrived.includes(order)).map(({ id }) => `order ${id}`),
			...arrived
				.filter(({ id }) => !imports.some(({ orderId }) => orderId === id))
				.map(({ id }) => `mark of order ${id}`),
		],
		oversold: (stock?.oversold ?? []).map((sku) => `stock of ${sku}`),
		wrong: [
			...documents
				.filter((booked) => !allowed.some((id) => belongsTo(booked, id)))
				.map((booked) => `${nameOf(booked)} is there`),
			...arrived.flatMap((order) =>
				documentsOf(order.id).flatMap((booked) => differences(shop, order, booked, expected.fixedCustomer)),
			),
			...marks.filter(({ orderId }) => !allowed.includes(orderId)).map(({ orderId }) => `mark on ${orderId}`),
			...imports
				.filter(({ orderId, documentId }) => {
					const own = documentsOf(orderId);
					return own.length > 0 && !own.some(({ document }) => String(document.id) === documentId);
				})
				.map(({ orderId, documentId }) => `mark of order ${orderId} names document ${documentId}`),
			...strangers(
				shop,
				orders.filter(({ id }) => allowed.includes(id)),
				expected.fixedCustomer,
			),
			...unaskedWrites(sandbox),
			...(stock?.different ?? []).map((sku) => `stock of ${sku} differs`),
			...(stock?.touched ?? []).map((sku) => `stock of ${sku} was touched`),
		],
	};
}

export function isClean(findings: Findings): boolean {
	return Object.values(findings).every((found: string[]) => found.length === 0);
}
