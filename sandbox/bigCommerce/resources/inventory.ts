import { randomUUID } from 'node:crypto';
import { adjust } from '../inventory/adjustments';
import { changeStockSettings } from '../inventory/stockSettings';
import { levelsAsShown, showItem, showItemAt } from '../inventory/stockView';
import { bare } from '../http/answers';
import { notFound } from '../http/apiProblem';
import { bodyOf, type Call } from '../http/call';
import type { Route } from '../http/routes';
import type { StockItem } from '../records/stockItem';
import { locations } from '../seed/locations';
import type { Resource } from './resource';

const scopes = ['inventory' as const];
const pageSize = () => ({ normal: 50, maximum: 1000 });

/** Stock by item, at all locations or at those asked for. */
export const inventoryItems: Resource<StockItem> = {
	path: '/v3/inventory/items',
	scopes,
	form: 'v3',
	pageSize,
	records: itemsAsked,
	render: (call) => {
		const ids = call.query.integers('location_id:in');
		const codes = call.query.list('location_code:in');
		const asked = locations
			.filter(({ id, code }) => (ids?.includes(id) ?? true) && (codes?.includes(code) ?? true))
			.map(({ id }) => id);
		const asShown = levelsAsShown(call);
		return (item) => showItem(asShown(item), asked, call.store);
	},
};

/** Stock by item at one location. */
export const inventoryAtLocation: Resource<StockItem> = {
	path: '/v3/inventory/locations/:id/items',
	scopes,
	form: 'v3',
	pageSize,
	records: (call) => {
		knownLocation(call);
		return itemsAsked(call);
	},
	render: (call) => {
		const asShown = levelsAsShown(call);
		return (item) => showItemAt(asShown(item), knownLocation(call), call.store);
	},
};

/** The ways to change stock and its settings. */
export const inventoryRoutes: readonly Route[] = [
	{
		method: 'PUT',
		path: '/v3/inventory/locations/:id/items',
		scopes,
		answer: (call) => {
			changeStockSettings(call.store, knownLocation(call), bodyOf(call).settings);
			return transaction();
		},
	},
	{
		method: 'PUT',
		path: '/v3/inventory/adjustments/absolute',
		scopes,
		answer: ({ store, body }) => {
			adjust(store, 'absolute', body);
			return transaction();
		},
	},
	{
		method: 'POST',
		path: '/v3/inventory/adjustments/relative',
		scopes,
		answer: ({ store, body }) => {
			adjust(store, 'relative', body);
			return transaction();
		},
	},
];

/** Writes of stock are answered without V3's envelope. */
function transaction() {
	return bare({ transaction_id: randomUUID() });
}

function knownLocation({ params }: Call): number {
	const location = locations.find(({ id }) => String(id) === params.id);
	if (!location) throw notFound();
	return location.id;
}

/** Items named by the `:in` filters, each filter narrowing what the others leave; without any, all of them. */
function itemsAsked({ query, store }: Call): StockItem[] {
	const { state, settings, stockIndex: index } = store;
	const skus = query.list('sku:in')?.flatMap((sku) => index.bySku(sku, settings.inventorySkuMatch) ?? []);
	const variants = query.integers('variant_id:in')?.flatMap((id) => index.byVariant(id) ?? []);
	const products = query.integers('product_id:in')?.flatMap((id) => index.byProduct(id));
	const filters = [skus, variants, products].filter((found) => found !== undefined);
	const named =
		filters.length > 0
			? filters.reduce((left, right) => left.filter((item) => right.includes(item)))
			: state.stock.values();
	return [...new Set(named)].filter((item) => settings.untrackedInInventory || item.tracking !== 'none');
}
