import type { BigCommerceOrder, MatchedItem, OrderProduct } from '../bigCommerceOrder';
import { toDecimal, toText } from '../money';
import type { Reason } from '../reason';
import type { TextCutter } from '../textLimits';
import { itemFor, type LineItem } from './lineItem';
import { lineText } from './lineText';
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
		else addLine(plan, order, netLine, amount, found, decimals, settings, cutter);
	}
	return plan;
}

function addLine(
	plan: PlannedLines,
	order: BigCommerceOrder,
	netLine: NetLine,
	amount: number,
	found: Extract<LineItem, { packSize: number }>,
	decimals: number,
	settings: SalesDocumentSettings,
	cutter: TextCutter,
): void {
	const { line } = netLine.figures;
	const quantity = quantityOf(line.quantity, found.packSize);
	if (!quantity) {
		plan.held.push(quantityInvalid(order.id, line));
		return;
	}
	const parts = priceInWholeUnits(amount, quantity);
	const matched = found.kind === 'item' ? found.matched : undefined;
	if (found.kind === 'create' && !plan.itemsToCreate.some(({ sku }) => sku === found.body.sku)) {
		plan.itemsToCreate.push(found.body);
	}
	if (found.kind === 'item' && found.warning) plan.warnings.push(found.warning);
	plan.warnings.push(...belowMinimumPrice(order.id, line, parts, decimals, matched));

	const text = lineText(netLine, amount, parts, decimals, settings, matched?.description);
	const lineClass = settings.lines.class ?? matched?.class;
	const shared = {
		item: found.kind === 'create' ? { name: found.body.name } : found.item,
		...(lineClass && { class: lineClass }),
		description: cutter.cut(text, 'lineDescription', `the description of line ${line.id}`) ?? '',
	};
	const tax = lineTax(isTaxable(netLine, matched, settings), settings);
	for (const part of parts) {
		const quantityAndPrice = {
			quantity: part.quantity,
			unitprice: toDecimal(part.unitPrice, decimals),
			amount: toDecimal(part.amount, decimals),
		};
		plan.lines.push({
			amount: part.amount,
			orderLine: line,
			line: { ...shared, ...quantityAndPrice, tax },
		});
	}
}

function isTaxable(
	{ taxable }: NetLine,
	matched: MatchedItem | undefined,
	{ lines }: SalesDocumentSettings,
): boolean {
	return lines.taxable === 'fromItem' ? (matched?.taxable ?? taxable) : taxable;
}

/** The tax flag of a line, with its tax code where tax codes are in use. */
export function lineTax(taxable: boolean, { amounts }: SalesDocumentSettings): SosDocumentLine['tax'] {
	const { as, taxCode, exemptTaxCode } = amounts.tax;
	const code = taxable ? taxCode : exemptTaxCode;
	return { taxable, ...(as === 'taxCode' && code && { taxCode: code }) };
}

function quantityInvalid(orderId: number, line: OrderProduct): Reason {
	return {
		code: 'QUANTITY_INVALID',
		message: `Order ${orderId}: line ${line.id} has the quantity ${line.quantity}, which no document line can have.`,
		fix: 'Check the line in BigCommerce, and the pack size of its alias if it has one.',
		details: { lineId: line.id, quantity: line.quantity },
	};
}

function belowMinimumPrice(
	orderId: number,
	line: OrderProduct,
	parts: PricedPart[],
	decimals: number,
	item?: MatchedItem,
): Reason[] {
	const lowest = Math.min(...parts.map(({ unitPrice }) => unitPrice));
	if (!item?.minimumPrice || toDecimal(lowest, decimals) >= item.minimumPrice) return [];
	const price = toText(lowest, decimals);
	return [
		{
			code: 'BELOW_MINIMUM_PRICE',
			message: `Order ${orderId}: line ${line.id} (${item.sku}) sells at ${price}, below the item's minimum price of ${item.minimumPrice}; SOS Inventory may refuse it.`,
			fix: "Lower the item's minimum price in SOS Inventory, or put discounts in the document's header.",
			details: { lineId: line.id, price, minimumPrice: item.minimumPrice },
		},
	];
}
