import type { OrderRecord } from '../../shop/orders/orderRecord';
import { invalidField } from '../http/apiProblem';
import { serverTime } from '../http/dates';
import type { Query } from '../http/query';
import { integerIs, sameText, textIs, when, type Filter } from '../listing/filters';

/**
 * The documented filters of `GET /v2/orders` and of its count, and `is_deleted`, which once was one.
 * `status_id` takes a single value: a list of them is refused as not being a number.
 */
export const orderFilters: ReadonlyArray<Filter<OrderRecord>> = [
	(query, { settings }) =>
		when(query.integer('min_id'), (least, { id }) => id >= least + slack(settings.numberBounds)),
	(query, { settings }) =>
		when(query.integer('max_id'), (most, { id }) => id <= most - slack(settings.numberBounds)),
	(query) => when(query.number('min_total'), (least, { fields }) => Number(fields.total_inc_tax) >= least),
	(query) => when(query.number('max_total'), (most, { fields }) => Number(fields.total_inc_tax) <= most),
	integerIs('customer_id', ({ fields }) => fields.customer_id),
	integerIs('status_id', ({ fields }) => fields.status_id),
	integerIs('channel_id', ({ fields }) => fields.channel_id),
	sameText('email', ({ fields }) => fields.billing_address.email),
	textIs('cart_id', ({ fields }) => fields.cart_id),
	textIs('payment_method', ({ fields }) => fields.payment_method),
	textIs('external_order_id', ({ fields }) => fields.external_order_id),
	...dateBounds('date_created', ({ createdAt }) => createdAt),
	...dateBounds('date_modified', ({ modifiedAt }) => modifiedAt),
	archivedFilter,
	(query, { settings }) => {
		const isShown = settings.incompleteOrdersListed || query.integer('status_id') !== undefined;
		return isShown ? undefined : ({ fields }) => fields.status_id !== 0;
	},
];

/** `min_…` and `max_…` of a date. */
function dateBounds(name: string, read: (order: OrderRecord) => number): Array<Filter<OrderRecord>> {
	return [
		(query, { settings }) =>
			when(
				query.date(`min_${name}`),
				(from, order) =>
					seconds(serverTime(settings, read(order))) >= seconds(from) + slack(settings.dateBounds),
			),
		(query, { settings }) =>
			when(
				query.date(`max_${name}`),
				(to, order) => seconds(serverTime(settings, read(order))) <= seconds(to) - slack(settings.dateBounds),
			),
	];
}

function slack(bounds: 'inclusive' | 'exclusive'): number {
	return bounds === 'inclusive' ? 0 : 1;
}

/** A list leaves archived orders out unless they are asked for. */
function archivedFilter(...[query, { settings }]: Parameters<Filter<OrderRecord>>) {
	const wanted = settings.isDeletedFilter ? query.boolean('is_deleted') : undefined;
	if (wanted === undefined && settings.archivedOrdersListed) return undefined;
	return ({ fields }: OrderRecord) => fields.is_deleted === (wanted ?? false);
}

/** Dates are compared to the second, which is all that they show. */
function seconds(time: number): number {
	return Math.floor(time / 1000);
}

const sortKeys: Record<string, (order: OrderRecord) => number | string> = {
	id: ({ id }) => id,
	customer_id: ({ fields }) => fields.customer_id,
	date_created: ({ createdAt }) => seconds(createdAt),
	date_modified: ({ modifiedAt }) => seconds(modifiedAt),
	status_id: ({ fields }) => fields.status_id,
	channel_id: ({ fields }) => fields.channel_id,
	external_id: ({ fields }) => fields.external_id ?? '',
};

/** Sorts by `sort` (`id:asc`, `date_modified:desc`, …), equal ones and lists without it by id. */
export function sortOrders(query: Query, orders: OrderRecord[]): OrderRecord[] {
	const [name, direction = 'asc'] = (query.text('sort') ?? 'id').split(':');
	const key = sortKeys[name];
	if (!key || !['asc', 'desc'].includes(direction)) throw invalidField('sort');
	const sign = direction === 'desc' ? -1 : 1;
	return [...orders].sort((left, right) => {
		const [one, other] = [key(left), key(right)];
		return (one === other ? 0 : one < other ? -1 : 1) * sign || left.id - right.id;
	});
}
