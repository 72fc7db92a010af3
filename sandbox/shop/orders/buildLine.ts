import { moneyText } from '../money';
import type { Taxed } from '../tax';
import type { LineMoney } from './lineMoney';
import type { OrderPlan, PlannedLine } from './orderPlan';
import type { OrderIds, OrderLine } from './orderRecord';

interface LineContext {
	plan: OrderPlan;
	orderId: number;
	ids: OrderIds;
	money: LineMoney;
	quantityShipped: number;
	quantityRefunded: number;
	/** 0 where nothing is shipped. */
	addressId: number;
	/** 0 where nothing is picked up. */
	pickupId: number;
	/** null for a line that stands by itself. */
	parentId: number | null;
}

/** The line as `GET /v2/orders/{id}/products` shows it. Custom lines have product and variant 0. */
export function buildLine(line: PlannedLine, context: LineContext): OrderLine {
	const { plan, ids, money } = context;
	const text = (minor: number) => moneyText(minor, plan.currency.decimals);
	const id = ids.next('line');
	const item = line.sold?.item;
	const cost = text(item?.costMinor ?? 0);
	return {
		id,
		order_id: context.orderId,
		product_id: line.sold?.productId ?? 0,
		variant_id: line.sold?.variantId ?? 0,
		order_pickup_method_id: context.pickupId,
		order_address_id: context.addressId,
		name: line.name,
		name_customer: line.name,
		name_merchant: line.name,
		sku: line.sku,
		upc: '',
		type: line.type,
		base_price: text(line.unitMinor),
		...taxedTexts('price', money.price, text),
		base_total: text(line.unitMinor * line.quantity),
		total_ex_tax: text(money.total.exTax),
		total_inc_tax: text(money.total.incTax),
		total_tax: text(money.net.tax),
		discounted_total_inc_tax: text(money.net.incTax),
		weight: (item?.weight ?? 0).toFixed(4),
		width: '0.0000',
		height: '0.0000',
		depth: '0.0000',
		quantity: line.quantity,
		quantity_shipped: context.quantityShipped,
		quantity_refunded: context.quantityRefunded,
		is_refunded: context.quantityRefunded >= line.quantity,
		refund_amount: '0.0000',
		return_id: 0,
		base_cost_price: cost,
		cost_price_inc_tax: cost,
		cost_price_ex_tax: cost,
		cost_price_tax: '0.0000',
		wrapping_id: line.wrappingMinor > 0 ? 1 : 0,
		wrapping_name: line.wrappingMinor > 0 ? 'Gift box' : '',
		base_wrapping_cost: text(line.wrappingMinor),
		...taxedTexts('wrapping_cost', money.wrapping, text),
		wrapping_message: line.wrappingMinor > 0 ? 'Happy birthday!' : null,
		event_name: null,
		event_date: null,
		fixed_shipping_cost: '0.0000',
		ebay_item_id: '',
		ebay_transaction_id: '',
		option_set_id: null,
		parent_order_product_id: context.parentId,
		is_bundled_product: line.parent !== undefined,
		bin_picking_number: '',
		external_id: null,
		fulfillment_source: '',
		brand: '',
		gift_certificate_id: line.type === 'giftcertificate' ? ids.next('giftCertificate') : null,
		applied_discounts: money.discounts,
		product_options: optionsOf(line, id, pickedFor(line, plan)),
		configurable_fields: [],
	};
}

/** `{name}_ex_tax`, `{name}_inc_tax` and `{name}_tax`. */
export function taxedTexts(
	name: string,
	amount: Omit<Taxed, 'perRate'>,
	text: (minor: number) => string,
): Record<string, string> {
	return {
		[`${name}_ex_tax`]: text(amount.exTax),
		[`${name}_inc_tax`]: text(amount.incTax),
		[`${name}_tax`]: text(amount.tax),
	};
}

/** The lines that hang on this one: what the shopper picked from its pick lists. */
function pickedFor(line: PlannedLine, { lines }: OrderPlan): PlannedLine[] {
	return lines.filter(({ parent }) => parent !== undefined && lines[parent] === line);
}

function optionsOf(line: PlannedLine, lineId: number, picked: PlannedLine[]): Array<Record<string, unknown>> {
	const chosen = (line.sold?.item.variantOptions ?? []).map(({ option, value }) => ({
		option,
		value,
		type: 'Multiple choice',
	}));
	const typed =
		line.engraving === undefined ? [] : [{ option: 'Engraving', value: line.engraving, type: 'Text field' }];
	const lists = picked.map(({ name }) => ({ option: 'Comes with', value: name, type: 'Product Pick List' }));
	return [...chosen, ...typed, ...lists].map(({ option, value, type }, index) => ({
		id: lineId * 10 + index,
		option_id: index + 1,
		order_product_id: lineId,
		product_option_id: index + 1,
		display_name: option,
		display_name_customer: option,
		display_name_merchant: option,
		display_value: value,
		display_value_customer: value,
		display_value_merchant: value,
		value,
		type,
		name: option,
		display_style: '',
	}));
}
