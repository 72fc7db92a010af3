import { sum } from 'lodash';
import type { BigCommerceOrder } from '../bigCommerceOrder';
import { toDecimal, toText } from '../money';
import type { Reason } from '../reason';
import { itemMissing } from './lineItem';
import { lineTax, type PlannedLine } from './lines';
import type { NetAmounts, NetCharge } from './netAmounts';
import type { SosReference } from './salesDocument';
import type { ChargeSettings, SalesDocumentSettings } from './settings';

/** What a document has besides the order's lines. Money in minor units. */
export interface Adjustments {
	/** Lines for charges and discounts that are booked on items. */
	lines: PlannedLine[];
	shippingAmount: number;
	shippingTaxable: boolean;
	/** 0 or negative. */
	discountAmount: number;
	warnings: Reason[];
	held: Reason[];
}

interface NamedCharge extends NetCharge {
	/** `shipping`, or what the charge is called in warnings. */
	kind: 'shipping' | 'handling' | 'wrapping' | 'fees';
	label: string;
}

/** Places shipping, handling, gift wrapping, fees and discounts where the settings want them. */
export function planAdjustments(
	order: BigCommerceOrder,
	amounts: NetAmounts,
	decimals: number,
	settings: SalesDocumentSettings,
): Adjustments {
	const plan: Adjustments = {
		lines: [],
		shippingAmount: 0,
		shippingTaxable: false,
		discountAmount: 0,
		warnings: [],
		held: [],
	};
	const offShipping = placeDiscounts(order, amounts, decimals, settings, plan);
	for (const charge of chargesOf(order, amounts, offShipping)) {
		if (charge.net < 0) plan.held.push(negativeCharge(order.id, charge, decimals));
		else if (charge.net > 0) placeCharge(order, charge, decimals, settings, plan);
	}
	return plan;
}

function chargesOf(order: BigCommerceOrder, amounts: NetAmounts, offShipping: number): NamedCharge[] {
	const { shipping, handling, wrapping, fees } = amounts;
	const method = (Array.isArray(order.shipping_addresses) ? order.shipping_addresses : [])[0]
		?.shipping_method;
	return [
		{
			kind: 'shipping',
			label: method ? `Shipping: ${method}` : 'Shipping',
			net: shipping.net - offShipping,
			taxable: shipping.taxable,
		},
		{ kind: 'handling', label: 'Handling', ...handling },
		{ kind: 'wrapping', label: 'Gift wrapping', ...wrapping },
		...fees.map(({ name, ...fee }) => ({ kind: 'fees' as const, label: name, ...fee })),
	];
}

function placeCharge(
	order: BigCommerceOrder,
	charge: NamedCharge,
	decimals: number,
	settings: SalesDocumentSettings,
	plan: Adjustments,
): void {
	const { as, item }: ChargeSettings = settings.amounts[charge.kind];
	if (as === 'itemLine') {
		if (item) plan.lines.push(itemLine(item, charge.label, charge.net, charge.taxable, decimals, settings));
		else plan.held.push(itemMissing(charge.label.toLowerCase()));
		return;
	}
	plan.shippingAmount += charge.net;
	plan.shippingTaxable ||= charge.taxable;
	if (charge.kind === 'wrapping' || charge.kind === 'fees') {
		plan.warnings.push({
			code: 'CHARGE_IN_SHIPPING',
			message: `Order ${order.id}: ${charge.label} (${toText(charge.net, decimals)}) is part of the document's shipping amount.`,
			fix: "Nothing has to be done; to book it apart, choose an item line for it under 'Discounts, Shipping and Tax'.",
			details: { amount: toText(charge.net, decimals) },
		});
	}
}

/** Returns what is to be taken off shipping. */
function placeDiscounts(
	order: BigCommerceOrder,
	amounts: NetAmounts,
	decimals: number,
	settings: SalesDocumentSettings,
	plan: Adjustments,
): number {
	const { as, item } = settings.amounts.discounts;
	if (as === 'spread') return placeOnShipping(order, amounts, decimals, plan);
	const onLines = sum(amounts.lines.map(({ gross, net }) => gross - net));
	const discount = onLines + amounts.discountElsewhere;
	if (discount < 0) plan.held.push(negativeDiscount(order.id, discount, decimals));
	if (as === 'header') {
		plan.discountAmount = discount === 0 ? 0 : -discount;
	} else if (discount !== 0 && item) {
		const taxable = amounts.lines.some((line) => line.gross !== line.net && line.taxable);
		plan.lines.push(itemLine(item, discountText(order), -discount, taxable, decimals, settings));
	} else if (discount !== 0) {
		plan.held.push(itemMissing('discounts'));
	}
	return 0;
}

/** Lines already carry their shares; what no line carries can only have come off shipping. */
function placeOnShipping(
	order: BigCommerceOrder,
	amounts: NetAmounts,
	decimals: number,
	plan: Adjustments,
): number {
	const discount = amounts.discountElsewhere;
	if (discount === 0) return 0;
	const text = toText(discount, decimals);
	if (discount < 0 || discount > amounts.shipping.net) {
		plan.held.push({
			code: 'DISCOUNT_UNPLACED',
			message: `Order ${order.id}: ${text} of its discounts is not on any line, and is more than shipping.`,
			fix: "Let discounts go into the document's header, or on a line of their own.",
			details: { components: ['discount'], amount: text },
		});
		return 0;
	}
	plan.warnings.push({
		code: 'DISCOUNT_ON_SHIPPING',
		message: `Order ${order.id}: ${text} of its discounts is not on any line and was taken off shipping.`,
		fix: 'Nothing has to be done if the order has a shipping discount.',
		details: { amount: text },
	});
	return discount;
}

function discountText(order: BigCommerceOrder): string {
	const coupons = Array.isArray(order.coupons) ? order.coupons : [];
	const applied = (order.products ?? []).flatMap((line) => line.applied_discounts ?? []);
	const codes = [...coupons, ...applied].flatMap(({ code }) => (code ? [code] : []));
	return ['Discount', [...new Set(codes)].join(', ')].filter(Boolean).join(': ');
}

function itemLine(
	item: SosReference,
	description: string,
	amount: number,
	taxable: boolean,
	decimals: number,
	settings: SalesDocumentSettings,
): PlannedLine {
	const price = toDecimal(amount, decimals);
	const lineClass = settings.lines.class;
	return {
		amount,
		line: {
			item,
			...(lineClass && { class: lineClass }),
			description,
			quantity: 1,
			unitprice: price,
			amount: price,
			tax: lineTax(taxable, settings),
		},
	};
}

function negativeCharge(orderId: number, { label, net }: NamedCharge, decimals: number): Reason {
	return {
		code: 'CHARGE_NEGATIVE',
		message: `Order ${orderId}: ${label} is negative (${toText(net, decimals)}).`,
		fix: 'Correct the order in BigCommerce, or enter it in SOS Inventory by hand.',
		details: { amount: toText(net, decimals) },
	};
}

function negativeDiscount(orderId: number, discount: number, decimals: number): Reason {
	return {
		code: 'DISCOUNT_NEGATIVE',
		message: `Order ${orderId}: its discounts come to ${toText(discount, decimals)}, which would raise the total.`,
		fix: 'Correct the order in BigCommerce, or enter it in SOS Inventory by hand.',
		details: { amount: toText(discount, decimals) },
	};
}
