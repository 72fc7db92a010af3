import { catalogViewer } from '../catalog/catalogView';
import {
	changeAll,
	changeProduct,
	changeVariant,
	mostProductsAtOnce,
	mostVariantsAtOnce,
} from '../catalog/catalogChanges';
import { productFilters, sortProducts } from '../catalog/productFilters';
import { enveloped } from '../http/answers';
import { notFound } from '../http/apiProblem';
import { bodyOf, type Call } from '../http/call';
import { usualPage } from '../http/paging';
import type { Route } from '../http/routes';
import { fieldChooser } from '../listing/chosenFields';
import { integerIn, integerIs, when, type Filter } from '../listing/filters';
import type { Product, Variant } from '../records/product';
import type { Resource } from './resource';

const scopes = ['products' as const];

/** With these a page holds ten products at most. */
const heavyIncludes = ['options', 'modifiers'];

const heavyPage = { normal: 10, maximum: 10, above: 'clamped' as const };

/** `/v3/catalog/products`. */
export const products: Resource<Product> = {
	path: '/v3/catalog/products',
	scopes,
	form: 'v3',
	pageSize: ({ query }) => {
		const include = query.list('include') ?? [];
		return heavyIncludes.some((name) => include.includes(name)) ? heavyPage : usualPage;
	},
	records: ({ store }) => store.state.products.values(),
	filters: productFilters,
	sort: ({ query, store }, records) => sortProducts(query, records, catalogViewer(store).level),
	render: ({ query, store }) => {
		const [view, choose] = [catalogViewer(store), fieldChooser(query)];
		return (product) => choose(view.product(product, query.list('include') ?? []));
	},
	idName: 'id',
	find: ({ store }, id) => productOf(store.state.products.get(Number(id))),
	change: (call, product) => changeProduct(call.store, { ...bodyOf(call), id: product.id }),
};

/** The variants of one product. */
export const variantsOfProduct: Resource<Variant> = {
	path: '/v3/catalog/products/:id/variants',
	scopes,
	form: 'v3',
	records: ({ store, params }) => {
		const { variantIds } = productOf(store.state.products.get(Number(params.id)));
		return variantIds.flatMap((id) => store.state.variants.get(id) ?? []);
	},
	render: renderVariants,
	idName: 'variantId',
};

/** `/v3/catalog/variants`: finds by `id`, `sku`, `upc` and `product_id:in`; there is no `sku:in` here. */
export const variants: Resource<Variant> = {
	path: '/v3/catalog/variants',
	scopes,
	form: 'v3',
	records: ({ store }) => store.state.variants.values(),
	filters: [
		integerIs('id', ({ id }) => id),
		skuOfVariant,
		(query) => when(query.text('upc'), (upc) => upc === ''),
		integerIn('product_id:in', ({ product_id }) => product_id),
	],
	render: renderVariants,
};

export const catalogBatches: readonly Route[] = [
	{
		method: 'PUT',
		path: '/v3/catalog/products',
		scopes,
		answer: ({ store, body }) => {
			const changed = changeAll(body, mostProductsAtOnce, (row) => changeProduct(store, row));
			const view = catalogViewer(store);
			return enveloped(changed.map((product) => view.product(product, [])));
		},
	},
	{
		method: 'PUT',
		path: '/v3/catalog/variants',
		scopes,
		answer: ({ store, body }) => {
			const changed = changeAll(body, mostVariantsAtOnce, (row) => changeVariant(store, row));
			return enveloped(changed.map(catalogViewer(store).variant));
		},
	},
];

function productOf(product: Product | undefined): Product {
	if (!product) throw notFound();
	return product;
}

function renderVariants({ query, store }: Call): (variant: Variant) => unknown {
	const [view, choose] = [catalogViewer(store), fieldChooser(query)];
	return (variant) => choose(view.variant(variant));
}

/** Base variants are found by their product's SKU only where the store is set to it. */
function skuOfVariant(...[query, { settings }]: Parameters<Filter<Variant>>) {
	return when(query.text('sku')?.toLowerCase(), (sku, variant: Variant) => {
		const isFindable = variant.sku_id !== null || settings.baseVariantsBySku;
		return isFindable && variant.sku.toLowerCase() === sku;
	});
}
