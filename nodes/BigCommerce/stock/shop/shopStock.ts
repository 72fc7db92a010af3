import { groupBy } from 'lodash';
import type { ShopStockRow } from '../../../../sync/stock/stockPlan';
import { collect } from '../../../shared/parameters/limit';
import { listWanted } from '../../transport/byValues';
import type { BigCommerceClient } from '../../transport/client';
import { list } from '../../transport/paging';
import {
	findAmongProducts,
	findInCatalogue,
	readProducts,
	variantsOf,
	type CatalogueEntry,
} from './catalogue';
import { INVENTORY_ITEMS, type InventoryItem, type LocationStock } from '../../api/inventoryItems';
import { readTracking, trackingModes, type Tracking } from './tracking';

export interface ShopReading {
	/** The SKUs wanted, as they are asked for. */
	skus: string[];
	/** What two SKUs have in common to be the same. */
	keyOf: (sku: string) => string;
	/** The locations whose stock is wanted. */
	locationIds: ReadonlySet<number>;
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
	{ keyOf, locationIds }: ShopReading,
): Promise<ShopStockRow[]> {
	const products = await readProducts(store);
	const tracking = trackingModes(products);
	const rows: ShopStockRow[] = [];
	for await (const item of list(store, INVENTORY_ITEMS)) rows.push(...rowsOf(item, tracking, locationIds));
	for (const { sku } of rows) open.delete(keyOf(sku ?? ''));
	if (open.size === 0) return rows;
	const found = await findAmongProducts(store, products, [...open.values()]);
	return [...rows, ...rowsOfEntries(found, rows)];
}

async function readWanted(
	store: BigCommerceClient,
	open: Map<string, string>,
	{ skus, keyOf, locationIds }: ShopReading,
): Promise<ShopStockRow[]> {
	const wanted = { ...INVENTORY_ITEMS, values: skus, manyFilter: 'sku:in' };
	const items: InventoryItem[] = [];
	for await (const item of listWanted(store, wanted)) {
		if (open.has(keyOf(item.identity.sku ?? ''))) items.push(item);
	}
	const tracking = await readTracking(store, productIdsOf(items));
	const rows = items.flatMap((item) => rowsOf(item, tracking, locationIds));
	for (const { sku } of rows) open.delete(keyOf(sku ?? ''));
	if (open.size === 0) return rows;
	const found = await findInCatalogue(store, [...open.values()]);
	return [...rows, ...rowsOfEntries(found, await keepersOf(store, found, locationIds))];
}

function productIdsOf(items: InventoryItem[]): number[] {
	return [...new Set(items.map(({ identity }) => identity.product_id))];
}

/** One row per wanted location. None when the product has meanwhile been deleted. */
function rowsOf(
	{ identity, locations: all }: InventoryItem,
	tracking: Map<number, Tracking>,
	locationIds: ReadonlySet<number>,
): ShopStockRow[] {
	const locations = all.filter(({ location_id }) => locationIds.has(location_id));
	const mode = tracking.get(identity.product_id);
	if (mode === undefined) return [];
	if (locations.length === 0) return [stockRow(identity, mode, null)];
	return locations.map((location) => stockRow(identity, mode, location));
}

/** Spelled out: copied from another object a row takes four times the memory, 100,000 times over. */
function stockRow(
	{ sku, product_id, variant_id }: InventoryItem['identity'],
	tracking: Tracking,
	location: LocationStock | null,
): ShopStockRow {
	return {
		sku,
		productId: product_id,
		variantId: variant_id,
		tracking,
		locationId: location?.location_id ?? null,
		onHand: location?.total_inventory_onhand ?? null,
		safetyStock: location?.settings?.safety_stock ?? 0,
	};
}

/** The stock of the tracked products among the entries, under whatever SKUs it is listed. */
async function keepersOf(
	store: BigCommerceClient,
	entries: CatalogueEntry[],
	locationIds: ReadonlySet<number>,
): Promise<ShopStockRow[]> {
	const tracked = entries.filter(({ tracking }) => tracking !== 'none');
	if (tracked.length === 0) return [];
	const values = [...new Set(tracked.map(({ productId }) => String(productId)))];
	const request = { ...INVENTORY_ITEMS, values, manyFilter: 'product_id:in' };
	const tracking = new Map(tracked.map((entry) => [entry.productId, entry.tracking]));
	const items = await collect(listWanted(store, request));
	return items.flatMap((item) => rowsOf(item, tracking, locationIds));
}

/**
 * Rows of SKUs that are no inventory item's own: untracked, never stocked, with a comma in them, or a
 * variant's whose product keeps the stock.
 *
 * @param stock rows among which those of whoever keeps their stock are
 */
function rowsOfEntries(entries: CatalogueEntry[], stock: ShopStockRow[]): ShopStockRow[] {
	const productIds = new Set(entries.map(({ productId }) => productId));
	const byProduct = groupBy(
		stock.filter(({ productId }) => productIds.has(productId)),
		({ productId }) => productId,
	);
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
