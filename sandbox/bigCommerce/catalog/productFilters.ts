import { invalidField } from '../http/apiProblem';
import type { Query } from '../http/query';
import type { Product } from '../records/product';

type Level = (product: Product) => number;

/** The product filters that connectors use; a filter that is not one of them is ignored. */
export function productFilter(query: Query, readLevel: Level): (product: Product) => boolean {
	const tests = [...identityTests(query), ...stateTests(query), ...stockTests(query, readLevel)];
	return (product) => tests.every((test) => test(product));
}

type Test = (product: Product) => boolean;

/** A test when the parameter was sent, nothing otherwise. */
function when<T>(value: T | undefined, test: (value: T, product: Product) => boolean): Test[] {
	return value === undefined ? [] : [(product) => test(value, product)];
}

function identityTests(query: Query): Test[] {
	const keyword = query.text('keyword')?.toLowerCase();
	return [
		...when(query.integer('id'), (id, product) => product.id === id),
		...when(query.integers('id:in'), (ids, product) => ids.includes(product.id)),
		...when(query.integers('id:not_in'), (ids, product) => !ids.includes(product.id)),
		...when(query.integer('id:min'), (id, product) => product.id >= id),
		...when(query.integer('id:max'), (id, product) => product.id <= id),
		...when(query.integer('id:greater'), (id, product) => product.id > id),
		...when(query.integer('id:less'), (id, product) => product.id < id),
		...when(query.text('name'), (name, product) => product.name === name),
		...when(query.text('sku'), (sku, product) => product.sku.toLowerCase() === sku.toLowerCase()),
		...when(
			query.list('sku:in'),
			(skus, product) =>
				product.sku !== '' && skus.some((sku) => sku.toLowerCase() === product.sku.toLowerCase()),
		),
		...when(keyword, (text, { name, description, sku }) =>
			`${name} ${description} ${sku}`.toLowerCase().includes(text),
		),
	];
}

function stateTests(query: Query): Test[] {
	return [
		...when(query.boolean('is_visible'), (visible, product) => product.is_visible === visible),
		...when(query.text('type'), (type, product) => product.type === type),
		...when(query.text('availability'), (availability, product) => product.availability === availability),
		...when(query.integers('channel_id:in'), (channels) => channels.includes(1)),
		...when(dayOrTime(query, 'date_modified:min'), (time, product) => product.modifiedAt >= time),
		...when(dayOrTime(query, 'date_modified:max'), (time, product) => product.modifiedAt <= time),
	];
}

function stockTests(query: Query, readLevel: Level): Test[] {
	return [
		...when(query.integer('inventory_level'), (level, product) => readLevel(product) === level),
		...when(query.integer('inventory_level:min'), (level, product) => readLevel(product) >= level),
		...when(query.integer('inventory_level:max'), (level, product) => readLevel(product) <= level),
		...when(query.integer('inventory_level:greater'), (level, product) => readLevel(product) > level),
		...when(query.integer('inventory_level:less'), (level, product) => readLevel(product) < level),
		...when(
			query.boolean('inventory_low'),
			(low, product) => readLevel(product) <= product.inventory_warning_level === low,
		),
		...when(
			query.boolean('out_of_stock'),
			(out, product) => (product.inventory_tracking !== 'none' && readLevel(product) <= 0) === out,
		),
	];
}

/** A date without a time gets the present time of day added, as BigCommerce does. */
function dayOrTime(query: Query, name: string): number | undefined {
	const time = query.date(name);
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(query.text(name)?.trim() ?? '');
	return time !== undefined && isDay ? time + (Date.now() % 86_400_000) : time;
}

/** Sorts by `sort` and `direction`; by id where neither is sent. */
export function sortProducts(query: Query, products: Product[], readLevel: Level): Product[] {
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
