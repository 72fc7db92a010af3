import { sum } from 'lodash';
import { fromDecimal, ticksPerMinor, ticksToText, toText } from '../money';
import type { Reason } from '../reason';
import type { Adjustments } from './adjustments';
import type { PlannedLine } from './lines';
import type { OrderContext } from './orderContext';
import { moneyReasons } from './reasons/moneyReasons';
import type { UnaddressedDocument } from './salesDocument';

/** The order's total against the document's, and what they are made of. All amounts are decimal strings. */
export interface TotalCheck {
	matches: boolean;
	currency: string;
	orderTotal: string;
	documentTotal: string;
	/** Document less order. */
	difference: string;
	/** What the document adds up. */
	document: { lines: string; discountAmount: string; shippingAmount: string; taxAmount: string };
	/** The same order seen from BigCommerce, without tax, tax apart. */
	order: {
		lines: string;
		discounts: string;
		shipping: string;
		handling: string;
		wrapping: string;
		fees: string;
		tax: string;
	};
	lines: TotalCheckLine[];
}

export interface TotalCheckLine {
	/** The order line's id; missing on lines for charges and discounts. */
	lineId?: number;
	sku?: string;
	item: string;
	quantity: number;
	unitPrice: string;
	amount: string;
}

/** Minor units a document comes to, computed from its numbers the way SOS does. */
export function documentTotal(document: UnaddressedDocument, decimals: number): number {
	const minor = (amount = 0) => fromDecimal(amount, decimals);
	const { discountAmount, shippingAmount, taxAmount } = document;
	const lines = sum(document.lines.map(({ amount }) => minor(amount)));
	return lines + minor(discountAmount) + minor(shippingAmount) + minor(taxAmount);
}

/** Compares the document, as it would be sent, with the order. */
export function checkTotal(
	{ money, decimals }: OrderContext,
	document: UnaddressedDocument,
	planned: PlannedLine[],
	adjustments: Adjustments,
): TotalCheck {
	const { amounts, figures } = money;
	const text = (minor: number) => toText(minor, decimals);
	const ownTotal = documentTotal(document, decimals);
	// In ticks: a total with fractions of the minor unit is one that no document can come to.
	const difference = ownTotal * ticksPerMinor(decimals) - figures.total.incTax;
	const discounts = sum(amounts.lines.map(({ net, gross }) => net - gross)) - amounts.discountElsewhere;
	return {
		matches: difference === 0,
		currency: figures.currency,
		orderTotal: ticksToText(figures.total.incTax, decimals),
		documentTotal: text(ownTotal),
		difference: ticksToText(difference, decimals),
		document: {
			lines: text(sum(planned.map(({ amount }) => amount))),
			discountAmount: text(adjustments.discountAmount),
			shippingAmount: text(adjustments.shippingAmount),
			taxAmount: text(amounts.tax),
		},
		order: {
			lines: text(sum(amounts.lines.map(({ gross }) => gross))),
			discounts: text(discounts),
			shipping: text(amounts.shipping.net),
			handling: text(amounts.handling.net),
			wrapping: text(amounts.wrapping.net),
			fees: text(sum(amounts.fees.map(({ net }) => net))),
			tax: text(amounts.tax),
		},
		lines: planned.map(({ line, amount, orderLine }) => ({
			lineId: orderLine?.id,
			sku: orderLine?.sku ?? undefined,
			item: line.item.name ?? `#${line.item.id}`,
			quantity: line.quantity,
			unitPrice: text(fromDecimal(line.unitprice, decimals)),
			amount: text(amount),
		})),
	};
}

/** The reason to hold a document that does not come to the order's total. */
export function totalReason({
	matches,
	orderTotal,
	documentTotal: ownTotal,
	difference,
}: TotalCheck): Reason | undefined {
	return matches ? undefined : moneyReasons.totalDiffers({ orderTotal, documentTotal: ownTotal, difference });
}
