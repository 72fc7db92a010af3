import type { BigCommerceOrder } from '../bigCommerceOrder';
import type { Reason } from '../reason';
import { TextCutter } from '../textLimits';
import { planAdjustments } from './adjustments';
import { booksOf } from './books';
import { contradictionIn } from './contradiction';
import { planCustomer, type CustomerPlan } from './customer';
import { shareDiscounts } from './discountShares';
import { buildDocument, documentType, type SalesDocumentType } from './document';
import { judgeEligibility, type EligibilityReport } from './eligibility';
import { readFigures } from './figures';
import { planLines } from './lines';
import { netAmountsOf } from './netAmounts';
import { reasonAgainstNumber } from './referenceNumber';
import type { SosItemBody, SosSalesDocument } from './salesDocument';
import type { SalesDocumentSettings } from './settings';
import { taxModeOf } from './taxMode';
import { checkTotal, totalReason, type TotalCheck } from './totalCheck';

/** What an order becomes. `held` is empty when it may be written. */
export interface SalesDocumentPlan {
	type: SalesDocumentType;
	number: string;
	/** The JSON body to POST. It has no customer yet when `customer.kind` is `findOrCreate`: see `withCustomer`. */
	document: SosSalesDocument;
	customer: CustomerPlan;
	/** To be created before the document is planned again: see `withCreatedItems`. */
	itemsToCreate: SosItemBody[];
	totalCheck: TotalCheck;
	warnings: Reason[];
	eligibility: EligibilityReport;
	held: Reason[];
}

/**
 * Turns an order into a sales document, or into the reasons why it may not be written. Pure: the same
 * order and settings give the same plan, so that what is planned is what is applied.
 *
 * Before it: `normaliseOrder` (lines and addresses as lists), `matchOrder` (`sos` on every line),
 * `withDefaultSettings` (settings), `checkReferenceNumbers` (the whole batch).
 * After it, when `held` is empty: create `itemsToCreate` if there are any, call `withCreatedItems` and plan again;
 * settle `customer` with `matchCustomer`, or `uniqueCustomerName` and a POST of `customer.create`, and put it in with
 * `withCustomer`; POST the document; hand the answer to `compareWithWritten`. When SOS says the number is taken,
 * `isSameDocument` tells whether by this order.
 */
export function planSalesDocument(
	order: BigCommerceOrder,
	settings: SalesDocumentSettings,
): SalesDocumentPlan {
	const cutter = new TextCutter(`Order ${order.id}`);
	const eligibility = judgeEligibility(order, settings.eligibility);
	const { figures, reasons } = readFigures(order);
	const { inclusive } = taxModeOf(order, figures, settings.amounts.pricesEnteredWithTax);
	const contradiction = contradictionIn(
		booksOf(figures, inclusive),
		figures,
		order.id,
		settings.amounts.allowedRounding,
	);
	const shares = shareDiscounts(order, figures, inclusive);
	const amounts = netAmountsOf(figures, shares, inclusive, contradiction === undefined && !shares.reason);

	const orderLines = planLines(order, amounts.lines, figures.decimals, settings, cutter);
	const adjustments = planAdjustments(order, amounts, figures.decimals, settings);
	const lines = [...orderLines.lines, ...adjustments.lines];
	const { customer, held: customerHeld } = planCustomer(order, settings.customer, cutter);
	const type = documentType(order, settings);
	const { kind, ...fixedCustomer } = customer.kind === 'fixed' ? customer : { kind: customer.kind };
	const parts = {
		type,
		...(kind === 'fixed' && { customer: fixedCustomer }),
		figures,
		amounts,
		lines,
		adjustments,
	};
	const { document, held: documentHeld } = buildDocument(order, parts, settings, cutter);
	const totalCheck = checkTotal(document, lines, amounts, adjustments, figures);

	const held: Array<Reason | undefined> = [
		...eligibility.rules.map(({ reason }) => reason),
		reasonAgainstNumber(order, settings),
		...linesMissing(order),
		...reasons,
		...orderLines.held,
		...adjustments.held,
		...customerHeld,
		...documentHeld,
	];
	const arithmetic = contradiction ?? shares.reason;
	const linesArePlanned = orderLines.held.length === 0 && adjustments.held.length === 0;
	if (arithmetic) held.push(arithmetic);
	else if (linesArePlanned && reasons.length === 0) held.push(totalReason(order.id, totalCheck));
	return {
		type,
		number: document.number,
		document,
		customer,
		itemsToCreate: orderLines.itemsToCreate,
		totalCheck,
		warnings: [
			...severalAddresses(order),
			...movedAmounts(order, amounts.moved, shares.corrected && settings.amounts.discounts.as === 'spread'),
			...orderLines.warnings,
			...adjustments.warnings,
			...cutter.warnings,
		],
		eligibility,
		held: withoutRepeats(held.filter((reason) => reason !== undefined)),
	};
}

function linesMissing({ id, products }: BigCommerceOrder): Reason[] {
	if (Array.isArray(products) && products.length > 0) return [];
	return [
		{
			code: 'ORDER_WITHOUT_LINES',
			message: `Order ${id} has no lines.`,
			fix: 'Switch on "Include Lines and Addresses" in the node that reads the order.',
		},
	];
}

function severalAddresses(order: BigCommerceOrder): Reason[] {
	const count = Array.isArray(order.shipping_addresses) ? order.shipping_addresses.length : 0;
	if (count <= 1) return [];
	return [
		{
			code: 'OTHER_ADDRESSES_IN_COMMENT',
			message: `Order ${order.id} ships to ${count} addresses; the document ships to the first, the others are in its comment.`,
			fix: 'Ship by the comment, or let the node hold orders with several addresses.',
			details: { addresses: count },
		},
	];
}

function movedAmounts(order: BigCommerceOrder, moved: string[], sharesCorrected: boolean): Reason[] {
	const where = sharesCorrected ? [...moved, 'the largest discount'] : moved;
	if (where.length === 0) return [];
	return [
		{
			code: 'ROUNDING_MOVED',
			message: `Order ${order.id}: a rounding difference was put on ${where.join(', ')}, so that the document comes to the order's total.`,
			fix: 'Nothing has to be done.',
			details: { where },
		},
	];
}

/** A reason about the order as a whole may come from every line. */
function withoutRepeats(reasons: Reason[]): Reason[] {
	const seen = new Set<string>();
	return reasons.filter(({ code, message }) => {
		const key = `${code} ${message}`;
		return !seen.has(key) && seen.add(key);
	});
}
