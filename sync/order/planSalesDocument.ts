import { uniqBy } from 'lodash';
import type { MatchedOrder } from '../bigCommerceOrder';
import { ofOrder, orderReasons } from '../orderReasons';
import type { Reason } from '../reason';
import { unitsThatDiffer } from '../unitCount';
import { planAdjustments } from './adjustments';
import { fixedCustomer, planCustomer } from './customer';
import { buildDocument, documentType } from './document';
import { judgeEligibility, type EligibilityReport } from './eligibility';
import { planLines } from './lines';
import { netOfRefunds } from './netOfRefunds';
import { orderContext, type OrderContext } from './orderContext';
import type { PlanReport, SalesDocumentPlan } from './plan';
import { documentReasons } from './reasons/documentReasons';
import { moneyReasons } from './reasons/moneyReasons';
import { refundReasons } from './reasons/refundReasons';
import { isRefundedInPart, refundSigns } from './refundSigns';
import { reasonAgainstNumber } from './referenceNumber';
import type { SalesDocumentSettings } from './settings';
import { checkTotal, totalReason } from './totalCheck';

/**
 * Turns an order into a sales document, or into the reasons why it may not be written. Pure: the same
 * order and settings give the same plan, so that what is planned is what is applied.
 *
 * The types say the way: `normalizeOrder` makes a NormalizedOrder of anything, `matchOrder` (or `withMatches`) a
 * MatchedOrder; of a plan that is ready `addressed` makes one that may be written. `checkReferenceNumbers` looks at
 * the whole batch; `compareWithWritten` and `isSameDocument` compare with what SOS has.
 */
export function planSalesDocument(given: MatchedOrder, settings: SalesDocumentSettings): SalesDocumentPlan {
	const net = netOfRefunds(given, settings);
	const { order } = net;
	const context = orderContext(order, settings);
	const { money, texts } = context;
	const about = (reason: Reason) => ofOrder(order.id, reason);

	const judged = judgeEligibility({ order: given, settings });
	const orderLines = planLines(context);
	const adjustments = planAdjustments(context);
	const { customer, held: customerHeld } = planCustomer(context);
	const lines = [...orderLines.lines, ...adjustments.lines];
	const parts = { customer: fixedCustomer(customer), lines, adjustments };
	const { document, held: documentHeld } = buildDocument(context, parts);
	const totalCheck = checkTotal(context, document, lines, adjustments);

	const moneyHeld = [...money.unreadable, ...orderLines.held, ...adjustments.held];
	const held = [
		...judged.rules.map(({ reason }) => reason),
		reasonAgainstNumber(order, settings),
		reasonAgainstLines(given),
		net.held,
		...moneyHeld,
		money.contradiction ?? (moneyHeld.length === 0 ? totalReason(totalCheck) : undefined),
		...customerHeld,
		...documentHeld,
	].filter((reason) => reason !== undefined);
	const warnings = [
		...warningsAbout(context),
		...net.warnings,
		...warningsAboutPayment(given),
		...orderLines.warnings,
		...adjustments.warnings,
		...texts.warnings,
	];
	const report: PlanReport = {
		type: documentType(context),
		number: document.number,
		totalCheck,
		warnings: warnings.map(about),
		eligibility: reportOf(judged, about),
	};
	if (held.length > 0) return { kind: 'held', ...report, held: withoutRepeats(held).map(about) };
	const { itemsToCreate } = orderLines;
	return itemsToCreate.length > 0
		? { kind: 'itemsMissing', ...report, document, customer, itemsToCreate }
		: { kind: 'ready', ...report, document, customer };
}

function reportOf(
	{ eligible, rules }: EligibilityReport,
	about: (reason: Reason) => Reason,
): EligibilityReport {
	return {
		eligible,
		rules: rules.map((rule) => (rule.reason ? { ...rule, reason: about(rule.reason) } : rule)),
	};
}

/** Warnings about the order as a whole. */
function warningsAbout({ order, money }: OrderContext): Reason[] {
	const addresses = order.shipping_addresses.length;
	const moved = [...money.amounts.moved, ...(money.sharesCorrected ? ['the discount of one line'] : [])];
	return [
		...(addresses > 1 ? [documentReasons.otherAddressesInComment(addresses)] : []),
		...(moved.length > 0 ? [moneyReasons.roundingMoved(moved)] : []),
	];
}

/** Money went back, and no line says for which goods. */
function warningsAboutPayment(order: MatchedOrder): Reason[] {
	return isRefundedInPart(order) ? [refundReasons.partOfPaymentRefunded(refundSigns(order))] : [];
}

/** An order whose lines did not all come, from whichever node. */
function reasonAgainstLines(order: MatchedOrder): Reason | undefined {
	const differ = unitsThatDiffer(order);
	return differ && !differ.isByRefunds ? orderReasons.unitsDiffer(differ) : undefined;
}

/** A reason about the order as a whole may come from every line. */
function withoutRepeats(reasons: Reason[]): Reason[] {
	return uniqBy(reasons, ({ code, message }) => `${code} ${message}`);
}
