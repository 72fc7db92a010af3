import type { IDataObject } from 'n8n-workflow';
import { essentialOrder } from '../../../sync/essentialOrder';
import { withLists } from '../../../sync/normalizeOrder';
import { isCountedExactly } from '../../../sync/unitCount';
import { collect } from '../../shared/parameters/limit';
import { flawInRows, type Noun } from '../../shared/request/noun';
import { id, optional, orNull, record, text, type Shape, type Shaped } from '../../shared/request/shape';
import { call, type BigCommerceClient } from '../transport/client';
import { whole } from '../transport/envelope';
import { LARGEST_PAGE, list } from '../transport/paging';
import { ORDERS, type OrderRow } from './orders';
import { foundIn, withRefundedUnits, type OrderRefunds } from './refunds';

/** What an order comes with besides its own fields. */
export interface OrderParts {
	lines: boolean;
	coupons: boolean;
	/** Only the fields that the import reads. */
	simplify: boolean;
}

const partShape = record({ id });

type OrderPart = IDataObject & Shaped<typeof partShape>;

function partNoun(words: string, plural?: string): Noun<OrderPart> {
	return { words, plural, shape: partShape as Shape<OrderPart>, keyOf: ({ id: own }) => own };
}

const line = partNoun('order line');

const address = partNoun('shipping address', 'shipping addresses');

const coupon = partNoun('coupon');

/** As much of a line as tells what is sold; the numbers are looked at where they are added up. */
export interface SoldLine {
	id: number;
	sku?: string | null;
	product_id?: number | null;
	variant_id?: number | null;
	quantity?: unknown;
	quantity_shipped?: unknown;
	quantity_refunded?: unknown;
}

const ownLine = record({ id, sku: optional(text) });

/** A line of the catalog has its SKU, if an empty one; what is typed in or a gift certificate may have none. */
const catalogLine = record({ id, sku: orNull(text) });

const soldLine: Noun<SoldLine> = {
	words: 'order line',
	shape: {
		wanted: ownLine.wanted,
		flawIn: (value) => {
			const { product_id } = (value ?? {}) as SoldLine;
			return (Number(product_id) > 0 ? catalogLine : ownLine).flawIn(value);
		},
	},
	keyOf: ({ id: own }) => own,
};

/** BigCommerce's page of order lines; it does not say whether lines that come with an order are cut there. */
const LINES_PER_PAGE = 50;

/**
 * An order with its parts as lists in place of links. Lines, addresses and fees came with it; coupons,
 * and lines that may have been cut, take a request of their own.
 *
 * @param refunds what was refunded, which the lines need not show; undefined where nobody asked
 */
export async function completeOrder(
	client: BigCommerceClient,
	order: OrderRow,
	parts: OrderParts,
	refunds?: OrderRefunds,
): Promise<IDataObject> {
	const complete = parts.lines ? await withLines(client, order) : { ...order };
	if (refunds !== undefined && parts.lines) {
		complete.products = withRefundedUnits(complete.products as IDataObject[], refunds);
		complete.refunds_found = foundIn(refunds);
	}
	if (parts.coupons) complete.coupons = await readCoupons(client, order.id);
	return parts.simplify ? essentialOrder(complete) : complete;
}

/**
 * What an order has sold, from the lines that came with it. Where one of them is not as documented they
 * are read by themselves: a unit that is overlooked would go back on sale.
 *
 * @param refunds what was refunded, which the lines need not show
 * @throws {ApiFailure} also when a line is not as documented then either
 */
export async function readSoldLines(
	client: BigCommerceClient,
	order: OrderRow,
	refunds?: OrderRefunds,
): Promise<SoldLine[]> {
	const { products } = await withLines(client, order);
	const isSound = flawInRows(soldLine, products) === undefined;
	const lines = isSound
		? (products as unknown as SoldLine[])
		: await readPart(client, order.id, 'products', soldLine);
	return withRefundedUnits(lines, refunds);
}

/** `products` is a list whatever came. */
async function withLines(client: BigCommerceClient, row: OrderRow): Promise<IDataObject> {
	const { order } = withLists(row);
	if (order !== undefined && !mayBeCut(row, order.products)) return order as IDataObject;
	const parts: IDataObject = { products: await readPart(client, row.id, 'products', line) };
	if (order === undefined)
		parts.shipping_addresses = await readPart(client, row.id, 'shipping_addresses', address);
	const read = { ...row, ...parts };
	// Lines that are not as they should be stay for whoever reads the order: it is that order's affair.
	return (withLists(read).order ?? read) as IDataObject;
}

async function readPart<T>(
	client: BigCommerceClient,
	orderId: number,
	part: 'products' | 'shipping_addresses',
	noun: Noun<T>,
): Promise<T[]> {
	const request = {
		noun,
		path: `${ORDERS}/${orderId}/${part}`,
		subject: `the ${part.replace('_', ' ')} of order ${orderId}`,
	};
	return await collect(list(client, request));
}

/** In one request: no order has more than a page of coupons. */
async function readCoupons(client: BigCommerceClient, orderId: number): Promise<OrderPart[]> {
	return await call(client, whole(coupon), {
		method: 'GET',
		path: `${ORDERS}/${orderId}/coupons`,
		query: { limit: LARGEST_PAGE },
		subject: `the coupons of order ${orderId}`,
	});
}

/**
 * Whether lines may be missing that should have come along. `items_total` tells, at whatever number they are cut,
 * and only where it counts every unit that came: others may be as many as the ones that are missing. Lists
 * as long as a page of lines are suspect whatever it says.
 */
function mayBeCut({ consignments, items_total }: OrderRow, products: unknown[]): boolean {
	if (isCountedExactly({ items_total, products }) === false) return true;
	const lists = [products, ...lineLists(consignments)];
	return lists.some(({ length }) => length > 0 && length % LINES_PER_PAGE === 0);
}

/** Every list called `line_items` in an order's consignments, at whatever depth. */
function lineLists(value: unknown): unknown[][] {
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([name, inner]) =>
		name === 'line_items' && Array.isArray(inner) ? [inner] : lineLists(inner),
	);
}
