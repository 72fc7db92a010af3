import type { Company } from '../company';
import { fromCents, toCents } from '../decimal';
import type { SalesLine, SentSalesDocument } from '../records/salesDocument';

type Header = Omit<SentSalesDocument, 'lines'>;

/** The computed amounts of a sales document, in its currency. */
export interface Totals {
	subTotal: number;
	discountAmount: number;
	taxAmount: number;
	total: number;
}

/**
 * Adds up a document in whole cents: the lines, the discount (negative, as SOS Inventory has it; a positive
 * one raises the total), shipping and tax. A discount or tax that was not sent as an amount is computed from
 * its percentage, tax also from the rate of the tax code.
 */
export function documentTotals(header: Header, lines: SalesLine[], company: Company): Totals {
	const subTotal = sumInCents(lines);
	const discount = discountInCents(header, subTotal);
	const tax = taxInCents(header, lines, discount, company);
	const shipping = toCents(header.shippingAmount ?? 0);
	return {
		subTotal: fromCents(subTotal),
		discountAmount: fromCents(discount),
		taxAmount: fromCents(tax),
		total: fromCents(subTotal + discount + shipping + tax),
	};
}

function sumInCents(lines: SalesLine[]): number {
	return lines.reduce((sum, { amount }) => sum + toCents(amount), 0);
}

function discountInCents({ discountAmount, discountPercent }: Header, subTotal: number): number {
	if (discountAmount !== null) return toCents(discountAmount);
	return -toCents(fromCents(subTotal) * ((discountPercent ?? 0) / 100)) || 0;
}

function taxInCents(header: Header, lines: SalesLine[], discount: number, company: Company): number {
	const { taxAmount, shippingAmount, shippingTaxable, discountTaxable } = header;
	if (taxAmount !== null && company.settings.headerTaxAmount === 'kept') return toCents(taxAmount);
	const taxed =
		sumInCents(lines.filter(({ tax }) => tax?.taxable)) +
		(discountTaxable ? discount : 0) +
		(shippingTaxable ? toCents(shippingAmount ?? 0) : 0);
	return toCents(fromCents(taxed) * (taxPercent(header, company) / 100));
}

function taxPercent({ taxPercent: percent, taxCode }: Header, { state }: Company): number {
	if (percent !== null) return percent;
	return (taxCode && state.taxCodes.get(taxCode.id)?.salesTaxRate) ?? 0;
}
