import { collect } from '../../shared/limit';
import { listByValues, listWanted } from '../transport/byValues';
import type { BigCommerceClient } from '../transport/client';
import { skuKey } from './skuKey';
import {
	readTracking,
	TRACKED_PRODUCTS,
	trackingModes,
	type TrackedProduct,
	type Tracking,
} from './tracking';

/** Where an SKU stands in the catalogue. */
export interface CatalogueEntry {
	sku: string;
	productId: number;
	variantId: number | null;
	tracking: Tracking;
}

interface Variant {
	id: number;
	product_id: number;
	sku: string | null;
}

const VARIANTS = {
	path: '/v3/catalog/variants',
	query: { include_fields: 'product_id,sku' },
	subject: 'the list of variants',
};

/** Products whose variants fit one page, more or less. */
const PRODUCTS_PER_PAGE_OF_VARIANTS = 80;

/** Looks SKUs up among the products' own, then those still missing among the variants'. */
export async function findInCatalogue(store: BigCommerceClient, skus: string[]): Promise<CatalogueEntry[]> {
	const request = { ...TRACKED_PRODUCTS, values: skus, manyFilter: 'sku:in', oneFilter: 'sku' };
	const products = await collect(listWanted<TrackedProduct>(store, request));
	const open = bySku(skus);
	const found = takeProducts(products, open);
	const variants = await variantsBySku(store, open);
	const productIds = [...new Set(variants.map(({ product_id }) => product_id))];
	return [...found, ...entriesOf(variants, await readTracking(store, productIds))];
}

/** The same where all products have been read: only variants of products with options can be missing then. */
export async function findAmongProducts(
	store: BigCommerceClient,
	products: TrackedProduct[],
	skus: string[],
): Promise<CatalogueEntry[]> {
	const open = bySku(skus);
	const found = takeProducts(products, open);
	const withOptions = products.filter(({ base_variant_id }) => base_variant_id === null);
	const variants =
		open.size <= withOptions.length / PRODUCTS_PER_PAGE_OF_VARIANTS
			? await variantsBySku(store, open)
			: await variantsOf(
					store,
					withOptions.map(({ id }) => id),
				);
	const wanted = variants.filter(({ sku }) => open.has(skuKey(sku ?? '')));
	return [...found, ...entriesOf(wanted, trackingModes(products))];
}

/** All variants of some products. */
export async function variantsOf(store: BigCommerceClient, productIds: number[]): Promise<Variant[]> {
	const request = { ...VARIANTS, values: productIds.map(String), manyFilter: 'product_id:in' };
	return await collect(listByValues<Variant>(store, request));
}

async function variantsBySku(store: BigCommerceClient, open: Map<string, string>): Promise<Variant[]> {
	if (open.size === 0) return [];
	const request = { ...VARIANTS, values: [...open.values()], oneFilter: 'sku' };
	const variants = await collect(listWanted<Variant>(store, request));
	return variants.filter(({ sku }) => open.has(skuKey(sku ?? '')));
}

function bySku(skus: string[]): Map<string, string> {
	return new Map(skus.map((sku) => [skuKey(sku), sku]));
}

/** The products that are sold under one of the SKUs, which are then no longer open. */
function takeProducts(products: TrackedProduct[], open: Map<string, string>): CatalogueEntry[] {
	const found: CatalogueEntry[] = [];
	for (const { id, sku, base_variant_id: variantId, inventory_tracking: tracking } of products) {
		// Where variants keep the stock, the product's own SKU is nothing that can be sold.
		const isSold = variantId !== null || tracking !== 'variant';
		if (isSold && open.has(skuKey(sku))) found.push({ sku, productId: id, variantId, tracking });
	}
	for (const { sku } of found) open.delete(skuKey(sku));
	return found;
}

function entriesOf(variants: Variant[], tracking: Map<number, Tracking>): CatalogueEntry[] {
	return variants.flatMap(({ id, product_id: productId, sku }) => {
		const mode = tracking.get(productId);
		return mode === undefined || !sku ? [] : [{ sku, productId, variantId: id, tracking: mode }];
	});
}
