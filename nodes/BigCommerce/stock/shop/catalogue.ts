import { collect } from '../../../shared/parameters/limit';
import {
	listTrackedById,
	listTrackedBySku,
	listTrackedWithVariants,
	type TrackedProduct,
} from '../../api/productTracking';
import { listVariantsBySku, listVariantsOf, type SkuVariant } from '../../api/variants';
import type { BigCommerceClient } from '../../transport/client';
import type { WantedSkus } from './wantedSkus';

export type Tracking = TrackedProduct['inventory_tracking'];

/** Where an SKU stands in the catalog. */
export interface CatalogueEntry {
	sku: string;
	productId: number;
	/** undefined for a product that has options. */
	variantId: number | undefined;
	tracking: Tracking;
}

/** Products and variants as far as stock is concerned. Products that do not exist are left out. */
export interface Catalogue {
	/** Whether and where the products keep stock, by product ID. */
	trackingOf(productIds: number[]): Promise<ReadonlyMap<number, Tracking>>;
	/** Where SKUs stand: among the products' own, then those still missing among the variants'. */
	find(wanted: WantedSkus): Promise<CatalogueEntry[]>;
}

/** Asks the shop for what is wanted. */
export class AskedCatalogue implements Catalogue {
	constructor(private readonly store: BigCommerceClient) {}

	/** @throws {ApiFailure} */
	async trackingOf(productIds: number[]): Promise<ReadonlyMap<number, Tracking>> {
		return trackingModes(await collect(listTrackedById(this.store, productIds)));
	}

	/** @throws {ApiFailure} */
	async find(wanted: WantedSkus): Promise<CatalogueEntry[]> {
		const found = entriesOfProducts(await collect(listTrackedBySku(this.store, wanted.skus)), wanted);
		const open = wanted.without(found);
		const listed = open.isEmpty ? [] : await collect(listVariantsBySku(this.store, open.skus));
		const variants = listed.filter(({ sku }) => open.has(sku));
		const productIds = [...new Set(variants.map(({ product_id }) => product_id))];
		return [...found, ...entriesOfVariants(variants, await this.trackingOf(productIds))];
	}
}

/** Has all products of the shop in memory, those with options together with their variants. */
export class WholeCatalogue implements Catalogue {
	private readonly modes: ReadonlyMap<number, Tracking>;

	private constructor(
		private readonly store: BigCommerceClient,
		private readonly products: TrackedProduct[],
	) {
		this.modes = trackingModes(products);
	}

	/** @throws {ApiFailure} */
	static async read(store: BigCommerceClient): Promise<WholeCatalogue> {
		const products: TrackedProduct[] = [];
		for await (const product of listTrackedWithVariants(store)) {
			const isPlain = product.base_variant_id !== null;
			product.variants = isPlain ? undefined : product.variants?.map(essentials);
			products.push(product);
		}
		return new WholeCatalogue(store, products);
	}

	async trackingOf(): Promise<ReadonlyMap<number, Tracking>> {
		return await Promise.resolve(this.modes);
	}

	/** @throws {ApiFailure} */
	async find(wanted: WantedSkus): Promise<CatalogueEntry[]> {
		const found = entriesOfProducts(this.products, wanted);
		const open = wanted.without(found);
		const variants = (await this.variants()).filter(({ sku }) => open.has(sku));
		return [...found, ...entriesOfVariants(variants, this.modes)];
	}

	/** BigCommerce does not say that it gives variants next to a choice of fields: where it does not, they are asked for. */
	private async variants(): Promise<SkuVariant[]> {
		const unread = this.products.filter(
			(product) => product.base_variant_id === null && product.variants === undefined,
		);
		const ids = unread.map(({ id }) => id);
		const others = await collect(listVariantsOf(this.store, ids));
		return [...this.products.flatMap(({ variants }) => variants ?? []), ...others];
	}
}

/** A variant comes with all its prices and options, which would fill the memory. */
function essentials({ id, product_id, sku }: SkuVariant): SkuVariant {
	return { id, product_id, sku };
}

function trackingModes(products: TrackedProduct[]): Map<number, Tracking> {
	return new Map(products.map(({ id, inventory_tracking }) => [id, inventory_tracking]));
}

/** The products that are sold under one of the SKUs. */
function entriesOfProducts(products: TrackedProduct[], wanted: WantedSkus): CatalogueEntry[] {
	return products.flatMap(({ id, sku, base_variant_id, inventory_tracking: tracking }) => {
		const variantId = base_variant_id ?? undefined;
		// Where variants keep the stock, the product's own SKU is nothing that can be sold.
		const isSold = variantId !== undefined || tracking !== 'variant';
		return sku !== null && isSold && wanted.has(sku) ? [{ sku, productId: id, variantId, tracking }] : [];
	});
}

function entriesOfVariants(variants: SkuVariant[], modes: ReadonlyMap<number, Tracking>): CatalogueEntry[] {
	return variants.flatMap(({ id: variantId, product_id: productId, sku }) => {
		const tracking = modes.get(productId);
		return tracking === undefined || !sku ? [] : [{ sku, productId, variantId, tracking }];
	});
}
