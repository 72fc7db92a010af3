import { Collection } from '../shared/collection';
import type { GeneratedShop } from '../shop/createShop';
import type { OrderIds, OrderRecord } from '../shop/orders/orderRecord';
import type { Shopper } from '../shop/shoppers';
import type { Metafield } from './records/metafield';
import type { Product, Variant } from './records/product';
import type { StockItem } from './records/stockItem';
import type { Webhook } from './records/webhook';
import { createProducts } from './seed/products';
import { createStock } from './seed/stock';

/** What the store holds. Tests may read and change it; writes through the API land here too. */
export interface BigCommerceState {
	orders: Collection<OrderRecord>;
	products: Collection<Product>;
	variants: Collection<Variant>;
	/** One per thing stock is counted of: products, or variants of products tracked by variant. */
	stock: Collection<StockItem>;
	/** Of orders and of locations. */
	metafields: Collection<Metafield>;
	/** Ids of the metafields each resource ever had, by its type and id: "order 100". */
	metafieldsByResource: Map<string, number[]>;
	lastMetafieldId: number;
	webhooks: Collection<Webhook>;
	/** Who is told when webhooks cannot be delivered. */
	webhookEmails: string[];
	customers: Shopper[];
	taxInclusive: boolean;
	/** Hands out ids of orders and their parts. */
	ids: OrderIds;
}

export function createState(shop: GeneratedShop): BigCommerceState {
	const state: BigCommerceState = {
		orders: new Collection(),
		products: new Collection(),
		variants: new Collection(),
		stock: new Collection(),
		metafields: new Collection(),
		metafieldsByResource: new Map(),
		lastMetafieldId: 0,
		webhooks: new Collection(),
		webhookEmails: [],
		customers: shop.customers,
		taxInclusive: shop.taxInclusive,
		ids: shop.ids,
	};
	const { products, variants } = createProducts(shop.items);
	products.forEach((product) => state.products.load(product));
	variants.forEach((variant) => state.variants.load(variant));
	createStock(shop.items, products).forEach((item) => state.stock.load(item));
	shop.orders.forEach((order) => state.orders.load(order));
	return state;
}
