import { omit, sumBy } from 'lodash';
import type { OrderLine, OrderRecord } from '../../shop/orders/orderRecord';
import { rfc2822, serverTime } from '../http/dates';
import type { Query } from '../http/query';
import { findStatus } from './statuses';
import type { Store } from '../store';

type Json = Record<string, unknown>;

/** Which parts an answer carries instead of links to them. */
export interface Included {
	consignments: boolean;
	lineItems: boolean;
	fees: boolean;
	/** `consignment_structure=object`; without it the consignments come in the older array. */
	asObject: boolean;
}

export function includedParts(query: Query): Included {
	const include = query.list('include') ?? [];
	const lineItems = include.includes('consignments.line_items');
	return {
		consignments: lineItems || include.includes('consignments'),
		lineItems,
		fees: include.includes('fees'),
		asObject: query.text('consignment_structure') === 'object',
	};
}

/** The V2 order: money as text, dates in RFC 2822, its parts as links unless they were asked for. */
export function showOrder(store: Store, order: OrderRecord, included: Included): Json {
	const { id, fields } = order;
	const link = linker(store, id);
	const status = findStatus(fields.status_id);
	const dated = (time: number) => rfc2822(serverTime(store.settings, time));
	return {
		id,
		...fields,
		items_total: itemsTotal(store, order),
		date_created: dated(order.createdAt),
		date_modified: dated(order.modifiedAt),
		date_shipped: order.shippedAt === null ? '' : dated(order.shippedAt),
		status: status?.name,
		custom_status: status?.custom_label,
		fees: included.fees ? order.fees.map((fee) => showFee(store, fee)) : link('fees'),
		products: link('products'),
		shipping_addresses: link('shipping_addresses'),
		coupons: link('coupons'),
		consignments: included.consignments ? showConsignments(store, order, included) : link('consignments'),
	};
}

function itemsTotal({ settings }: Store, { fields, lines }: OrderRecord): number {
	if (settings.bundledInItemsTotal) return fields.items_total;
	return (
		fields.items_total -
		sumBy(
			lines.filter(({ is_bundled_product }) => is_bundled_product),
			'quantity',
		)
	);
}

/** Fee amounts come as text or as numbers; both are documented. */
export function showFee({ settings }: Store, fee: OrderRecord['fees'][number]): Json {
	if (settings.feeMoney === 'text') return fee;
	const costs = ['base_cost', 'cost_ex_tax', 'cost_inc_tax', 'cost_tax'];
	return { ...fee, ...Object.fromEntries(costs.map((name) => [name, Number(fee[name])])) };
}

/** Order parts grouped by how they reach the shopper. Costs are numbers here and text in `shipping_addresses`. */
export function showConsignments(
	store: Store,
	order: OrderRecord,
	{ lineItems, asObject }: Pick<Included, 'lineItems' | 'asObject'>,
): unknown {
	const link = linker(store, order.id);
	const { consignmentLineLimit, lineLimitCounts } = store.settings;
	const most = consignmentLineLimit ?? order.lines.length;
	const known = lineLimitCounts === 'perOrder' ? order.lines.slice(0, most) : order.lines;
	const show = (lines: OrderLine[]) =>
		lines.slice(0, most).map((line) => (lineItems ? line : link(`products/${line.id}`)));
	const digital = known.filter((line) => line.type === 'digital');
	const certificates = known.filter((line) => line.type === 'giftcertificate');
	const recipient_email = order.fields.billing_address.email;
	const consignments = {
		pickups: order.pickups.map((pickup) => ({
			...pickup,
			line_items: show(known.filter((line) => line.order_pickup_method_id === pickup.id)),
		})),
		shipping: order.addresses.map((address) => ({
			...omit(address, 'order_id'),
			...numbersOf(address),
			line_items: show(known.filter((line) => line.order_address_id === address.id)),
			shipping_quotes: link(`consignments/shipping/${address.id}/shipping_quotes`),
		})),
		downloads: digital.length > 0 ? [{ recipient_email, line_items: show(digital) }] : [],
		email:
			certificates.length > 0
				? { gift_certificates: [{ recipient_email, line_items: show(certificates) }] }
				: { gift_certificates: [] },
	};
	return asObject ? consignments : [consignments];
}

const costFields = [
	'base_cost',
	'cost_ex_tax',
	'cost_inc_tax',
	'cost_tax',
	'base_handling_cost',
	'handling_cost_ex_tax',
	'handling_cost_inc_tax',
	'handling_cost_tax',
];

function numbersOf(address: Json): Json {
	return Object.fromEntries(costFields.map((name) => [name, Number(address[name])]));
}

/** Links as BigCommerce gives them: the whole address, and the path under `/v2`. */
export function linker(store: Store, orderId: number): (part: string) => { url: string; resource: string } {
	return (part) => {
		const resource = `/orders/${orderId}/${part}`;
		return { url: `${store.url()}/stores/${store.hash}/v2${resource}`, resource };
	};
}
