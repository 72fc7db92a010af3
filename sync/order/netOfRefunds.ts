import { mapValues, pick, sum } from 'lodash';
import type { MatchedLine, MatchedOrder } from '../bigCommerceOrder';
import { decimalsOf } from '../currencies';
import { parseAmount, ticksPerMinor, ticksToText, toMinor } from '../money';
import type { Reason } from '../reason';
import { unitsThatDiffer } from '../unitCount';
import { refundReasons } from './reasons/refundReasons';
import { canBeLeftOut, refundedLines, type RefundedLine } from './refundedUnits';
import type { SalesDocumentSettings } from './settings';

/** An order as it is to be planned. */
export interface NetOrder {
	order: MatchedOrder;
	/** Why its refunded units cannot be left out. */
	held?: Reason;
	warnings: Reason[];
}

type Ticks = Record<string, number>;

const LINE_AMOUNTS = [
	'total_ex_tax',
	'total_exc_tax',
	'total_inc_tax',
	'total_tax',
	'base_total',
	'discounted_total_inc_tax',
] as const;

/**
 * Leaves the refunded units out of an order, with their share of each amount of their line, where the
 * settings want that. BigCommerce leaves totals as they were before a refund. A share that is no whole
 * number of the smallest unit could have been rounded either way, so that such an order is held unless
 * *Allowed Rounding Difference* lets it be rounded; and whether the figures then agree is checked as ever.
 */
export function netOfRefunds(order: MatchedOrder, settings: SalesDocumentSettings): NetOrder {
	const refunded = refundedLines(order);
	if (settings.eligibility.refundedUnits === 'hold' || refunded.length === 0) return { order, warnings: [] };
	const decimals = decimalsOf(order.default_currency_code || order.currency_code || '');
	const cannot = (reason: Reason): NetOrder => ({ order, held: reason, warnings: [] });
	// Nobody knows then whether the lines still have the refunded units.
	const isUnclear = unitsThatDiffer(order)?.isByRefunds ?? false;
	if (isUnclear || !canBeLeftOut(order, refunded)) return cannot(refundReasons.cannotBeLeftOut(refunded));
	if (discountIsOnNoLine(order)) return cannot(refundReasons.shareUnknown(refunded));

	const taken = refunded.map((one) => takenOff(one, decimals));
	const allowed = settings.amounts.allowedRounding * ticksPerMinor(decimals);
	const inclusive = order.is_tax_inclusive_pricing ?? settings.amounts.pricesEnteredWithTax ?? false;
	if (taken.some((one) => roundedBy(one, inclusive, decimals) > allowed)) {
		return cannot(refundReasons.notToTheCent(refunded));
	}
	const rounded = taken.map((one) => ({
		...one,
		amounts: wholeWhereExact(one.amounts, inclusive, decimals),
	}));
	return { order: without(order, rounded, inclusive), warnings: [refundReasons.leftOut(refunded)] };
}

/** What leaves with the refunded units of a line, in ticks that may have fractions. */
interface Taken {
	refunded: RefundedLine;
	amounts: Ticks;
	/** In the order of the line's own list. */
	discounts: Array<{ isCoupon: boolean; amount: number }>;
}

function takenOff(refunded: RefundedLine, decimals: number): Taken {
	const { line, units } = refunded;
	const share = (amount: unknown) => ((parseAmount(amount) ?? 0) * (units ?? 0)) / line.quantity;
	const perMinor = ticksPerMinor(decimals);
	return {
		refunded,
		amounts: mapValues(pick(line, LINE_AMOUNTS), share),
		discounts: (line.applied_discounts ?? []).map(({ amount, code }) => ({
			isCoupon: Boolean(code),
			// Shares of discounts are rounded to the smallest unit by BigCommerce itself.
			amount: toMinor(share(amount), decimals) * perMinor,
		})),
	};
}

/** The figures of a line that a document is made of. */
function exactFields(inclusive: boolean): string[] {
	return inclusive
		? ['total_inc_tax', 'discounted_total_inc_tax', 'total_tax']
		: ['total_ex_tax', 'total_exc_tax', 'total_tax'];
}

