import { seededFaker } from '../shared/seededFaker';
import { generateCatalogue, type ShopItem } from './catalogue';
import { matchingItems } from './matching';
import { generateOrders, type OrderOptions } from './orders/generateOrders';
import type { SoldItem } from './orders/orderPlan';
import { OrderIds, type OrderRecord } from './orders/orderRecord';
import type { Shop } from './orders/planOrder';
import { createCustomers, type Shopper } from './shoppers';

export interface ShopOptions {
	/** The same seed and sizes make the same shop. Default 1. */
	seed?: number;
	/** Items for sale, variants counted one by one. Default 150. */
	items?: number;
	/** Orders placed so far. Default 90, which holds each kind of order at least once. */
	orders?: number;
	/** What those orders are like. */
	orderOptions?: OrderOptions;
	/** Whether the store enters prices with tax. Default false. */
	taxInclusive?: boolean;
	/** When the last of the orders was placed, milliseconds since 1970. Default: ten minutes ago. */
	lastOrderAt?: number;
}

/** A made-up shop: what it sells, who buys there, and what was ordered. */
export interface GeneratedShop {
	catalogue: ShopItem[];
	items: SoldItem[];
	customers: Shopper[];
	taxInclusive: boolean;
	orders: OrderRecord[];
	ids: OrderIds;
	/** Makes up `count` more orders, the last one placed at `until`; by default eligible ones placed a second apart. */
	placeOrders(count: number, until: number, options?: OrderOptions): OrderRecord[];
}

export function createShop(options: ShopOptions = {}): GeneratedShop {
	const { seed = 1, items: itemCount = 150, orders: orderCount = 90, taxInclusive = false } = options;
	const lastOrderAt = options.lastOrderAt ?? Date.now() - 10 * 60_000;
	const catalogue = generateCatalogue({ seed, items: itemCount });
	const items = withIds(catalogue);
	const faker = seededFaker(seed + 1);
	const customers = createCustomers(faker, 25);
	const matching = new Set(matchingItems(catalogue));
	const shop: Shop = {
		faker,
		customers,
		items,
		matching: items.filter(({ item }) => matching.has(item) && !item.isDigital),
		taxInclusive,
	};
	const ids = new OrderIds();
	const orders = generateOrders(shop, ids, orderCount, lastOrderAt, options.orderOptions);
	const placeOrders: GeneratedShop['placeOrders'] = (count, until, orderOptions) =>
		generateOrders(shop, ids, count, until, { onlyEligible: true, spacingMs: 1000, ...orderOptions });
	return { catalogue, items, customers, taxInclusive, orders, ids, placeOrders };
}

/** Products count from 101 and variants from 1001, simple products having a variant of their own too. */
function withIds(catalogue: ShopItem[]): SoldItem[] {
	const productIds = new Map<string, number>();
	return catalogue.map((item, index) => {
		const productId = productIds.get(item.product) ?? 101 + productIds.size;
		productIds.set(item.product, productId);
		return { item, productId, variantId: 1001 + index };
	});
}
