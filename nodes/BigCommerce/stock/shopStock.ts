import { groupBy } from 'lodash';
import type { ShopStockRow } from '../../../sync/stock/stockPlan';
import { collect } from '../../shared/limit';
import { listWanted } from '../transport/byValues';
import type { BigCommerceClient } from '../transport/client';
import { list } from '../transport/paging';
import { findAmongProducts, findInCatalogue, variantsOf, type CatalogueEntry } from './catalogue';
import { INVENTORY_ITEMS, type InventoryItem } from './inventoryItem';
import {
	readTracking,
	TRACKED_PRODUCTS,
	trackingModes,
	type TrackedProduct,
	type Tracking,
} from './tracking';

export interface ShopReading {
	/** The SKUs wanted, as they are asked for. */
	skus: string[];
	/** What two SKUs have in common to be the same. */
	keyOf: (sku: string) => string;
	/** Read everything the shop keeps stock of, whether wanted or not. */
	wholeShop: boolean;
	/** Read all variants of products whose tracking is off, wanted or not. */
	untrackedWhole: boolean;
}

/**
 * What the shop has under the wanted SKUs: product, variant, tracking mode, and stock at each location.
 * An SKU that the shop does not have gives no row.
 *
 * Three lists hold it, and none holds all: inventory items have SKU and stock but not the tracking
 * mode; products have that, and their own SKU; variants have the SKUs of what is not tracked, and of
 * what has never had any stock. Each is asked only for what the one before left open.
 */
export async function readShopStock(store: BigCommerceClient, reading: ShopReading): Promise<ShopStockRow[]> {
	const open = new Map(reading.skus.map((sku) => [reading.keyOf(sku), sku]));
	const rows = reading.wholeShop
		? await readWholeShop(store, open, reading)
		: await readWanted(store, open, reading);
	return reading.untrackedWhole ? await withAllVariants(store, rows) : rows;
}

async function readWholeShop(
	store: BigCommerceClient,
	open: Map<string, string>,
	{ keyOf }: ShopReading,
): Promise<ShopStockRow[]> {
	const products = await collect(list<TrackedProduct>(store, TRACKED_PRODUCTS));
	const tracking = trackingModes(products);
	const rows: ShopStockRow[] = [];
	for await (const item of list<InventoryItem>(store, INVENTORY_ITEMS)) rows.push(...rowsOf(item, tracking));
	for (const { sku } of rows) open.delete(keyOf(sku ?? ''));
	if (open.size === 0) return rows;
	const found = await findAmongProducts(store, products, [...open.values()]);
	return [...rows, ...rowsOfEntries(found, rows)];
}

async function readWanted(
	store: BigCommerceClient,
	open: Map<string, string>,
	{ skus, keyOf }: ShopReading,
): Promise<ShopStockRow[]> {
	const wanted = { ...INVENTORY_ITEMS, values: skus, manyFilter: 'sku:in' };
	const items: InventoryItem[] = [];
	for await (const item of listWanted<InventoryItem>(store, wanted)) {
		if (open.has(keyOf(item.identity.sku ?? ''))) items.push(item);
	}
	const tracking = await readTracking(store, productIdsOf(items));
	const rows = items.flatMap((item) => rowsOf(item, tracking));
	for (const { sku } of rows) open.delete(keyOf(sku ?? ''));
	if (open.size === 0) return rows;
	const found = await findInCatalogue(store, [...open.values()]);
	return [...rows, ...rowsOfEntries(found, await keepersOf(store, found))];
}

function productIdsOf(items: InventoryItem[]): number[] {
	return [...new Set(items.map(({ identity }) => identity.product_id))];
}

/** One row per location. None when the product has meanwhile been deleted. */
function rowsOf({ identity, locations }: InventoryItem, tracking: Map<number, Tracking>): ShopStockRow[] {
	const mode = tracking.get(identity.product_id);
	if (mode === undefined) return [];
	const row = {
		sku: identity.sku,
		productId: identity.product_id,
		variantId: identity.variant_id,
		tracking: mode,
	};
	if (locations.length === 0) return [{ ...row, locationId: null, onHand: null, safetyStock: 0 }];
	return locations.map((location) => ({
		...row,
		locationId: location.location_id,
		onHand: location.total_inventory_onhand,
		safetyStock: location.settings?.safety_stock ?? 0,
	}));
}

/** The stock of the tracked products among the entries, under whatever SKUs it is listed. */
async function keepersOf(store: BigCommerceClient, entries: CatalogueEntry[]): Promise<ShopStockRow[]> {
	const tracked = entries.filter(({ tracking }) => tracking !== 'none');
	if (tracked.length === 0) return [];
	const values = [...new Set(tracked.map(({ productId }) => String(productId)))];
	const request = { ...INVENTORY_ITEMS, values, manyFilter: 'product_id:in' };
	const tracking = new Map(tracked.map((entry) => [entry.productId, entry.tracking]));
	const items = await collect(listWanted<InventoryItem>(store, request));
	return items.flatMap((item) => rowsOf(item, tracking));
}

/**
 * Rows of SKUs that are no inventory item's own: untracked, never stocked, with a comma in them, or a
 * variant's whose product keeps the stock.
 *
 * @param stock rows among which those of whoever keeps their stock are
 */
function rowsOfEntries(entries: CatalogueEntry[], stock: ShopStockRow[]): ShopStockRow[] {
	const byProduct = groupBy(stock, ({ productId }) => productId);
	return entries.flatMap((entry) => {
		const kept = (byProduct[entry.productId] ?? []).filter(
			({ variantId }) => entry.tracking === 'product' || variantId === entry.variantId,
		);
		const withoutStock = { ...entry, locationId: null, onHand: null, safetyStock: 0 };
		return kept.length === 0 ? [withoutStock] : kept.map((row) => ({ ...row, ...entry }));
	});
}

async function withAllVariants(store: BigCommerceClient, rows: ShopStockRow[]): Promise<ShopStockRow[]> {
	const untracked = rows.filter(({ tracking }) => tracking === 'none');
	if (untracked.length === 0) return rows;
	const known = new Set(untracked.map(({ variantId }) => variantId));
	const variants = await variantsOf(store, [...new Set(untracked.map(({ productId }) => productId))]);
	const others = variants
		.filter(({ id }) => !known.has(id))
		.map(({ id, product_id, sku }) => ({
			sku,
			productId: product_id,
			variantId: id,
			tracking: 'none' as const,
		}));
	return [...rows, ...others.map((row) => ({ ...row, locationId: null, onHand: null, safetyStock: 0 }))];
}
