import { sum } from 'lodash';
import { toDecimal, toText } from '../money';
import type { Reason } from '../reason';
import { lineTax, type PlannedLine } from './lines';
import type { NetCharge } from './netAmounts';
import type { OrderContext } from './orderContext';
import { moneyReasons } from './reasons/moneyReasons';
import { settingReasons } from './reasons/settingReasons';
import type { SosReference } from './salesDocument';
import type { ChargeSettings } from './settings';

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
	kind: 'shipping' | 'handling' | 'wrapping' | 'fees';
	/** What the line or the warning calls it. */
	label: string;
}

/** Places shipping, handling, gift wrapping, fees and discounts where the settings want them. */
export function planAdjustments(context: OrderContext): Adjustments {
	const plan: Adjustments = {
		lines: [],
		shippingAmount: 0,
		shippingTaxable: false,
		discountAmount: 0,
		warnings: [],
		held: [],
	};
	const offShipping = placeDiscounts(context, plan);
	for (const charge of chargesOf(context, offShipping)) {
		if (charge.net < 0) {
			plan.held.push(moneyReasons.chargeNegative(charge.label, toText(charge.net, context.decimals)));
		} else if (charge.net > 0) placeCharge(context, charge, plan);
	}
	return plan;
}

function chargesOf({ order, money }: OrderContext, offShipping: number): NamedCharge[] {
	const { shipping, handling, wrapping, fees } = money.amounts;
	const method = order.shipping_addresses[0]?.shipping_method;
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

function placeCharge(context: OrderContext, charge: NamedCharge, plan: Adjustments): void {
	const { kind, label, net, taxable } = charge;
	const { as, item }: ChargeSettings = context.settings.amounts[kind];
	if (as === 'itemLine') {
		if (item) plan.lines.push(itemLine(context, item, label, net, taxable));
		else plan.held.push(settingReasons.itemMissing(label.toLowerCase(), `import.amounts.${kind}Item`));
		return;
	}
	plan.shippingAmount += net;
	plan.shippingTaxable ||= taxable;
	if (kind === 'wrapping' || kind === 'fees') {
		plan.warnings.push(moneyReasons.chargeInShipping(label, toText(net, context.decimals)));
	}
}

/** Returns what is to be taken off shipping. */
function placeDiscounts(context: OrderContext, plan: Adjustments): number {
	const { money, settings, decimals } = context;
	const { lines, discountElsewhere } = money.amounts;
	const { as, item } = settings.amounts.discounts;
	if (as === 'spread') return placeOnShipping(context, plan);
	const discount = sum(lines.map(({ gross, net }) => gross - net)) + discountElsewhere;
	if (discount < 0) plan.held.push(moneyReasons.discountNegative(toText(discount, decimals)));
	if (as === 'header') {
		plan.discountAmount = discount === 0 ? 0 : -discount;
	} else if (discount !== 0 && item) {
		const taxable = lines.some((line) => line.gross !== line.net && line.taxable);
		plan.lines.push(itemLine(context, item, discountText(context), -discount, taxable));
	} else if (discount !== 0) {
		plan.held.push(settingReasons.itemMissing('discounts', 'import.amounts.discountsItem'));
	}
	return 0;
}

/** Lines already carry their shares; what no line carries can only have come off shipping. */
function placeOnShipping({ money, decimals }: OrderContext, plan: Adjustments): number {
	const { discountElsewhere: discount, shipping } = money.amounts;
	if (discount === 0) return 0;
	const amount = toText(discount, decimals);
	if (discount < 0 || discount > shipping.net) {
		plan.held.push(moneyReasons.discountUnplaced(amount));
		return 0;
	}
	plan.warnings.push(moneyReasons.discountOnShipping(amount));
	return discount;
}

function discountText({ order }: OrderContext): string {
	const applied = order.products.flatMap((line) => line.applied_discounts ?? []);
	const codes = [...(order.coupons ?? []), ...applied].flatMap(({ code }) => (code ? [code] : []));
	return ['Discount', [...new Set(codes)].join(', ')].filter(Boolean).join(': ');
}

function itemLine(
	{ settings, decimals }: OrderContext,
	item: SosReference,
	description: string,
	amount: number,
	taxable: boolean,
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
