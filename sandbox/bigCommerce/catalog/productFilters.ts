import { invalidField } from '../http/apiProblem';
import { serverTime } from '../http/dates';
import type { Query } from '../http/query';
import { booleanIs, integerIn, integerIs, sameText, textIs, when, type Filter } from '../listing/filters';
import type { Product } from '../records/product';
import type { Store } from '../store';
import { catalogViewer } from './catalogView';

/** The product filters that connectors use; a filter that is not one of them is ignored. */
export const productFilters: ReadonlyArray<Filter<Product>> = [
	integerIs('id', ({ id }) => id),
	integerIn('id:in', ({ id }) => id),
	(query) => when(query.integers('id:not_in'), (ids, { id }) => !ids.includes(id)),
	...comparisons(
		'id',
		() =>
			({ id }) =>
				id,
	),
	textIs('name', ({ name }) => name),
	sameText('sku', ({ sku }) => sku),
	(query) =>
		when(
			query.list('sku:in')?.map((sku) => sku.toLowerCase()),
			(skus, { sku }) => sku !== '' && skus.includes(sku.toLowerCase()),
		),
	(query) =>
		when(query.text('keyword')?.toLowerCase(), (keyword, { name, description, sku }) =>
			`${name} ${description} ${sku}`.toLowerCase().includes(keyword),
		),
	booleanIs('is_visible', (product) => product.is_visible),
	textIs('type', ({ type }) => type),
	textIs('availability', ({ availability }) => availability),
	(query) => when(query.integers('channel_id:in'), (channels) => channels.includes(1)),
	(query, store) =>
		when(dayOrTime(query, 'date_modified:min'), (from, product) => changedAt(product, store) >= from),
	(query, store) =>
		when(dayOrTime(query, 'date_modified:max'), (to, product) => changedAt(product, store) <= to),
	...comparisons('inventory_level', (store) => catalogViewer(store).level),
	(query, store) => {
		const { level } = catalogViewer(store);
		return when(query.integer('inventory_level'), (wanted, product: Product) => level(product) === wanted);
	},
	(query, store) => {
		const { level } = catalogViewer(store);
		return when(
			query.boolean('inventory_low'),
			(low, product: Product) => level(product) <= product.inventory_warning_level === low,
		);
	},
	(query, store) => {
		const { level } = catalogViewer(store);
		return when(
			query.boolean('out_of_stock'),
			(out, product: Product) => (product.inventory_tracking !== 'none' && level(product) <= 0) === out,
		);
	},
];

/** `{name}:min`, `:max`, `:greater` and `:less`. */
function comparisons(
	name: string,
	reader: (store: Store) => (product: Product) => number,
): Array<Filter<Product>> {
	const compared =
		(suffix: string, test: (value: number, bound: number) => boolean): Filter<Product> =>
		(query, store) => {
			const read = reader(store);
			return when(query.integer(`${name}:${suffix}`), (bound, product: Product) =>
				test(read(product), bound),
			);
		};
	return [
		compared('min', (value, bound) => value >= bound),
		compared('max', (value, bound) => value <= bound),
		compared('greater', (value, bound) => value > bound),
		compared('less', (value, bound) => value < bound),
	];
}

/** By the server's clock. */
function changedAt({ modifiedAt }: Product, { settings }: Store): number {
	return serverTime(settings, modifiedAt);
}

/** A date without a time gets the present time of day added, as BigCommerce does. */
function dayOrTime(query: Query, name: string): number | undefined {
	const time = query.date(name);
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(query.text(name)?.trim() ?? '');
	return time !== undefined && isDay ? time + (Date.now() % 86_400_000) : time;
}

/** Sorts by `sort` and `direction`; by id where neither is sent. */
export function sortProducts(
	query: Query,
	products: Product[],
	readLevel: (product: Product) => number,
): Product[] {
	const keys: Record<string, (product: Product) => number | string> = {
		id: ({ id }) => id,
		name: ({ name }) => name,
		sku: ({ sku }) => sku,
		price: ({ price }) => price,
		calculated_price: ({ price }) => price,
		date_modified: ({ modifiedAt }) => modifiedAt,
		date_last_imported: ({ modifiedAt }) => modifiedAt,
		inventory_level: (product) => readLevel(product),
		is_visible: ({ is_visible }) => Number(is_visible),
		total_sold: () => 0,
	};
	const key = keys[query.text('sort') ?? 'id'];
	if (!key) throw invalidField('sort');
	const sign = query.text('direction')?.toLowerCase() === 'desc' ? -1 : 1;
	return [...products].sort((left, right) => {
		const [one, other] = [key(left), key(right)];
		return (one === other ? 0 : one < other ? -1 : 1) * sign || left.id - right.id;
	});
}
