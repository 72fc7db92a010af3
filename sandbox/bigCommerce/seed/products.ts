import type { SoldItem } from '../../shop/orders/orderPlan';
import type { Product, Variant } from '../records/product';

const openedAt = Date.UTC(2024, 0, 15);

/** The products and variants of a made-up catalogue, each with the ids it was given there. */
export function createProducts(items: SoldItem[]): { products: Product[]; variants: Variant[] } {
	const byProduct = new Map<number, SoldItem[]>();
	for (const sold of items) {
		const group = byProduct.get(sold.productId);
		if (group) group.push(sold);
		else byProduct.set(sold.productId, [sold]);
	}
	return {
		products: [...byProduct.values()].map(createProduct),
		variants: items.map(createVariant),
	};
}

function createProduct(group: SoldItem[]): Product {
	const [{ item, productId, variantId }] = group;
	const isSimple = item.variantOptions === undefined;
	return {
		id: productId,
		name: item.name,
		type: item.isDigital ? 'digital' : 'physical',
		sku: isSimple ? item.sku : item.sku.split('-').slice(0, 2).join('-'),
		description: item.description,
		price: item.priceMinor / 100,
		cost_price: item.costMinor / 100,
		weight: item.weight,
		inventory_tracking: item.tracking,
		inventory_warning_level: 0,
		is_visible: true,
		availability: 'available',
		base_variant_id: isSimple ? variantId : null,
		variantIds: group.map((sold) => sold.variantId),
		createdAt: openedAt + productId * 60_000,
		modifiedAt: openedAt + productId * 60_000,
	};
}

function createVariant({ item, productId, variantId }: SoldItem): Variant {
	const options = item.variantOptions ?? [];
	return {
		id: variantId,
		product_id: productId,
		sku: item.sku,
		sku_id: options.length > 0 ? variantId + 50_000 : null,
		price: null,
		option_values: options.map(({ option, value }, index) => ({
			id: variantId * 10 + index,
			option_id: productId * 10 + index,
			option_display_name: option,
			label: value,
		})),
	};
}
