import type { Noun } from '../../shared/request/noun';
import {
	id,
	list as listShape,
	oneOf,
	optional,
	orNull,
	record,
	text,
	type Shaped,
} from '../../shared/request/shape';
import { listWanted } from '../transport/byValues';
import { call, type BigCommerceClient } from '../transport/client';
import { whole } from '../transport/envelope';
import { list } from '../transport/paging';
import type { ApiFailure, FailureCategory } from '../../shared/request/apiFailure';
import { settle } from '../../shared/request/settle';
import { PRODUCTS } from './products';
import { skuVariantShape } from './variants';

const trackedShape = record({
	id,
	sku: orNull(text),
	/** null for products with options. */
	base_variant_id: orNull(id),
	inventory_tracking: oneOf('none', 'product', 'variant'),
	/** Where they were asked for. */
	variants: optional(listShape(skuVariantShape)),
});

/** A product with as much as finding SKUs and tracking modes takes. */
export type TrackedProduct = Shaped<typeof trackedShape>;

const trackedProduct: Noun<TrackedProduct> = {
	words: 'product',
	shape: trackedShape,
	keyOf: ({ id: own }) => own,
};

const TRACKED_PRODUCTS = {
	...PRODUCTS,
	noun: trackedProduct,
	query: { include_fields: 'sku,inventory_tracking,base_variant_id', sort: 'id', direction: 'asc' },
};

/**
 * The products whose own SKU is one of these; others may be among them.
 *
 * @throws {ApiFailure}
 */
export function listTrackedBySku(client: BigCommerceClient, skus: string[]): AsyncGenerator<TrackedProduct> {
	return listWanted(client, { ...TRACKED_PRODUCTS, values: skus, manyFilter: 'sku:in', oneFilter: 'sku' });
}

/**
 * The products with these IDs, as far as they exist; others may be among them.
 *
 * @throws {ApiFailure}
 */
export function listTrackedById(client: BigCommerceClient, ids: number[]): AsyncGenerator<TrackedProduct> {
	return listWanted(client, { ...TRACKED_PRODUCTS, values: ids.map(String), manyFilter: 'id:in' });
}

/**
 * Every product of the store, together with its variants as far as BigCommerce gives them next to a choice
 * of fields, which it does not say.
 *
 * @throws {ApiFailure}
 */
export function listTrackedWithVariants(client: BigCommerceClient): AsyncGenerator<TrackedProduct> {
	return list(client, { ...TRACKED_PRODUCTS, query: { ...TRACKED_PRODUCTS.query, include: 'variants' } });
}

/** BigCommerce takes no more products in one request. */
export const PRODUCTS_PER_CHANGE = 10;

const changedProduct: Noun<{ id: number }> = {
	words: 'product',
	shape: record({ id }),
	keyOf: ({ id: own }) => own,
};

/**
 * Switches the inventory tracking of products, at most {@link PRODUCTS_PER_CHANGE}: all of them or none.
 *
 * @param refusals returned instead of thrown
 * @returns the refusal; undefined when all were switched
 * @throws {ApiFailure}
 */
export async function changeTracking(
	client: BigCommerceClient,
	changes: Array<{ id: number; inventory_tracking: TrackedProduct['inventory_tracking'] }>,
	refusals: FailureCategory[],
): Promise<ApiFailure | undefined> {
	const request = {
		method: 'PUT' as const,
		path: PRODUCTS.path,
		body: changes,
		repeatable: true,
		subject: 'switching inventory tracking on',
	};
	const { failure } = await settle(call(client, whole(changedProduct), request));
	if (failure !== undefined && !refusals.includes(failure.category)) throw failure;
	return failure;
}
