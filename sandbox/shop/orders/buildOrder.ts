import { sum } from 'lodash';
import { moneyText } from '../money';
import { buildLine, taxedTexts } from './buildLine';
import { buildAddresses, buildCoupons, buildFees, buildPickups, buildTaxes } from './buildParts';
import { buildRefunds, buildTransactions } from './buildPayments';
import { moneyOfOrder, type OrderMoney } from './orderMoney';
import type { OrderPlan } from './orderPlan';
import type {
	KnownOrderFields,
	OrderIds,
	OrderLine,
	OrderRecord,
	Pickup,
	Shipment,
	ShippingAddress,
} from './orderRecord';

const storeCurrency = { id: 1, code: 'USD' };

/** Turns a plan into the order the shop keeps, every amount worked out and every part with its id. */
export function buildOrder(plan: OrderPlan, ids: OrderIds): OrderRecord {
	const id = ids.next('order');
	const money = moneyOfOrder(plan);
	const emptyAddresses = buildAddresses(plan, money, id, ids);
	const pickups = buildPickups(plan, ids);
	const lines = buildLines(plan, { money, id, ids, addresses: emptyAddresses, pickups });
	const addresses = emptyAddresses.map((address) => countItems(address, lines));
	const physical = lines.filter((line) => line.type === 'physical');
	return {
		id,
		createdAt: plan.createdAt,
		modifiedAt: plan.modifiedAt,
		shippedAt: plan.statusId === 2 || plan.statusId === 10 ? plan.modifiedAt : null,
		fields: {
			...whoAndHow(plan, id),
			...amounts(plan, money),
			items_total: sum(lines.map((line) => line.quantity)),
			items_shipped: sum(physical.map((line) => line.quantity_shipped)),
			order_is_digital: physical.length === 0,
			shipping_address_count: addresses.length,
		},
		lines,
		addresses,
		pickups,
		coupons: buildCoupons(plan, money, id, ids),
		taxes: buildTaxes(plan, money, lines, id, ids),
		fees: buildFees(plan, money, ids),
		messages: [],
		shipments: buildShipments(plan, lines, id, ids),
		transactions: buildTransactions(plan, money, id, ids),
		refunds: buildRefunds(plan, money, lines, id, ids),
		stockTaken: true,
	};
}

interface LinesContext {
	money: OrderMoney;
	id: number;
	ids: OrderIds;
	addresses: ShippingAddress[];
	pickups: Pickup[];
}

function buildLines(plan: OrderPlan, { money, id, ids, addresses, pickups }: LinesContext): OrderLine[] {
	const lines: OrderLine[] = [];
	plan.lines.forEach((line, index) => {
		const isShipped = line.type === 'physical' && line.destination !== undefined;
		const context = {
			plan,
			orderId: id,
			ids,
			money: money.lines[index],
			quantityShipped: sum(plan.shipped.filter((sent) => sent.line === index).map((sent) => sent.quantity)),
			quantityRefunded: sum(
				plan.refunds.filter((refund) => refund.line === index).map((refund) => refund.quantity),
			),
			addressId: isShipped ? addresses[line.destination ?? 0].id : 0,
			pickupId: plan.isPickup && line.type === 'physical' ? pickups[0].id : 0,
			parentId: line.parent === undefined ? null : lines[line.parent].id,
		};
		lines.push(buildLine(line, context));
	});
	return lines;
}

function countItems(address: ShippingAddress, lines: OrderLine[]): ShippingAddress {
	const mine = lines.filter((line) => line.order_address_id === address.id);
	return {
		...address,
		items_total: sum(mine.map((line) => line.quantity)),
		items_shipped: sum(mine.map((line) => line.quantity_shipped)),
	};
}

type Amounts = 'total_inc_tax';
type Counts = 'items_total' | 'items_shipped';

