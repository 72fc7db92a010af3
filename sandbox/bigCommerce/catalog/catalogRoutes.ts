import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pick, omit } from 'lodash';
import { notFound } from '../http/apiProblem';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import { catalogViewer } from './catalogView';
import {
	changeAll,
	changeProduct,
	changeVariant,
	mostProductsAtOnce,
	mostVariantsAtOnce,
} from './catalogChanges';
import { productFilter, sortProducts } from './productFilters';
import type { Store } from '../store';

const scopes = { config: { scopes: ['products' as const] } };

/** With these a page holds ten products at most. */
const heavyIncludes = ['options', 'modifiers'];

/** Products and variants; what is there can be changed, one by one and in batches. */
export function addCatalogRoutes(api: FastifyInstance, store: Store): void {
	const { state, settings } = store;

	api.get('/v3/catalog/products', scopes, async (request) => {
		const query = new Query(request);
		const include = query.list('include') ?? [];
		const isHeavy = heavyIncludes.some((name) => include.includes(name));
		const view = catalogViewer(store);
		const found = sortProducts(
			query,
			state.products.values().filter(productFilter(query, view.level)),
			view.level,
		);
		const choose = fieldChooser(query);
		const page = isHeavy
			? { normal: 10, maximum: 10, above: 'clamped' as const }
			: { above: settings.limitAboveMaximum };
		return v3Page(request, found, (product) => choose(view.product(product, include)), page);
	});

	api.get<{ Params: { id: string } }>('/v3/catalog/products/:id', scopes, async (request) => {
		const query = new Query(request);
		const product = state.products.get(Number(request.params.id));
		if (!product) throw notFound();
		return {
			data: fieldChooser(query)(catalogViewer(store).product(product, query.list('include') ?? [])),
			meta: {},
		};
	});

	api.get<{ Params: { id: string } }>('/v3/catalog/products/:id/variants', scopes, async (request) => {
		const product = state.products.get(Number(request.params.id));
		if (!product) throw notFound();
		const choose = fieldChooser(new Query(request));
		const view = catalogViewer(store);
		const variants = product.variantIds.flatMap((id) => state.variants.get(id) ?? []);
		return v3Page(request, variants, (variant) => choose(view.variant(variant)), {
			above: settings.limitAboveMaximum,
		});
	});

	api.get<{ Params: { id: string; variantId: string } }>(
		'/v3/catalog/products/:id/variants/:variantId',
		scopes,
		async (request) => {
			const variant = state.variants.get(Number(request.params.variantId));
			if (!variant || String(variant.product_id) !== request.params.id) throw notFound();
			return { data: fieldChooser(new Query(request))(catalogViewer(store).variant(variant)), meta: {} };
		},
	);

	api.put<{ Params: { id: string } }>('/v3/catalog/products/:id', scopes, async (request) => {
		const product = changeProduct(store, { ...(request.body as object), id: Number(request.params.id) });
		return { data: catalogViewer(store).product(product, []), meta: {} };
	});

	api.put('/v3/catalog/products', scopes, async (request) => {
		const products = changeAll(request.body, mostProductsAtOnce, (row) => changeProduct(store, row));
		const view = catalogViewer(store);
		return { data: products.map((product) => view.product(product, [])), meta: {} };
	});

	api.put('/v3/catalog/variants', scopes, async (request) => {
		const variants = changeAll(request.body, mostVariantsAtOnce, (row) => changeVariant(store, row));
		return { data: variants.map(catalogViewer(store).variant), meta: {} };
	});

	api.get('/v3/catalog/variants', scopes, async (request) => listVariants(request, store));
}

/** Finds by `id`, `sku`, `upc` and `product_id:in`; there is no `sku:in` here. */
function listVariants(request: FastifyRequest, store: Store) {
	const { state, settings } = store;
	const query = new Query(request);
	const id = query.integer('id');
	const sku = query.text('sku');
	const upc = query.text('upc');
	const productIds = query.integers('product_id:in');
	const found = state.variants
		.values()
		.filter(
			(variant) =>
				(id === undefined || variant.id === id) &&
				(sku === undefined ||
					(variant.sku.toLowerCase() === sku.toLowerCase() &&
						(variant.sku_id !== null || settings.baseVariantsBySku))) &&
				(upc === undefined || upc === '') &&
				(productIds?.includes(variant.product_id) ?? true),
		);
	const choose = fieldChooser(query);
	const view = catalogViewer(store);
	return v3Page(request, found, (variant) => choose(view.variant(variant)), {
		above: settings.limitAboveMaximum,
	});
}

/** Applies `include_fields` (the id always stays) and `exclude_fields`. */
function fieldChooser(query: Query): (row: Record<string, unknown>) => Record<string, unknown> {
	const included = query.list('include_fields');
	const excluded = query.list('exclude_fields') ?? [];
	const parts = query.list('include') ?? [];
	return (row) => omit(included ? pick(row, ['id', ...included, ...parts]) : row, excluded);
}
