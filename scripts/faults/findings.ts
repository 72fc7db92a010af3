import { countBy } from 'lodash';
import type { Sandbox } from '../../sandbox';
import type { RunningServer } from '../../sandbox/shared/runningServer';
import type { SalesOrder } from '../../sandbox/sos/records/salesDocument';
import { compareStock } from '../../testing/sandbox/compareStock';
import type { BusyShop } from './busyShop';

/** What is wrong in SOS and in the shop after a run, in words that name the record. Nothing, if all went well. */
export interface Findings {
	/** Documents, customers, items and marks that are there twice. */
	duplicates: string[];
	/** Orders that did not arrive, or have no mark. */
	losses: string[];
	/** Everything else: wrong totals, lines, customers or stock, and writes that nobody asked for. */
	wrong: string[];
}

export interface Expectation {
	prefix: string;
	/** The SOS customer of all orders, where there is one for all. */
	fixedCustomer?: number;
	/** Whether the stock template has run as well. */
	stockUpdated: boolean;
}

type Order = ReturnType<Sandbox['bigCommerce']['orders']>[number];

/** Looks into both servers, past their APIs and past the nodes. */
export function inspect(shop: BusyShop, expected: Expectation): Findings {
	const { sandbox, eligible } = shop;
	const orders = sandbox.bigCommerce.orders();
	const wanted = orders.filter(({ id }) => eligible.has(id));
	const documents = sandbox.sos.state.salesOrders.values().slice(shop.before.documents);
	const byNumber = new Map(documents.map((document) => [document.number, document]));
	const documentOf = ({ id }: Order) => byNumber.get(`${expected.prefix}${id}`);
	const marks = readMarks(sandbox);

	const numbers = new Set(wanted.map(({ id }) => `${expected.prefix}${id}`));
	const arrived = wanted.filter((order) => documentOf(order) !== undefined);
	return {
		duplicates: [
			...repeated(documents.map(({ number }) => number)).map((number) => `document ${number}`),
			...repeated(documents.map(({ customerPO }) => String(customerPO))).map((po) => `customer PO ${po}`),
			...repeated(marks.map(({ orderId }) => String(orderId))).map((id) => `mark of order ${id}`),
			...customersTwice(shop),
			...itemsTwice(shop),
		],
		losses: [
			...wanted.filter((order) => !documentOf(order)).map(({ id }) => `order ${id}`),
			...arrived
				.filter((order) => !marks.some((mark) => mark.orderId === order.id))
				.map(({ id }) => `mark of order ${id}`),
		],
		wrong: [
			...documents.filter(({ number }) => !numbers.has(number)).map(({ number }) => `${number} is there`),
			...arrived.flatMap((order) => differences(shop, order, documentOf(order)!, expected)),
			...marks.filter(({ orderId }) => !eligible.has(orderId)).map(({ orderId }) => `mark on ${orderId}`),
			...marks
				.filter(({ orderId, documentId }) => {
					const document = byNumber.get(`${expected.prefix}${orderId}`);
					return document !== undefined && String(document.id) !== documentId;
				})
				.map(({ orderId, documentId }) => `mark of order ${orderId} names document ${documentId}`),
			...strangers(shop, wanted, expected),
			...unaskedWrites(sandbox),
			...(expected.stockUpdated ? wrongStock(shop) : []),
		],
	};
}

export function isClean({ duplicates, losses, wrong }: Findings): boolean {
	return duplicates.length + losses.length + wrong.length === 0;
}

function readMarks({ bigCommerce }: Sandbox): Array<{ orderId: number; documentId: string }> {
	const marks = bigCommerce.state.metafields.values().filter(({ key }) => key === 'imported');
	return marks.map(({ resource_id, value }) => ({
		orderId: resource_id,
		documentId: (JSON.parse(value) as { id: string }).id,
	}));
}

function differences(
	{ sandbox }: BusyShop,
	order: Order,
	document: SalesOrder,
	{ fixedCustomer }: Expectation,
): string[] {
	const { items, customers } = sandbox.sos.state;
	const name = document.number;
	const found: string[] = [];
	if (cents(document.total) !== cents(order.total_inc_tax)) {
		found.push(`${name} comes to ${document.total} instead of ${order.total_inc_tax}`);
	}
	const units = sums(
		document.lines.map(({ item, quantity }) => [items.get(item.id)?.sku ?? '', Number(quantity)]),
	);
	const ordered = sums(order.products.map(({ sku, quantity }) => [sku ?? '', Number(quantity)]));
	if (units !== ordered) found.push(`${name} has ${units} instead of ${ordered}`);

	const customer = customers.get(document.customer.id);
	const isRight =
		fixedCustomer === undefined
			? isShopper(order, customer?.email, customer?.companyName)
			: customer?.id === fixedCustomer;
	if (!isRight) found.push(`${name} is for ${customer?.name}`);
	return found;
}

