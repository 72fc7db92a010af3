import { listWanted } from '../transport/byValues';
import type { BigCommerceClient } from '../transport/client';
import { skuKey } from './skuKey';
import { readTracking, TRACKED_PRODUCTS, type TrackedProduct, type Tracking } from './tracking';

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

/** Looks SKUs up among the products' own, then those still missing among the variants'. */
export async function findInCatalogue(store: BigCommerceClient, skus: string[]): Promise<CatalogueEntry[]> {
	const open = new Map(skus.map((sku) => [skuKey(sku), sku]));
	const found = await findProducts(store, open);
	for (const { sku } of found) open.delete(skuKey(sku));
	if (open.size > 0) found.push(...(await findVariants(store, open)));
	return found;
}

async function findProducts(
	store: BigCommerceClient,
	wanted: ReadonlyMap<string, string>,
): Promise<CatalogueEntry[]> {
	const found: CatalogueEntry[] = [];
	const request = {
		...TRACKED_PRODUCTS,
		values: [...wanted.values()],
		manyFilter: 'sku:in',
		oneFilter: 'sku',
	};
	for await (const product of listWanted<TrackedProduct>(store, request)) {
		const { id, sku, base_variant_id: variantId, inventory_tracking: tracking } = product;
		// Where variants keep the stock, the product's own SKU is nothing that can be sold.
		const isSold = variantId !== null || tracking !== 'variant';
		if (isSold && wanted.has(skuKey(sku))) found.push({ sku, productId: id, variantId, tracking });
	}
	return found;
}

async function findVariants(
	store: BigCommerceClient,
	wanted: ReadonlyMap<string, string>,
): Promise<CatalogueEntry[]> {
	const variants: Array<Variant & { sku: string }> = [];
	const request = {
		path: '/v3/catalog/variants',
		query: { include_fields: 'product_id,sku' },
		subject: 'the list of variants',
		values: [...wanted.values()],
		oneFilter: 'sku',
	};
	for await (const variant of listWanted<Variant>(store, request)) {
		if (hasSku(variant) && wanted.has(skuKey(variant.sku))) variants.push(variant);
	}
	const tracking = await readTracking(store, [...new Set(variants.map(({ product_id }) => product_id))]);
	return variants.flatMap(({ id, product_id: productId, sku }) => {
		const mode = tracking.get(productId);
		return mode === undefined ? [] : [{ sku, productId, variantId: id, tracking: mode }];
	});
}

function hasSku(variant: Variant): variant is Variant & { sku: string } {
	return variant.sku !== null && variant.sku !== '';
}
