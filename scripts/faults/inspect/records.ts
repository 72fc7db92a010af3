import type { ExpandedOrder } from '../../../sandbox';
import type { BusyShop } from '../busyShop';
import { lower, repeated } from './texts';

/** Customers and items that were created although they are there already. */
export function createdTwice(shop: BusyShop): string[] {
	const { customers, items } = shop.sandbox.sos.state;
	const emails = new Set(shop.created(customers).map(({ email }) => lower(email)));
	const skus = new Set(shop.created(items).map(({ sku }) => sku));
	return [
		...repeated(customers.values().map(({ email }) => lower(email)))
			.filter((email) => email !== '' && emails.has(email))
			.map((email) => `customer ${email}`),
		...repeated(items.values().map(({ sku }) => sku ?? ''))
			.filter((sku) => skus.has(sku))
			.map((sku) => `item ${sku}`),
	];
}

/** Customers and items that no order asked for. */
export function strangers(shop: BusyShop, wanted: ExpandedOrder[], fixedCustomer?: number): string[] {
	const { customers, items } = shop.sandbox.sos.state;
	const shoppers =
		fixedCustomer === undefined ? wanted.map(({ billing_address }) => lower(billing_address?.email)) : [];
	const emails = new Set(shoppers);
	const skus = new Set(wanted.flatMap(({ products }) => products.map(({ sku }) => sku)));
	return [
		...shop
			.created(customers)
			.filter(({ email }) => !emails.has(lower(email)))
			.map(({ name }) => `customer ${name} was created`),
		...shop
			.created(items)
			.filter(({ sku }) => !skus.has(sku ?? ''))
			.map(({ sku }) => `item ${sku} was created`),
	];
}
