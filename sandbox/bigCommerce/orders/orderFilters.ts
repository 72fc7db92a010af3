import type { OrderRecord } from '../../shop/orders/orderRecord';
import { invalidField } from '../http/apiProblem';
import type { Query } from '../http/query';
import type { BigCommerceSettings } from '../settings';

type Test = (order: OrderRecord) => boolean;

/** The documented filters of `GET /v2/orders` and of its count, and `is_deleted`, which once was one. */
export function orderFilter(query: Query, settings: BigCommerceSettings): Test {
	const tests = [
		...numberTests(query, settings),
		...textTests(query),
		...dateTests(query, settings),
		...hidingTests(query, settings),
	];
	return (order) => tests.every((test) => test(order));
}

/** A test when the parameter was sent, nothing otherwise. */
function when<T>(value: T | undefined, test: (value: T, order: OrderRecord) => boolean): Test[] {
	return value === undefined ? [] : [(order) => test(value, order)];
}

/** `status_id` takes a single value: a list of them is refused as not being a number. */
function numberTests(query: Query, { numberBounds }: BigCommerceSettings): Test[] {
	const slack = numberBounds === 'inclusive' ? 0 : 1;
	return [
		...when(query.integer('min_id'), (id, order) => order.id >= id + slack),
		...when(query.integer('max_id'), (id, order) => order.id <= id - slack),
		...when(query.number('min_total'), (total, { fields }) => Number(fields.total_inc_tax) >= total),
		...when(query.number('max_total'), (total, { fields }) => Number(fields.total_inc_tax) <= total),
		...when(query.integer('customer_id'), (id, { fields }) => fields.customer_id === id),
		...when(query.integer('status_id'), (id, { fields }) => fields.status_id === id),
		...when(query.integer('channel_id'), (id, { fields }) => fields.channel_id === id),
	];
}

function textTests(query: Query): Test[] {
	const email = query.text('email')?.toLowerCase();
	return [
		...when(email, (text, { fields }) => fields.billing_address.email.toLowerCase() === text),
		...when(query.text('cart_id'), (id, { fields }) => fields.cart_id === id),
		...when(query.text('payment_method'), (method, { fields }) => fields.payment_method === method),
		...when(query.text('external_order_id'), (id, { fields }) => fields.external_order_id === id),
	];
}

function dateTests(query: Query, { dateBounds }: BigCommerceSettings): Test[] {
	const slack = dateBounds === 'inclusive' ? 0 : 1;
	const notBefore = (name: string, read: (order: OrderRecord) => number) =>
		when(query.date(name), (time, order) => seconds(read(order)) >= seconds(time) + slack);
	const notAfter = (name: string, read: (order: OrderRecord) => number) =>
		when(query.date(name), (time, order) => seconds(read(order)) <= seconds(time) - slack);
	return [
		...notBefore('min_date_created', (order) => order.createdAt),
		...notAfter('max_date_created', (order) => order.createdAt),
		...notBefore('min_date_modified', (order) => order.modifiedAt),
		...notAfter('max_date_modified', (order) => order.modifiedAt),
	];
}

/** Orders that a list leaves out unless they are asked for. */
function hidingTests(query: Query, settings: BigCommerceSettings): Test[] {
	const deleted = settings.isDeletedFilter ? query.boolean('is_deleted') : undefined;
	const showArchived = settings.archivedOrdersListed || deleted !== undefined;
	const showIncomplete = settings.incompleteOrdersListed || query.integer('status_id') !== undefined;
	return [
		...when(deleted, (wanted, { fields }) => fields.is_deleted === wanted),
		({ fields }) => showArchived || !fields.is_deleted,
		({ fields }) => showIncomplete || fields.status_id !== 0,
	];
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
