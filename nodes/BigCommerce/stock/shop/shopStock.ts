import { uniq } from 'lodash';
import type { ShopStockRow } from '../../../../sync/stock/stockPlan';
import { collect } from '../../../shared/parameters/limit';
import {
	listInventory,
	listInventoryBySku,
	listInventoryOf,
	type InventoryItem,
} from '../../api/inventoryItems';
import { listVariantsOf } from '../../api/variants';
import type { BigCommerceClient } from '../../transport/client';
import {
	AskedCatalogue,
	WholeCatalogue,
	type Catalogue,
	type CatalogueEntry,
	type Tracking,
} from './catalogue';
import { rowsOfEntries, stockRow } from './stockRows';
import type { WantedSkus } from './wantedSkus';

export interface ShopReading {
	wanted: WantedSkus;
	/** The locations whose stock is wanted. */
	locationIds: ReadonlySet<number>;
	/** Read everything the shop keeps stock of, whether wanted or not. */
	wholeShop: boolean;
	/** Read all variants of products whose tracking is off, wanted or not. */
	untrackedWhole: boolean;
}

/**
 * Reads what the shop has under the wanted SKUs: product, variant, tracking mode, and stock at each
 * location. An SKU that the shop does not have gives no row.
 *
 * Three lists hold it, and none holds all: inventory items have SKU and stock but not the tracking
 * mode; products have that, and their own SKU; variants have the SKUs of what is not tracked, and of
 * what has never had any stock. Each is asked only for what the one before left open.
 *
 * @throws {ApiFailure}
 */
export async function readShopStock(store: BigCommerceClient, reading: ShopReading): Promise<ShopStockRow[]> {
	const reader = new StockReader(store, reading);
	const rows = reading.wholeShop ? await reader.readAll() : await reader.readWanted();
	return reading.untrackedWhole ? [...rows, ...(await reader.otherVariantsOf(rows))] : rows;
}

class StockReader {
	constructor(
		private readonly store: BigCommerceClient,
		private readonly reading: ShopReading,
	) {}

	async readAll(): Promise<ShopStockRow[]> {
		const catalogue = await WholeCatalogue.read(this.store);
		const tracking = await catalogue.trackingOf();
		const rows: ShopStockRow[] = [];
		for await (const item of listInventory(this.store)) rows.push(...this.rowsOf(item, tracking));
		return await this.withRest(rows, catalogue, () => rows);
	}

	async readWanted(): Promise<ShopStockRow[]> {
		const { wanted } = this.reading;
		const items: InventoryItem[] = [];
		for await (const item of listInventoryBySku(this.store, wanted.skus)) {
			if (wanted.has(item.identity.sku)) items.push(item);
		}
		const catalogue = new AskedCatalogue(this.store);
		const tracking = await catalogue.trackingOf(uniq(items.map(({ identity }) => identity.product_id)));
		const rows = items.flatMap((item) => this.rowsOf(item, tracking));
		return await this.withRest(rows, catalogue, async (entries) => await this.stockOf(entries));
	}

	/** Variants of the untracked products among the rows that are not among them. */
	async otherVariantsOf(rows: ShopStockRow[]): Promise<ShopStockRow[]> {
		const untracked = rows.filter(({ tracking }) => tracking === 'none');
		if (untracked.length === 0) return [];
		const known = new Set(untracked.map(({ variantId }) => variantId));
		const productIds = uniq(untracked.map(({ productId }) => productId));
		const variants = await collect(listVariantsOf(this.store, productIds));
		return variants
			.filter(({ id }) => !known.has(id))
			.map(({ id, product_id, sku }) => stockRow({ sku, product_id, variant_id: id }, 'none'));
	}

	/**
	 * The rows, and those of SKUs that are no inventory item's own: untracked, never stocked, with a comma
	 * in them, or a variant's whose product keeps the stock.
	 *
	 * @param stockOf gives rows among which are those of whoever keeps the stock of the entries
	 */
	private async withRest(
		rows: ShopStockRow[],
		catalogue: Catalogue,
		stockOf: (entries: CatalogueEntry[]) => ShopStockRow[] | Promise<ShopStockRow[]>,
	): Promise<ShopStockRow[]> {
		const open = this.reading.wanted.without(rows);
		if (open.isEmpty) return rows;
		const entries = await catalogue.find(open);
		return [...rows, ...rowsOfEntries(entries, await stockOf(entries))];
	}

	/** The stock of the tracked products among the entries, under whatever SKUs it is listed. */
	private async stockOf(entries: CatalogueEntry[]): Promise<ShopStockRow[]> {
		const tracked = entries.filter(({ tracking }) => tracking !== 'none');
		if (tracked.length === 0) return [];
		const modes = new Map(tracked.map(({ productId, tracking }) => [productId, tracking]));
		const items = await collect(listInventoryOf(this.store, [...modes.keys()]));
		return items.flatMap((item) => this.rowsOf(item, modes));
	}

	/** One row per wanted location. None when the product has meanwhile been deleted. */
	private rowsOf(
		{ identity, locations }: InventoryItem,
		modes: ReadonlyMap<number, Tracking>,
	): ShopStockRow[] {
		const mode = modes.get(identity.product_id);
		if (mode === undefined) return [];
		const wanted = locations.filter(({ location_id }) => this.reading.locationIds.has(location_id));
		if (wanted.length === 0) return [stockRow(identity, mode)];
		return wanted.map((location) => stockRow(identity, mode, location));
	}
}
