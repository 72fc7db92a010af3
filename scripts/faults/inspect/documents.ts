import type { ExpandedOrder } from '../../../sandbox';
import { kitType } from '../../../sandbox/sos/records/item';
import type { BusyShop } from '../busyShop';
import type { BookedDocument } from './books';
import { cents, lower, sameText } from './texts';

/** Where a document is not what its order says, in words that begin with its number. */
export function differences(
	shop: BusyShop,
	order: ExpandedOrder,
	booked: BookedDocument,
	fixedCustomer?: number,
): string[] {
	const { document } = booked;
	const name = document.number;
	const found: string[] = [];
	if (cents(document.total) !== cents(order.total_inc_tax)) {
		found.push(`${name} comes to ${document.total} instead of ${order.total_inc_tax}`);
	}
	const units = sums(
		document.lines.flatMap(({ item, quantity }) => componentsOf(shop, item.id, Number(quantity), booked)),
	);
	const ordered = sums(
		order.products.flatMap(({ sku, quantity }) =>
			componentsOf(shop, shop.itemOfSku(sku), Number(quantity), booked, sku),
		),
	);
	if (units !== ordered) found.push(`${name} has ${units} instead of ${ordered}`);

	const { customers } = shop.sandbox.sos.state;
	const customer = customers.get(document.customer.id);
	const isRight =
		fixedCustomer === undefined
			? isShopper(order, customer?.email, customer?.companyName)
			: customer?.id === fixedCustomer;
	if (!isRight) found.push(`${name} is for ${customer?.name}`);
	return found;
}

/** Units of an item by SKU; of a kit those of its components where the company writes kits so. */
function componentsOf(
	shop: BusyShop,
	itemId: number | undefined,
	quantity: number,
	booked: BookedDocument,
	sku = itemId === undefined ? '' : shop.skuOf(itemId),
): Array<[sku: string, quantity: number]> {
	const { settings, state } = shop.sandbox.sos;
	const isExpanded = settings.expandKitsOnSalesOrders && booked.book === 'sales order';
	const isKit = itemId !== undefined && state.items.get(itemId)?.type === kitType;
	const components = isExpanded && isKit ? (state.boms.get(itemId) ?? []) : [];
	if (components.length === 0) return [[sku, quantity]];
	return components.flatMap((line) =>
		componentsOf(shop, line.componentItemId, quantity * line.quantity, booked),
	);
}

/** By e-mail, or as a colleague: a customer may be found by company and postal code. */
function isShopper(
	{ billing_address }: ExpandedOrder,
	email?: string | null,
	company?: string | null,
): boolean {
	if (sameText(email, billing_address?.email)) return true;
	return Boolean(company) && sameText(company, billing_address?.company);
}

/** Units by SKU, whatever its case, as one text, for comparing. */
function sums(units: Array<[string, number]>): string {
	const total = new Map<string, number>();
	for (const [sku, quantity] of units) total.set(lower(sku), (total.get(lower(sku)) ?? 0) + quantity);
	return [...total]
		.map(([sku, quantity]) => `${quantity} ${sku}`)
		.sort()
		.join(', ');
}
