import type { BigCommerceOrder, OrderProduct } from '../bigCommerceOrder';
import { toDecimal, toText } from '../money';
import type { Reason } from '../reason';
import type { TextCutter } from '../textLimits';
import { itemFor, type LineItem } from './lineItem';
import type { NetLine } from './netAmounts';
import type { SosDocumentLine, SosItemBody } from './salesDocument';
import type { SalesDocumentSettings } from './settings';
import { priceInWholeUnits, quantityOf, type PricedPart } from './unitPrices';

/** A line of the document before it is numbered, with where it came from and its amount in minor units. */
export interface PlannedLine {
	line: Omit<SosDocumentLine, 'lineNumber'>;
	amount: number;
	/** The order's line; missing on lines for charges and discounts. */
	orderLine?: OrderProduct;
}

export interface PlannedLines {
	lines: PlannedLine[];
	itemsToCreate: SosItemBody[];
	warnings: Reason[];
	held: Reason[];
}

/** Turns the order's lines, gift certificates and pick-list children included, into lines of the document. */
export function planLines(
	order: BigCommerceOrder,
	netLines: NetLine[],
	decimals: number,
	settings: SalesDocumentSettings,
	cutter: TextCutter,
): PlannedLines {
	const plan: PlannedLines = { lines: [], itemsToCreate: [], warnings: [], held: [] };
	for (const netLine of netLines) {
		const { line } = netLine.figures;
		const amount = settings.amounts.discounts.as === 'spread' ? netLine.net : netLine.gross;
		if (line.quantity === 0 && amount === 0) continue;
		const found = itemFor(order, line, amount, settings.lines);
		if (found.kind === 'held') plan.held.push(found.reason);
		else if (found.kind === 'skip') plan.warnings.push(found.warning);
		else plan.lines.push(...documentLines(order, netLine, amount, found, decimals, settings, cutter, plan));
	}
	return plan;
}

function documentLines(
	order: BigCommerceOrder,
	netLine: NetLine,
	amount: number,
	found: Extract<LineItem, { packSize: number }>,
	decimals: number,
	settings: SalesDocumentSettings,
	cutter: TextCutter,
	plan: PlannedLines,
): PlannedLine[] {
	const { line } = netLine.figures;
	const quantity = quantityOf(line.quantity, found.packSize);
	if (!quantity) {
		plan.held.push(quantityInvalid(order.id, line));
		return [];
	}
	if (found.kind === 'item' && found.warning) plan.warnings.push(found.warning);
	if (found.kind === 'create' && !plan.itemsToCreate.some(({ sku }) => sku === found.body.sku)) {
		plan.itemsToCreate.push(found.body);
	}
	const item = found.kind === 'create' ? { name: found.body.name } : found.item;
	const matched = found.kind === 'item' ? found.matched : undefined;
	const lineClass = settings.lines.class ?? matched?.class;
	const { taxable: taxableFrom } = settings.lines;
	const taxable = taxableFrom === 'fromItem' ? (matched?.taxable ?? netLine.taxable) : netLine.taxable;
	const parts = priceInWholeUnits(amount, quantity);
	const text = lineText(netLine, decimals, settings, matched?.description);
	const note = splitNote(parts, amount, decimals);
	const description = cutter.cut(text + note, 'lineDescription', `the description of line ${line.id}`) ?? '';
	const tax = lineTax(taxable, settings);
	return parts.map((part) => ({
		amount: part.amount,
		orderLine: line,
		line: {
			item,
			...(lineClass && { class: lineClass }),
			description,
			quantity: part.quantity,
			unitprice: toDecimal(part.unitPrice, decimals),
			amount: toDecimal(part.amount, decimals),
			tax,
		},
	}));
}

/** The tax flag of a line, with its tax code where tax codes are in use. */
export function lineTax(taxable: boolean, { amounts }: SalesDocumentSettings): SosDocumentLine['tax'] {
	const { as, taxCode, exemptTaxCode } = amounts.tax;
	const code = taxable ? taxCode : exemptTaxCode;
	return { taxable, ...(as === 'taxCode' && code && { taxCode: code }) };
}

function lineText(
	{ figures, gross, net }: NetLine,
	decimals: number,
	settings: SalesDocumentSettings,
	itemDescription?: string,
): string {
	const { line } = figures;
	const options = (line.product_options ?? [])
		.filter(({ display_value }) => display_value)
		.map(({ display_name, display_value }) => `${display_name}: ${display_value}`);
	const own = settings.lines.overrideDescription ? itemDescription : undefined;
	const base = own ?? [line.name, ...options].filter(Boolean).join('; ');
	const wrapping = [line.wrapping_name && `Gift wrapping: ${line.wrapping_name}`, line.wrapping_message];
	const discount =
		settings.amounts.discounts.as === 'spread' && gross !== net
			? [`Discount ${toText(net - gross, decimals)} included`]
			: [];
	return [base, ...wrapping, ...discount].filter(Boolean).join('\n');
}

/** Says on the line why it appears twice. */
function splitNote(parts: PricedPart[], amount: number, decimals: number): string {
	if (parts.length === 1) return '';
	const terms = parts.map(({ quantity, unitPrice }) => `${quantity} × ${toText(unitPrice, decimals)}`);
	return `\n(split to come to ${toText(amount, decimals)} exactly: ${terms.join(' + ')})`;
}

function quantityInvalid(orderId: number, line: OrderProduct): Reason {
	return {
		code: 'QUANTITY_INVALID',
		message: `Order ${orderId}: line ${line.id} has the quantity ${line.quantity}, which no document line can have.`,
		fix: 'Check the line in BigCommerce, and the pack size of its alias if it has one.',
		details: { lineId: line.id, quantity: line.quantity },
	};
}