/** By how many ticks one of them is off what the smallest unit can say. */
function roundedBy(
	{ amounts, refunded: { line, units } }: Taken,
	inclusive: boolean,
	decimals: number,
): number {
	const perMinor = ticksPerMinor(decimals);
	const off = (ticks: number) => Math.abs(ticks - toMinor(ticks, decimals) * perMinor);
	const discounts = (line.applied_discounts ?? []).map(
		({ amount }) => ((parseAmount(amount) ?? 0) * (units ?? 0)) / line.quantity,
	);
	return Math.max(
		0,
		...exactFields(inclusive).map((field) => off(amounts[field] ?? 0)),
		...discounts.map(off),
	);
}

function wholeWhereExact(amounts: Ticks, inclusive: boolean, decimals: number): Ticks {
	const exact = exactFields(inclusive);
	return mapValues(amounts, (ticks, field) =>
		exact.includes(field) ? toMinor(ticks, decimals) * ticksPerMinor(decimals) : Math.round(ticks),
	);
}

function without(order: MatchedOrder, taken: Taken[], inclusive: boolean): MatchedOrder {
	const byLine = new Map(taken.map((one) => [one.refunded.line, one]));
	const total = (field: string) => sum(taken.map(({ amounts }) => amounts[field] ?? 0));
	const discounts = (coupons: boolean) =>
		sum(
			taken.flatMap((one) =>
				one.discounts.filter(({ isCoupon }) => isCoupon === coupons).map(({ amount }) => amount),
			),
		);
	const [ofCoupons, others] = [discounts(true), discounts(false)];
	const tax = total('total_tax');
	const paid = inclusive
		? sum(taken.map(({ amounts }) => amounts.discounted_total_inc_tax ?? amounts.total_inc_tax ?? 0))
		: sum(taken.map(({ amounts }) => amounts.total_ex_tax ?? amounts.total_exc_tax ?? 0)) -
			ofCoupons -
			others +
			tax;
	const less = {
		subtotal_ex_tax: total('total_ex_tax'),
		subtotal_inc_tax: total('total_inc_tax'),
		discount_amount: others,
		coupon_discount: ofCoupons,
		total_inc_tax: paid,
		total_ex_tax: paid - tax,
		total_tax: tax,
	};
	return {
		...order,
		...lessAmounts(order, less),
		products: order.products.flatMap((line) => {
			const gone = byLine.get(line);
			return gone === undefined ? [line] : leftOf(line, gone);
		}),
	};
}

/** The line with what is left of it; none where nothing is. */
function leftOf(line: MatchedLine, { refunded, amounts, discounts }: Taken): MatchedLine[] {
	const quantity = line.quantity - (refunded.units ?? 0);
	if (quantity === 0) return [];
	const applied = line.applied_discounts?.map((discount, index) => ({
		...discount,
		...lessAmounts(discount, { amount: discounts[index].amount }),
	}));
	return [
		{
			...line,
			...lessAmounts(line, amounts),
			...(applied && { applied_discounts: applied }),
			quantity,
			quantity_refunded: 0,
			is_refunded: false,
		},
	];
}

/** The amounts less so many ticks each, as text; those that the record does not have stay away. */
function lessAmounts(record: object, less: Ticks): Record<string, string> {
	const changed = Object.entries(less).flatMap(([field, ticks]) => {
		const amount = parseAmount((record as Record<string, unknown>)[field]);
		return amount === undefined ? [] : [[field, ticksToText(amount - ticks, 4)]];
	});
	return Object.fromEntries(changed) as Record<string, string>;
}

/** Older orders do not say which line a discount was for. */
function discountIsOnNoLine({ products, discount_amount, coupon_discount }: MatchedOrder): boolean {
	const total = (parseAmount(discount_amount) ?? 0) + (parseAmount(coupon_discount) ?? 0);
	return total !== 0 && products.every(({ applied_discounts }) => (applied_discounts ?? []).length === 0);
}
