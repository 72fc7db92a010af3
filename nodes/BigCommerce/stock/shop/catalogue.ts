import { collect } from '../../../shared/parameters/limit';
import { listTrackedBySku, listTrackedWithVariants, type TrackedProduct } from '../../api/productTracking';
import { listVariantsBySku, listVariantsOf, type SkuVariant } from '../../api/variants';
import type { BigCommerceClient } from '../../transport/client';
import { skuKey } from './skuKey';
import { readTracking, trackingModes, type Tracking } from './tracking';

/** Where an SKU stands in the catalogue. */
export interface CatalogueEntry {
	sku: string;
	productId: number;
	variantId: number | null;
	tracking: Tracking;
}

/** Looks SKUs up among the products' own, then those still missing among the variants'. */
export async function findInCatalogue(store: BigCommerceClient, skus: string[]): Promise<CatalogueEntry[]> {
	const products = await collect(listTrackedBySku(store, skus));
	const open = bySku(skus);
	const found = takeProducts(products, open);
	const variants = await variantsBySku(store, open);
	const productIds = [...new Set(variants.map(({ product_id }) => product_id))];
	return [...found, ...entriesOf(variants, await readTracking(store, productIds))];
}

/** Every product of the store, those with options together with their variants. */
export async function readProducts(store: BigCommerceClient): Promise<TrackedProduct[]> {
	const products: TrackedProduct[] = [];
	for await (const product of listTrackedWithVariants(store)) {
		const isPlain = product.base_variant_id !== null;
		product.variants = isPlain ? undefined : product.variants?.map(essentials);
		products.push(product);
	}
	return products;
}

/** A variant comes with all its prices and options, which would fill the memory. */
function essentials({ id, product_id, sku }: SkuVariant): SkuVariant {
	return { id, product_id, sku };
}

/** As {@link findInCatalogue}, among products that have been read with their variants. */
export async function findAmongProducts(
	store: BigCommerceClient,
	products: TrackedProduct[],
	skus: string[],
): Promise<CatalogueEntry[]> {
	const open = bySku(skus);
	const found = takeProducts(products, open);
	// BigCommerce does not say that it gives variants next to a choice of fields.
	const unread = products.filter(
		(product) => product.base_variant_id === null && product.variants === undefined,
	);
	const variants = [
		...products.flatMap((product) => product.variants ?? []),
		...(await variantsOf(
			store,
			unread.map(({ id }) => id),
		)),
	];
	const wanted = variants.filter(({ sku }) => open.has(skuKey(sku ?? '')));
	return [...found, ...entriesOf(wanted, trackingModes(products))];
}

/** All variants of some products. */
export async function variantsOf(store: BigCommerceClient, productIds: number[]): Promise<SkuVariant[]> {
	return await collect(listVariantsOf(store, productIds));
}

async function variantsBySku(store: BigCommerceClient, open: Map<string, string>): Promise<SkuVariant[]> {
	if (open.size === 0) return [];
	const variants = await collect(listVariantsBySku(store, [...open.values()]));
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
		if (sku !== null && isSold && open.has(skuKey(sku)))
			found.push({ sku, productId: id, variantId, tracking });
	}
	for (const { sku } of found) open.delete(skuKey(sku));
	return found;
}

function entriesOf(variants: SkuVariant[], tracking: Map<number, Tracking>): CatalogueEntry[] {
	return variants.flatMap(({ id, product_id: productId, sku }) => {
		const mode = tracking.get(productId);
		return mode === undefined || !sku ? [] : [{ sku, productId, variantId: id, tracking: mode }];
	});
}
