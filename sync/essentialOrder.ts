import { pick } from 'lodash';
import type { BigCommerceOrder, OrderProduct } from './bigCommerceOrder';

/** By prefix, the three figures BigCommerce gives of one amount; the first has two spellings. */
const amounts = (...names: string[]) =>
	names.flatMap((name) => [`${name}_ex_tax`, `${name}_exc_tax`, `${name}_inc_tax`, `${name}_tax`]);

const ORDER = [
	'id',
	'customer_id',
	'date_created',
	'date_modified',
	'status_id',
	'status',
	'custom_status',
	'is_deleted',
	'channel_id',
	'order_source',
	'payment_method',
	'payment_status',
	'default_currency_code',
	'currency_code',
	'store_default_currency_code',
	'store_default_to_transactional_exchange_rate',
	'is_tax_inclusive_pricing',
	...amounts('subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost', 'total'),
	'discount_amount',
	'coupon_discount',
	'store_credit_amount',
	'gift_certificate_amount',
	'items_total',
	'customer_message',
	'staff_notes',
	'external_order_id',
	'shipping_address_count',
	'coupons',
	'pickups',
];

const LINE = [
	'id',
	'product_id',
	'variant_id',
	'sku',
	'name',
	'type',
	'quantity',
	'quantity_shipped',
	'base_total',
	...amounts('price', 'total', 'wrapping_cost'),
	'discounted_total_inc_tax',
	'wrapping_name',
	'wrapping_message',
	'order_address_id',
	'parent_order_product_id',
	'is_bundled_product',
];

const DISCOUNT = ['id', 'amount', 'name', 'code', 'target'];

const OPTION = ['display_name', 'display_value'];

const ADDRESS = [
	'id',
	'first_name',
	'last_name',
	'company',
	'street_1',
	'street_2',
	'city',
	'state',
	'zip',
	'country',
	'country_iso2',
	'phone',
	'email',
	'shipping_method',
];

const FEE = ['id', 'type', 'display_name_merchant', 'display_name_customer', ...amounts('cost')];

/**
 * The order with only the fields that matching, planning and reporting read: about half its
 * size, which counts where n8n keeps thousands of orders in memory. Plans of it and of the whole order
 * are the same. Links to parts that were not read stay as they are.
 */
export function essentialOrder(order: BigCommerceOrder): BigCommerceOrder {
	const { products, billing_address, shipping_addresses, fees } = order;
	return {
		...pick(order, ORDER),
		...(billing_address && { billing_address: pick(billing_address, ADDRESS) }),
		...(shipping_addresses && { shipping_addresses: pickEach(shipping_addresses, ADDRESS) }),
		...(fees && { fees: pickEach(fees, FEE) }),
		...(products && { products: Array.isArray(products) ? products.map(essentialLine) : products }),
	} as BigCommerceOrder;
}

function essentialLine(line: OrderProduct): object {
	const { applied_discounts, product_options } = line;
	return {
		...pick(line, LINE),
		...(applied_discounts && { applied_discounts: pickEach(applied_discounts, DISCOUNT) }),
		...(product_options && { product_options: pickEach(product_options, OPTION) }),
	};
}

function pickEach<T extends object>(list: T[], fields: string[]): object {
	return Array.isArray(list) ? list.map((one) => pick(one, fields)) : list;
}