function whoAndHow(
	plan: OrderPlan,
	id: number,
): Omit<KnownOrderFields, Amounts | Counts> & Record<string, unknown> {
	return {
		customer_id: plan.shopper.customerId,
		status_id: plan.statusId,
		channel_id: plan.channelId,
		cart_id: plan.source === 'manual' ? null : `cart-${id}`,
		...(plan.saysTaxMode ? { is_tax_inclusive_pricing: plan.taxInclusive } : {}),
		payment_method: plan.paymentMethod,
		payment_provider_id: plan.paymentMethod === 'Credit Card' ? `gw-${id}` : null,
		payment_status: plan.paymentStatus,
		billing_address: { ...plan.shopper.address, form_fields: [] },
		currency_id: plan.currency.id,
		currency_code: plan.currency.code,
		currency_exchange_rate: '1.0000000000',
		default_currency_id: plan.currency.id,
		default_currency_code: plan.currency.code,
		store_default_currency_code: storeCurrency.code,
		store_default_to_transactional_exchange_rate: plan.currency.rate.toFixed(10),
		staff_notes: plan.staffNotes,
		customer_message: plan.customerMessage,
		order_source: plan.source,
		external_source: plan.foreign?.source ?? null,
		external_id: null,
		external_order_id: plan.foreign?.orderId ?? '',
		external_merchant_id: null,
		ebay_order_id: '0',
		ip_address: plan.source === 'manual' ? '' : '192.0.2.10',
		ip_address_v6: '',
		geoip_country: 'United States',
		geoip_country_iso2: 'US',
		customer_locale: 'en',
		tax_provider_id: 'BasicTaxProvider',
		is_email_opt_in: false,
		credit_card_type: null,
		is_deleted: plan.isDeleted,
	};
}

function amounts(
	plan: OrderPlan,
	money: OrderMoney,
): Record<string, unknown> & Pick<KnownOrderFields, Amounts> {
	const text = (minor: number) => moneyText(minor, plan.currency.decimals);
	return {
		...taxedTexts('subtotal', money.subtotal, text),
		base_shipping_cost: text(money.baseShipping),
		...taxedTexts('shipping_cost', money.shipping, text),
		shipping_cost_tax_class_id: plan.shippingTaxable ? 2 : 0,
		base_handling_cost: text(plan.handlingMinor),
		...taxedTexts('handling_cost', money.handling, text),
		handling_cost_tax_class_id: plan.shippingTaxable ? 2 : 0,
		base_wrapping_cost: text(sum(plan.lines.map((line) => line.wrappingMinor))),
		...taxedTexts('wrapping_cost', money.wrapping, text),
		wrapping_cost_tax_class_id: 3,
		total_ex_tax: text(money.total.exTax),
		total_inc_tax: text(money.total.incTax),
		total_tax: text(money.total.tax),
		discount_amount: text(money.discount),
		coupon_discount: text(money.couponDiscount),
		store_credit_amount: text(money.paidBy.storeCredit),
		gift_certificate_amount: text(money.paidBy.giftCertificate),
		refunded_amount: '0.0000',
	};
}

function buildShipments(plan: OrderPlan, lines: OrderLine[], orderId: number, ids: OrderIds): Shipment[] {
	return plan.shipped.map(({ line, quantity, trackingNumber }) => ({
		id: ids.next('shipment'),
		order_id: orderId,
		customer_id: plan.shopper.customerId,
		order_address_id: lines[line].order_address_id,
		date_created: new Date(plan.modifiedAt).toUTCString().replace('GMT', '+0000'),
		tracking_number: trackingNumber,
		merchant_shipping_cost: '0.0000',
		shipping_method: plan.shippingMethod,
		shipping_provider: '',
		shipping_provider_display_name: '',
		tracking_carrier: '',
		tracking_link: '',
		generated_tracking_link: '',
		comments: '',
		billing_address: plan.shopper.address,
		shipping_address: plan.destinations[plan.lines[line].destination ?? 0],
		items: [{ order_product_id: lines[line].id, product_id: lines[line].product_id, quantity }],
	}));
}
