import type { IDataObject } from 'n8n-workflow';
import type { Noun } from '../../shared/request/noun';
import {
	id,
	list as listShape,
	optional,
	orNull,
	record,
	text,
	type Shape,
	type Shaped,
} from '../../shared/request/shape';
import { listByValues, listWanted } from '../transport/byValues';
import type { BigCommerceClient } from '../transport/client';
import { list } from '../transport/paging';

const skuFields = { id, product_id: id, sku: orNull(text) };

/** As much of a variant as finding SKUs takes. Base variants may have no SKU of their own. */
export const skuVariantShape = record(skuFields);

export type SkuVariant = Shaped<typeof skuVariantShape>;

export const variantShape = record({
	...skuFields,
	option_values: optional(listShape(record({ label: optional(text) }))),
});

/** A variant as BigCommerce gives it. */
export type VariantRow = IDataObject & Shaped<typeof variantShape>;

const words = 'variant';

const keyOf = ({ id: own }: { id: number }) => own;

const skuVariant: Noun<SkuVariant> = { words, shape: skuVariantShape, keyOf };

const variant: Noun<VariantRow> = { words, shape: variantShape as Shape<VariantRow>, keyOf };

const VARIANTS = { path: '/v3/catalog/variants', subject: 'the list of variants' };

const SKUS_ONLY = { ...VARIANTS, noun: skuVariant, query: { include_fields: 'product_id,sku' } };

/**
 * Variants of the whole store or, where `productIds` are given, of some products. With `skus` every variant
 * that has one of them is among what comes; more may come, and the caller picks out its own.
 *
 * @param limit rows wanted in all, for lists without SKUs
 * @throws {ApiFailure}
 */
export function listVariants(
	client: BigCommerceClient,
	{ skus, productIds }: { skus?: string[]; productIds?: string[] },
	limit?: number,
): AsyncGenerator<VariantRow> {
	const request = { ...VARIANTS, noun: variant };
	if (skus !== undefined) {
		const query = { 'product_id:in': productIds?.join(',') };
		return listWanted(client, { ...request, query, values: skus, oneFilter: 'sku' });
	}
	return productIds === undefined
		? list(client, { ...request, limit })
		: listByValues(client, { ...request, limit, values: productIds, manyFilter: 'product_id:in' });
}

/**
 * The variants that have one of the SKUs; others may be among them.
 *
 * @throws {ApiFailure}
 */
export function listVariantsBySku(client: BigCommerceClient, skus: string[]): AsyncGenerator<SkuVariant> {
	return listWanted(client, { ...SKUS_ONLY, values: skus, oneFilter: 'sku' });
}

/**
 * All variants of some products.
 *
 * @throws {ApiFailure}
 */
export function listVariantsOf(client: BigCommerceClient, productIds: number[]): AsyncGenerator<SkuVariant> {
	return listByValues(client, {
		...SKUS_ONLY,
		values: productIds.map(String),
		manyFilter: 'product_id:in',
	});
}
