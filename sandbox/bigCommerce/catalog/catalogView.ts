import { stockReader, availableToSell } from '../inventory/stock';
import type { Store } from '../store';
import { stockItemOf, defaultLocationId } from '../records/stockItem';
import { isoDate, serverTime } from '../http/dates';
import type { Product, Variant } from '../records/product';

type Json = Record<string, unknown>;

interface CatalogViewer {
	product(product: Product, include: string[]): Json;
	variant(variant: Variant): Json;
	/** What can be sold of the whole product. */
	level(product: Product): number;
}

/** Turns catalogue records into what the API answers, with stock as it is visible at this moment. */
export function catalogViewer(store: Store): CatalogViewer {
	const readStock = stockReader(store);
	const { state, settings } = store;

	const level = (product: Product, variantId: number | null) => {
		const item = readStock(stockItemOf(product, variantId));
		return item ? availableToSell(item, defaultLocationId, settings.negativeAvailable) : 0;
	};
	const productLevel = (product: Product) => {
		const counted = product.inventory_tracking === 'variant' ? product.variantIds : [product.base_variant_id];
		return counted.reduce((total: number, id) => total + level(product, id), 0);
	};
	const variantView = (variant: Variant): Json => {
		const product = state.products.get(variant.product_id) as Product;
		const isTracked = product.inventory_tracking === 'variant';
		return {
			id: variant.id,
			product_id: variant.product_id,
			sku: variant.sku,
			sku_id: variant.sku_id,
			price: variant.price,
			calculated_price: variant.price ?? product.price,
			sale_price: null,
			retail_price: null,
			map_price: null,
			cost_price: product.cost_price,
			weight: product.weight,
			calculated_weight: product.weight,
			width: null,
			height: null,
			depth: null,
			is_free_shipping: false,
			fixed_cost_shipping_price: null,
			purchasing_disabled: false,
			purchasing_disabled_message: '',
			image_url: '',
			upc: '',
			mpn: '',
			gtin: '',
			inventory_level: isTracked || product.base_variant_id !== null ? level(product, variant.id) : 0,
			inventory_warning_level: 0,
			bin_picking_number: '',
			option_values: variant.option_values,
		};
	};
	const productView = (product: Product, include: string[]): Json => {
		const { variantIds, createdAt, modifiedAt, ...fields } = product;
		const variants = variantIds.flatMap((id) => state.variants.get(id) ?? []);
		return {
			...unusedFields,
			...fields,
			calculated_price: product.price,
			inventory_level: productLevel(product),
			custom_url: { url: `/product-${product.id}/`, is_customized: false },
			date_created: isoDate(serverTime(store.settings, createdAt)),
			date_modified: isoDate(serverTime(store.settings, modifiedAt)),
			...(include.includes('variants') ? { variants: variants.map(variantView) } : {}),
			...(include.includes('options') ? { options: optionsOf(product, variants) } : {}),
			...Object.fromEntries(emptyIncludes.filter((name) => include.includes(name)).map((name) => [name, []])),
		};
	};
	return { product: productView, variant: variantView, level: productLevel };
}

/** Parts a product can have and none in this store has. */
const emptyIncludes = ['images', 'custom_fields', 'bulk_pricing_rules', 'modifiers', 'videos', 'channels'];

/** Fields without meaning for stock and orders, with the types BigCommerce gives them. */
const unusedFields: Json = {
	upc: '',
	mpn: '',
	gtin: '',
	width: 0,
	depth: 0,
	height: 0,
	retail_price: 0,
	sale_price: 0,
	map_price: 0,
	tax_class_id: 0,
	product_tax_code: '',
	categories: [23],
	brand_id: 0,
	option_set_id: null,
	option_set_display: 'right',
	reviews_rating_sum: 0,
	reviews_count: 0,
	total_sold: 0,
	fixed_cost_shipping_price: 0,
	is_free_shipping: false,
	is_featured: false,
	related_products: [-1],
	warranty: '',
	bin_picking_number: '',
	layout_file: 'product.html',
	search_keywords: '',
	availability_description: '',
	gift_wrapping_options_type: 'any',
	gift_wrapping_options_list: [],
	sort_order: 0,
	condition: 'New',
	is_condition_shown: false,
	order_quantity_minimum: 0,
	order_quantity_maximum: 0,
	page_title: '',
	meta_keywords: [],
	meta_description: '',
	view_count: 0,
	preorder_release_date: null,
	preorder_message: '',
	is_preorder_only: false,
	is_price_hidden: false,
	price_hidden_label: '',
	open_graph_type: 'product',
};

function optionsOf(product: Product, variants: Variant[]): Json[] {
	const options = new Map<number, { name: string; labels: Set<string> }>();
	for (const value of variants.flatMap((variant) => variant.option_values)) {
		const option = options.get(value.option_id) ?? { name: value.option_display_name, labels: new Set() };
		options.set(value.option_id, { ...option, labels: option.labels.add(value.label) });
	}
	return [...options].map(([id, { name, labels }]) => ({
		id,
		product_id: product.id,
		name,
		display_name: name,
		type: 'dropdown',
		sort_order: 0,
		option_values: [...labels].map((label, index) => ({
			id: id * 10 + index,
			label,
			sort_order: index,
			is_default: false,
		})),
	}));
}
