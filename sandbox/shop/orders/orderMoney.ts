import { sum } from 'lodash';
import { withTax, type Taxed } from '../tax';
import { moneyOfLines, type LineMoney } from './lineMoney';
import type { OrderPlan } from './orderPlan';

/** What a whole order costs, in minor units of its currency. */
export interface OrderMoney {
	lines: LineMoney[];
	/** Lines before discounts; with a fraction of a minor unit where tax-inclusive prices are taken apart. */
	subtotal: { exTax: number; incTax: number; tax: number };
	/** Before shipping coupons. */
	baseShipping: number;
	shipping: Taxed;
	handling: Taxed;
	wrapping: Taxed;
	fees: Taxed[];
	total: { exTax: number; incTax: number; tax: number };
	/** Manual and automatic discounts, as entered. */
	discount: number;
	/** What each coupon took off, in the order of the plan's coupons; shipping coupons took it off shipping. */
	coupons: number[];
	/** The part of `coupons` that came off lines. */
	couponDiscount: number;
	/** How the total was paid; the parts add up to it. */
	paidBy: { giftCertificate: number; storeCredit: number; other: number };
}

/**
 * Works out an order. The total with tax is the sum of the discounted lines, shipping, handling,
 * wrapping and fees, each with its tax, to the minor unit.
 */
export function moneyOfOrder(plan: OrderPlan): OrderMoney {
	const { lines, discounts } = moneyOfLines(plan);
	const untaxed = plan.rates.map((rate) => ({ ...rate, millionths: 0 }));
	const taxed = (entered: number, taxable: boolean) =>
		withTax(entered, taxable ? plan.rates : untaxed, plan.taxInclusive);

	const shippingSaved = savedOnShipping(plan);
	const shipping = taxed(plan.shippingMinor - sum(shippingSaved), plan.shippingTaxable);
	const handling = taxed(plan.handlingMinor, plan.shippingTaxable);
	const wrapping = addUp(
		lines.map((line) => line.wrapping),
		plan.rates.length,
	);
	const fees = plan.fees.map((fee) => taxed(fee.amountMinor, fee.taxable));

	const total = addUp(
		[...lines.map((line) => line.net), shipping, handling, wrapping, ...fees],
		plan.rates.length,
	);
	const subtotalIncTax = sum(lines.map((line) => line.total.incTax));
	const subtotalExTax = sum(lines.map((line) => line.total.exTax));
	return {
		lines,
		subtotal: { exTax: subtotalExTax, incTax: subtotalIncTax, tax: subtotalIncTax - subtotalExTax },
		baseShipping: plan.shippingMinor,
		shipping,
		handling,
		wrapping,
		fees,
		total,
		discount: discounts.other,
		coupons: discounts.byCoupon.map((amount, index) => amount + shippingSaved[index]),
		couponDiscount: sum(discounts.byCoupon),
		paidBy: payments(plan, total.incTax),
	};
}

/** What each coupon takes off shipping, one after the other; together never more than shipping costs. */
function savedOnShipping(plan: OrderPlan): number[] {
	let left = plan.shippingMinor;
	return plan.coupons.map((coupon) => {
		const wanted =
			coupon.kind === 'freeShipping' ? left : coupon.kind === 'shipping' ? coupon.amountMinor : 0;
		const saved = Math.min(wanted, left);
		left -= saved;
		return saved;
	});
}

function payments(plan: OrderPlan, total: number): OrderMoney['paidBy'] {
	const giftCertificate = Math.min(plan.giftCertificateMinor, total);
	const storeCredit = Math.min(plan.storeCreditMinor, total - giftCertificate);
	return { giftCertificate, storeCredit, other: total - giftCertificate - storeCredit };
}

function addUp(amounts: Taxed[], rates: number): Taxed {
	return {
		exTax: sum(amounts.map((amount) => amount.exTax)),
		incTax: sum(amounts.map((amount) => amount.incTax)),
		tax: sum(amounts.map((amount) => amount.tax)),
		perRate: Array.from({ length: rates }, (_, index) => sum(amounts.map((amount) => amount.perRate[index]))),
	};
}
