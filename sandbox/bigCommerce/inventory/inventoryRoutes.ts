import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { notFound, unprocessable } from '../http/apiProblem';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import { adjust, maximumRows } from './adjustments';
import { availableToSell, stockReader } from './stock';
import { findStockItem, type StockIndex } from './stockIndex';
import type { Store } from '../store';
import { locations } from '../seed/locations';
import { emptyLevel, type StockItem } from '../records/stockItem';

const scopes = { config: { scopes: ['inventory' as const] } };
const pageSize = { normal: 50, maximum: 1000 };

/** Stock by item and location, and the two ways to change it. */
export function addInventoryRoutes(api: FastifyInstance, store: Store): void {
	const index = store.stockIndex;
	const page = () => ({ ...pageSize, above: store.settings.limitAboveMaximum });

	api.get('/v3/inventory/items', scopes, async (request) => {
		const query = new Query(request);
		const ids = query.integers('location_id:in');
		const codes = query.list('location_code:in');
		const asked = locations.filter(
			({ id, code }) => (ids?.includes(id) ?? true) && (codes?.includes(code) ?? true),
		);
		const asShown = levelsAsShown(request, store);
		return v3Page(
			request,
			itemsAsked(query, index, store),
			(item) =>
				showItem(
					asShown(item),
					asked.map(({ id }) => id),
					store,
				),
			page(),
		);
	});

	api.get<{ Params: { id: string } }>('/v3/inventory/locations/:id/items', scopes, async (request) => {
		const locationId = knownLocation(request.params.id);
		const asShown = levelsAsShown(request, store);
		const items = itemsAsked(new Query(request), index, store);
		return v3Page(request, items, (item) => showItemAt(asShown(item), locationId, store), page());
	});

	api.put<{ Params: { id: string } }>('/v3/inventory/locations/:id/items', scopes, async (request) => {
		changeSettings(store, index, knownLocation(request.params.id), request.body);
		return { transaction_id: randomUUID() };
	});

	api.put('/v3/inventory/adjustments/absolute', scopes, async (request) => {
		adjust(store, index, 'absolute', request.body);
		return { transaction_id: randomUUID() };
	});

	api.post('/v3/inventory/adjustments/relative', scopes, async (request) => {
		adjust(store, index, 'relative', request.body);
		return { transaction_id: randomUUID() };
	});
}

/** An item with its levels as they show now, or showed longer ago where the request meets a stale read. */
function levelsAsShown(request: FastifyRequest, store: Store): (item: StockItem) => StockItem {
	const read =
		request.fault?.kind === 'staleRead'
			? store.state.stock.readerAsOf(Date.now() - (request.fault.delayMs ?? 5000))
			: stockReader(store);
	return (item) => ({ ...item, levels: read(item.id)?.levels ?? item.levels });
}

function knownLocation(text: string): number {
	const location = locations.find(({ id }) => String(id) === text);
	if (!location) throw notFound();
	return location.id;
}

/** Items named by the `:in` filters, each filter narrowing what the others leave; without any, all of them. */
function itemsAsked(query: Query, index: StockIndex, { state, settings }: Store): StockItem[] {
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

function identityOf({ sku, variant_id, product_id, sku_id }: StockItem) {
	return { sku, variant_id, product_id, sku_id };
}

function showLevel(item: StockItem, locationId: number, { settings }: Store) {
	const level = item.levels[locationId] ?? emptyLevel;
	return {
		available_to_sell: availableToSell(item, locationId, settings.negativeAvailable),
		total_inventory_onhand: level.onhand,
		settings: {
			safety_stock: level.safetyStock,
			is_in_stock: level.isInStock,
			warning_level: level.warningLevel,
			bin_picking_number: level.binPickingNumber,
		},
	};
}

function showItem(item: StockItem, locationIds: number[], store: Store) {
	const rows = locations.filter(({ id }) => locationIds.includes(id));
	return {
		identity: identityOf(item),
		locations: rows.map(({ id, code, label, enabled }) => ({
			location_id: id,
			location_code: code,
			location_name: label,
			location_enabled: enabled,
			...showLevel(item, id, store),
		})),
	};
}

function showItemAt(item: StockItem, locationId: number, store: Store) {
	return { identity: identityOf(item), ...showLevel(item, locationId, store) };
}

interface SettingsRow {
	identity?: { sku?: string; variant_id?: number; product_id?: number };
	safety_stock?: number;
	is_in_stock?: boolean;
	warning_level?: number;
	bin_picking_number?: string;
}

/** Changes settings of items at one location; stock figures stay as they are. */
function changeSettings({ state }: Store, index: StockIndex, locationId: number, body: unknown): void {
	const rows = (body as { settings?: SettingsRow[] } | undefined)?.settings;
	if (!Array.isArray(rows))
		throw unprocessable('Missing Required Fields', { settings: 'Please provide settings.' });
	if (rows.length > maximumRows)
		throw unprocessable(`The maximum items allowed in the array is ${maximumRows}.`);
	const targets = rows.map((row) => ({ row, item: row.identity && findStockItem(index, row.identity) }));
	const unknown = targets.filter(({ item }) => !item).map(({ row }) => JSON.stringify(row.identity));
	if (unknown.length > 0) throw unprocessable(`Items with identity: [${unknown.join(', ')}] not found`);
	for (const { row, item } of targets) {
		if (!item) continue;
		const level = item.levels[locationId] ?? emptyLevel;
		const changed = {
			...level,
			safetyStock: row.safety_stock ?? level.safetyStock,
			isInStock: row.is_in_stock ?? level.isInStock,
			warningLevel: row.warning_level ?? level.warningLevel,
			binPickingNumber: row.bin_picking_number ?? level.binPickingNumber,
		};
		state.stock.update(item.id, { levels: { ...item.levels, [locationId]: changed } });
	}
}
