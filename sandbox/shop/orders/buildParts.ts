import { moneyText, spread } from '../money';
import type { Taxed } from '../tax';
import { taxedTexts } from './buildLine';
import type { OrderMoney } from './orderMoney';
import type { OrderPlan, PlannedCoupon } from './orderPlan';
import type { OrderIds, OrderLine, OrderRecord, Pickup, ShippingAddress } from './orderRecord';

const couponTypes = { perItem: 0, percentage: 1, perTotal: 2, shipping: 3, freeShipping: 4 } as const;

/** Shipping addresses without item counts; shipping and handling are split evenly between them. */
export function buildAddresses(
	plan: OrderPlan,
	money: OrderMoney,
	orderId: number,
	ids: OrderIds,
): ShippingAddress[] {
	const text = (minor: number) => moneyText(minor, plan.currency.decimals);
	const share = (amount: number, index: number) =>
		spread(
			amount,
			plan.destinations.map(() => 1),
		)[index];
	const shareTaxed = (amount: Taxed, index: number) => {
		const [exTax, tax] = [share(amount.exTax, index), share(amount.tax, index)];
		return { exTax, tax, incTax: exTax + tax };
	};
	return plan.destinations.map((address, index) => {
		const id = ids.next('address');
		return {
			id,
			order_id: orderId,
			...address,
			items_total: 0,
			items_shipped: 0,
			shipping_method: plan.shippingMethod,
			base_cost: text(share(money.baseShipping, index)),
			...taxedTexts('cost', shareTaxed(money.shipping, index), text),
			cost_tax_class_id: plan.shippingTaxable ? 2 : 0,
			base_handling_cost: text(share(plan.handlingMinor, index)),
			...taxedTexts('handling_cost', shareTaxed(money.handling, index), text),
			handling_cost_tax_class_id: plan.shippingTaxable ? 2 : 0,
			shipping_zone_id: 1,
			shipping_zone_name: 'United States',
			form_fields: [],
		};
	});
}

export function buildPickups(plan: OrderPlan, ids: OrderIds): Pickup[] {
	if (!plan.isPickup) return [];
	return [
		{
			id: ids.next('pickup'),
			pickup_method_id: 1,
			pickup_method_display_name: 'Pick up in store',
			collection_instructions: 'Please bring the order number.',
			collection_time_description: '9am - 6pm',
			location: {
				id: 1,
				name: 'Default location',
				code: 'BC-LOCATION-1',
				address_line_1: '1 Harbor Road',
				address_line_2: '',
				city: 'Austin',
				state: 'Texas',
				postal_code: '78701',
				country_alpha2: 'US',
				email: 'store@example.com',
				phone: '(512) 555-0100',
			},
		},
	];
}

export function buildCoupons(
	plan: OrderPlan,
	money: OrderMoney,
	orderId: number,
	ids: OrderIds,
): OrderRecord['coupons'] {
	return plan.coupons.map((coupon, index) => ({
		id: ids.next('coupon'),
		coupon_id: index + 1,
		order_id: orderId,
		code: coupon.code,
		amount: couponAmount(coupon, plan.currency.decimals),
		type: couponTypes[coupon.kind],
		discount: money.coupons[index] / 10 ** plan.currency.decimals,
	}));
}

function couponAmount(coupon: PlannedCoupon, decimals: number): string {
	if (coupon.kind === 'percentage') return (coupon.percent / 10_000).toFixed(4);
	return coupon.kind === 'freeShipping' ? '0.0000' : moneyText(coupon.amountMinor, decimals);
}

export function buildFees(plan: OrderPlan, money: OrderMoney, ids: OrderIds): OrderRecord['fees'] {
	const text = (minor: number) => moneyText(minor, plan.currency.decimals);
	return plan.fees.map((fee, index) => ({
		id: ids.next('fee'),
		type: 'custom_fee',
		display_name_customer: fee.name,
		display_name_merchant: fee.name,
		source: 'v2',
		base_cost: text(fee.amountMinor),
		...taxedTexts('cost', money.fees[index], text),
		tax_class_id: fee.taxable ? 0 : null,
	}));
}

/** One row per line and rate, then shipping, handling and wrapping, as `?details=true` shows them. */
export function buildTaxes(
	plan: OrderPlan,
	money: OrderMoney,
	lines: OrderLine[],
	orderId: number,
	ids: OrderIds,
): OrderRecord['taxes'] {
	const firstAddress = lines.find((line) => line.order_address_id > 0)?.order_address_id ?? 0;
	const sources = [
		...lines.map((line, index) => ({ type: 'item', amount: money.lines[index].net, line })),
		...lines.map((line, index) => ({ type: 'gift-wrapping', amount: money.lines[index].wrapping, line })),
		{ type: 'shipping', amount: money.shipping, line: undefined },
		{ type: 'handling', amount: money.handling, line: undefined },
	];
	return sources
		.filter(({ amount }) => amount.tax > 0)
		.flatMap(({ type, amount, line }) =>
			plan.rates.map((rate, index) => ({
				id: ids.next('tax'),
				order_id: orderId,
				order_address_id: line?.order_address_id ?? firstAddress,
				order_pickup_method_id: line?.order_pickup_method_id ?? 0,
				tax_rate_id: index + 1,
				sales_tax_id: '',
				tax_class_id: 0,
				name: rate.name,
				class: 'Automatic Tax',
				rate: (rate.millionths / 10_000).toFixed(4),
				priority: index,
				priority_amount: moneyText(amount.perRate[index], plan.currency.decimals),
				line_amount: moneyText(amount.perRate[index], plan.currency.decimals),
				order_product_id: line ? String(line.id) : '',
				line_item_type: type,
			})),
		);
}
