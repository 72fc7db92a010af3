import { uniqBy } from 'lodash';
import type { BigCommerceOrder } from '../bigCommerceOrder';
import type { Reason } from '../reason';
import { TextCutter } from '../textLimits';
import { planAdjustments } from './adjustments';
import { fixedCustomer, planCustomer, type CustomerPlan } from './customer';
import { buildDocument, documentType, type SalesDocumentType } from './document';
import { judgeEligibility, type EligibilityReport } from './eligibility';
import { planLines } from './lines';
import { moneyOf, type OrderMoney } from './orderMoney';
import { reasonAgainstNumber } from './referenceNumber';
import type { SosItemBody, SosSalesDocument } from './salesDocument';
import type { SalesDocumentSettings } from './settings';
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
 * Before it: `normalizeOrder` (lines and addresses as lists), `matchOrder` (`sos` on every line),
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
	const eligibility = judgeEligibility(order, settings.eligibility, settings.fields.timeZone);
	const money = moneyOf(order, settings.amounts);
	const { figures, amounts } = money;
	const orderLines = planLines(order, amounts.lines, figures.decimals, settings, cutter);
	const adjustments = planAdjustments(order, amounts, figures.decimals, settings);
	const lines = [...orderLines.lines, ...adjustments.lines];
	const { customer, held: customerHeld } = planCustomer(order, settings.customer, cutter);
	const type = documentType(order, settings);
	const parts = { type, customer: fixedCustomer(customer), figures, amounts, lines, adjustments };
	const { document, held: documentHeld } = buildDocument(order, parts, settings, cutter);
	const totalCheck = checkTotal(document, lines, amounts, adjustments, figures);

	const moneyHeld = [...money.unreadable, ...orderLines.held, ...adjustments.held];
	const totalDiffers = moneyHeld.length === 0 ? totalReason(order.id, totalCheck) : undefined;
	const held = [
		...eligibility.rules.map(({ reason }) => reason),
		reasonAgainstNumber(order, settings),
		...moneyHeld,
		money.contradiction ?? totalDiffers,
		...customerHeld,
		...documentHeld,
	];
	return {
		type,
		number: document.number,
		document,
		customer,
		itemsToCreate: orderLines.itemsToCreate,
		totalCheck,
		warnings: [
			...severalAddresses(order),
			...roundingMoved(order.id, money),
			...orderLines.warnings,
			...adjustments.warnings,
			...cutter.warnings,
		],
		eligibility,
		held: withoutRepeats(held.filter((reason) => reason !== undefined)),
	};
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

function roundingMoved(orderId: number, { amounts, sharesCorrected }: OrderMoney): Reason[] {
	const where = [...amounts.moved, ...(sharesCorrected ? ['the discount of one line'] : [])];
	if (where.length === 0) return [];
	return [
		{
			code: 'ROUNDING_MOVED',
			message: `Order ${orderId}: a rounding difference was put on ${where.join(', ')}, so that the document comes to the order's total.`,
			fix: 'Nothing has to be done.',
			details: { where },
		},
	];
}

/** A reason about the order as a whole may come from every line. */
function withoutRepeats(reasons: Reason[]): Reason[] {
	return uniqBy(reasons, ({ code, message }) => `${code} ${message}`);
}