/** By e-mail, or as a colleague: a customer may be found by company and postal code. */
function isShopper({ billing_address }: Order, email?: string | null, company?: string | null): boolean {
	if (same(email, billing_address?.email)) return true;
	return Boolean(company) && same(company, billing_address?.company);
}

function customersTwice({ sandbox, before }: BusyShop): string[] {
	const customers = sandbox.sos.state.customers.values();
	const created = new Set(customers.slice(before.customers).map(({ email }) => lower(email)));
	return repeated(customers.map(({ email }) => lower(email)))
		.filter((email) => email !== '' && created.has(email))
		.map((email) => `customer ${email}`);
}

function itemsTwice({ sandbox, before }: BusyShop): string[] {
	const items = sandbox.sos.state.items.values();
	const created = new Set(items.slice(before.items).map(({ sku }) => sku));
	return repeated(items.map(({ sku }) => sku ?? ''))
		.filter((sku) => created.has(sku))
		.map((sku) => `item ${sku}`);
}

/** Customers and items that no order asked for. */
function strangers({ sandbox, before }: BusyShop, wanted: Order[], { fixedCustomer }: Expectation): string[] {
	const { customers, items } = sandbox.sos.state;
	const shoppers =
		fixedCustomer === undefined ? wanted.map(({ billing_address }) => lower(billing_address?.email)) : [];
	const emails = new Set(shoppers);
	const skus = new Set(wanted.flatMap(({ products }) => products.map(({ sku }) => sku)));
	return [
		...customers
			.values()
			.slice(before.customers)
			.filter(({ email }) => !emails.has(lower(email)))
			.map(({ name }) => `customer ${name} was created`),
		...items
			.values()
			.slice(before.items)
			.filter(({ sku }) => !skus.has(sku ?? ''))
			.map(({ sku }) => `item ${sku} was created`),
	];
}

const askedWrites = new Set([
	'POST /api/v2/salesorder',
	'POST /api/v2/customer',
	'POST /api/v2/item',
	'POST /oauth2/token',
	'POST /v3/orders/metafields',
	'POST /v3/orders/:id/metafields',
	'PUT /v3/inventory/adjustments/absolute',
	// What stock was pushed last.
	'POST /v3/inventory/locations/:id/metafields',
	'PUT /v3/inventory/locations/:id/metafields/:metafieldId',
]);

function unaskedWrites({ bigCommerce, sos }: Sandbox): string[] {
	return [bigCommerce, sos].flatMap(({ counters }: RunningServer) =>
		Object.keys(counters.byRoute).filter(
			(route) => !route.startsWith('GET ') && !askedWrites.has(route) && !isSignIn(route),
		),
	);
}

/** How a user connects an OAuth2 credential, in the browser. */
function isSignIn(route: string): boolean {
	return route.startsWith('POST /oauth2/authorize');
}

function wrongStock({ sandbox, stock }: BusyShop): string[] {
	const { different, touched } = compareStock(sandbox, stock);
	return [
		...different.map((sku) => `stock of ${sku} differs`),
		...touched.map((sku) => `stock of ${sku} was touched`),
	];
}

function repeated(values: string[]): string[] {
	return Object.entries(countBy(values))
		.filter(([, count]) => count > 1)
		.map(([value]) => value);
}

/** Units by SKU as one text, for comparing. */
function sums(units: Array<[string, number]>): string {
	const total = new Map<string, number>();
	for (const [sku, quantity] of units) total.set(sku, (total.get(sku) ?? 0) + quantity);
	return [...total]
		.map(([sku, quantity]) => `${quantity} ${sku}`)
		.sort()
		.join(', ');
}

function cents(amount: unknown): number {
	return Math.round(Number(amount) * 100);
}

function same(left: string | null | undefined, right: string | null | undefined): boolean {
	return lower(left) === lower(right);
}

function lower(text: string | null | undefined): string {
	return (text ?? '').trim().toLowerCase();
}
