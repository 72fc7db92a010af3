import type { IDataObject } from 'n8n-workflow';
import type { QueryValue } from '../../shared/request/apiProfile';
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
import { listByValues } from '../transport/byValues';
import { call, type BigCommerceClient } from '../transport/client';
import { one } from '../transport/envelope';
import { list, readPage } from '../transport/paging';
import { possibleSkus } from './possibleSkus';
import { variantShape } from './variants';

/** The list of products. */
export const PRODUCTS = { path: '/v3/catalog/products', subject: 'the list of products' };

const nameFields = { id, name: text, sku: orNull(text) };

const namedShape = record(nameFields);

/** What a product is called. */
export type NamedProduct = Shaped<typeof namedShape>;

const productShape = record({ ...nameFields, variants: optional(listShape(variantShape)) });

/** A product as BigCommerce gives it, with as many fields as were asked for. */
export type ProductRow = IDataObject & Shaped<typeof productShape>;

const words = 'product';

const keyOf = ({ id: own }: { id: number }) => own;

const namedProduct: Noun<NamedProduct> = { words, shape: namedShape, keyOf };

const product: Noun<ProductRow> = { words, shape: productShape as Shape<ProductRow>, keyOf };

/** How much of a product is wanted. */
export interface ProductFields {
	/** With `id`, which always comes, only what tells a product apart and decides about its stock. */
	simplify: boolean;
	includeVariants: boolean;
}

const SIMPLE_FIELDS = [
	'name',
	'sku',
	'type',
	'price',
	'inventory_tracking',
	'inventory_level',
	'is_visible',
	'availability',
	'date_modified',
];

function fieldsQuery({ simplify, includeVariants }: ProductFields): Record<string, QueryValue> {
	return {
		include_fields: simplify ? SIMPLE_FIELDS.join(',') : undefined,
		include: includeVariants ? 'variants' : undefined,
	};
}

/** @throws {ApiFailure} */
export async function readProduct(
	client: BigCommerceClient,
	productId: number,
	fields: ProductFields,
): Promise<ProductRow> {
	return await call(client, one(product), {
		method: 'GET',
		path: `${PRODUCTS.path}/${productId}`,
		query: fieldsQuery(fields),
		subject: `product ${productId}`,
	});
}

export interface ProductFilters {
	/** Products with one of these SKUs of their own. */
	skus?: string[];
	ids?: string[];
	/** BigCommerce's other filters. */
	query: Record<string, QueryValue>;
}

/**
 * Products in order of their IDs, as far as the caller keeps asking.
 *
 * @throws {ApiFailure}
 */
export function listProducts(
	client: BigCommerceClient,
	{ skus, ids, query: filters }: ProductFilters,
	fields: ProductFields,
	limit?: number,
): AsyncGenerator<ProductRow> {
	const query = { ...fieldsQuery(fields), sort: 'id', direction: 'asc', ...filters };
	const request = { ...PRODUCTS, noun: product, query, limit };
	if (skus !== undefined) {
		return listByValues(client, {
			...request,
			query: { ...query, 'id:in': ids?.join(',') },
			values: possibleSkus(skus),
			manyFilter: 'sku:in',
			oneFilter: 'sku',
		});
	}
	if (ids !== undefined) return listByValues(client, { ...request, values: ids, manyFilter: 'id:in' });
	return list(client, request);
}

/**
 * Products whose own SKU is this one, whatever its case; others may be among them.
 *
 * @throws {ApiFailure}
 */
export function listProductsBySku(client: BigCommerceClient, sku: string): AsyncGenerator<NamedProduct> {
	return listByValues(client, {
		...PRODUCTS,
		noun: namedProduct,
		query: { include_fields: 'name,sku' },
		subject: `the products with SKU ${sku}`,
		values: possibleSkus([sku]),
		oneFilter: 'sku',
	});
}

/**
 * A page of the products that somebody may mean, by name.
 *
 * @param keyword words in name, description, SKU or brand; undefined for all products
 * @param number counted from 1
 * @throws {ApiFailure}
 */
export async function searchProducts(
	client: BigCommerceClient,
	keyword: string | undefined,
	number: number,
	pageSize: number,
): Promise<{ rows: NamedProduct[]; isLast: boolean }> {
	const query = { keyword, include_fields: 'name,sku', sort: 'name', direction: 'asc' };
	return await readPage(client, { ...PRODUCTS, noun: namedProduct, query, pageSize }, number);
}
