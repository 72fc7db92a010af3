import { isPlainObject, pick } from 'lodash';
import { fieldNames } from './bigCommerceOrder';

/**
 * The order with only the fields that matching, planning and reporting read: about half its
 * size, which counts where n8n keeps thousands of orders in memory. Plans of it and of the whole order
 * are the same. Links to parts that were not read stay as they are.
 */
export function essentialOrder<O extends object>(order: O): O {
	const address = (one: object) => pick(one, fieldNames.address);
	return {
		...pick(order, fieldNames.order, 'coupons', 'pickups'),
		...withPart(order, 'billing_address', address),
		...withPart(order, 'shipping_addresses', address),
		...withPart(order, 'fees', (fee) => pick(fee, fieldNames.fee)),
		...withPart(order, 'products', essentialLine),
	} as O;
}

function essentialLine(line: object): object {
	return {
		...pick(line, fieldNames.line),
		...withPart(line, 'applied_discounts', (discount) => pick(discount, fieldNames.discount)),
		...withPart(line, 'product_options', (option) => pick(option, fieldNames.option)),
	};
}

/** The field with each record in it made smaller; nothing when it has no value. */
function withPart(owner: object, field: string, smaller: (one: object) => object): object {
	const value = (owner as Record<string, unknown>)[field];
	if (value === undefined || value === null) return {};
	const each = (one: unknown) => (isPlainObject(one) ? smaller(one as object) : one);
	if (Array.isArray(value)) return { [field]: value.map(each) };
	return { [field]: field === 'billing_address' ? each(value) : value };
}
