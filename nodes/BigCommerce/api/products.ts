import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
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
import { v3Date } from '../transport/dates';
import { one } from '../transport/envelope';
import { list, readPage } from '../transport/paging';
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
	return await call(client, one(product, productId), {
		method: 'GET',
		path: `${PRODUCTS.path}/${productId}`,
		query: fieldsQuery(fields),
		subject: `product ${productId}`,
	});
}

export interface ProductFilters {
	channelId?: string;
	/** Words in the name, description, SKU or brand. */
	keyword?: string;
	modifiedFrom?: DateTime;
	modifiedUntil?: DateTime;
	name?: string;
	visible?: boolean;
}

const FILTER_NAMES: Record<keyof ProductFilters, string> = {
	channelId: 'channel_id:in',
	keyword: 'keyword',
	modifiedFrom: 'date_modified:min',
	modifiedUntil: 'date_modified:max',
	name: 'name',
	visible: 'is_visible',
};

function filtersQuery(filters: ProductFilters): Record<string, QueryValue> {
	const query: Record<string, QueryValue> = {};
	for (const name of Object.keys(filters) as Array<keyof ProductFilters>) {
		const value = filters[name];
		query[FILTER_NAMES[name]] = value instanceof DateTime ? v3Date(value) : value;
	}
	return query;
}

export interface WantedProducts {
	/** Products with one of these SKUs of their own. */
	skus?: string[];
	ids?: string[];
	filters?: ProductFilters;
}

/**
 * Products in order of their IDs, as far as the caller keeps asking.
 *
 * @throws {ApiFailure}
 */
export function listProducts(
	client: BigCommerceClient,
	{ skus, ids, filters = {} }: WantedProducts,
	fields: ProductFields,
	limit?: number,
): AsyncGenerator<ProductRow> {
	const query = { ...fieldsQuery(fields), sort: 'id', direction: 'asc', ...filtersQuery(filters) };
	const request = { ...PRODUCTS, noun: product, query, limit };
	if (skus !== undefined) {
		return listByValues(client, {
			...request,
			query: { ...query, 'id:in': ids?.join(',') },
			values: skus,
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
		values: [sku],
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
