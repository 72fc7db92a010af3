import type { MatchedLine } from '../bigCommerceOrder';
import type { MatchedItem } from '../lineMatch';
import { toDecimal, toText } from '../money';
import type { Reason } from '../reason';
import { itemFor, type LineItem } from './lineItem';
import { lineText } from './lineText';
import type { NetLine } from './netAmounts';
import type { OrderContext } from './orderContext';
import { lineReasons } from './reasons/lineReasons';
import type { SosDocumentLine, SosItemBody } from './salesDocument';
import type { SalesDocumentSettings } from './settings';
import { priceInWholeUnits, quantityOf, type PricedPart } from './unitPrices';

/** A line of the document before it is numbered, with where it came from and its amount in minor units. */
export interface PlannedLine {
	line: Omit<SosDocumentLine, 'lineNumber'>;
	amount: number;
	/** The order's line; missing on lines for charges and discounts. */
	orderLine?: MatchedLine;
}

export interface PlannedLines {
	lines: PlannedLine[];
	itemsToCreate: SosItemBody[];
	warnings: Reason[];
	held: Reason[];
}

/** What a line is booked on, where it becomes a line of the document. */
type BookedOn = Extract<LineItem, { packSize: number }>;

/** Turns the order's lines, gift certificates and pick-list children included, into lines of the document. */
export function planLines(context: OrderContext): PlannedLines {
	const plan: PlannedLines = { lines: [], itemsToCreate: [], warnings: [], held: [] };
	for (const netLine of context.money.amounts.lines) {
		const { line } = netLine.figures;
		const amount = amountOn(netLine, context.settings);
		if (line.quantity === 0 && amount === 0) continue;
		const found = itemFor(line, amount, context.settings.lines);
		if (found.kind === 'held') plan.held.push(found.reason);
		else if (found.kind === 'skip') plan.warnings.push(found.warning);
		else addLine(context, plan, netLine, found);
	}
	return plan;
}

/** Minor units the line shows: with its discounts only when those are spread over lines. */
export function amountOn({ net, gross }: NetLine, { amounts }: SalesDocumentSettings): number {
	return amounts.discounts.as === 'spread' ? net : gross;
}

function addLine(context: OrderContext, plan: PlannedLines, netLine: NetLine, found: BookedOn): void {
	const { settings, decimals, texts } = context;
	const { line } = netLine.figures;
	const quantity = quantityOf(line.quantity, found.packSize);
	if (!quantity) {
		plan.held.push(lineReasons.quantityInvalid(line));
		return;
	}
	const parts = priceInWholeUnits(amountOn(netLine, settings), quantity);
	const matched = found.kind === 'item' ? found.matched : undefined;
	if (found.kind === 'create' && !plan.itemsToCreate.some(({ sku }) => sku === found.body.sku)) {
		plan.itemsToCreate.push(found.body);
	}
	if (found.kind === 'item' && found.warning) plan.warnings.push(found.warning);
	plan.warnings.push(...belowMinimumPrice(line, parts, decimals, matched));

	const text = lineText(context, netLine, parts, matched?.description ?? undefined);
	const lineClass = settings.lines.class ?? classOf(matched);
	const shared = {
		item: found.kind === 'create' ? { name: found.body.name } : found.item,
		...(lineClass && { class: lineClass }),
		description: texts.cut(text, 'lineDescription', `the description of line ${line.id}`) ?? '',
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

function classOf(matched: MatchedItem | undefined): SosDocumentLine['class'] {
	if (!matched?.class) return undefined;
	const { id, name } = matched.class;
	return { id, ...(name && { name }) };
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

function belowMinimumPrice(
	line: MatchedLine,
	parts: PricedPart[],
	decimals: number,
	item?: MatchedItem,
): Reason[] {
	const lowest = Math.min(...parts.map(({ unitPrice }) => unitPrice));
	if (!item?.minimumPrice || toDecimal(lowest, decimals) >= item.minimumPrice) return [];
	return [lineReasons.belowMinimumPrice(line, toText(lowest, decimals), item)];
}
