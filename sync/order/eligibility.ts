import { DateTime } from 'luxon';
import type { MatchedOrder } from '../bigCommerceOrder';
import { parseAmount } from '../money';
import type { Reason } from '../reason';
import { plainText } from '../sameText';
import { matchesPattern } from '../textPattern';
import { byName } from './byName';
import { INCOMPLETE } from './orderStatuses';
import { isAuthorised, isPaid, paymentRefund } from './payment';
import type { OrderContext } from './orderContext';
import { eligibilityReasons } from './reasons/eligibilityReasons';
import { refundReasons } from './reasons/refundReasons';
import { inWords, refundedLines } from './refundedUnits';
import { refundIsUnexplained, refundsAreUnreadable, refundSigns } from './refundSigns';
import type { EligibilitySettings, PaymentRule } from './settings';

/** One rule, whether or not it stopped the order, with what it saw. */
export interface RuleResult {
	rule: string;
	passed: boolean;
	/** What the order has. */
	saw: string;
	/** What the rule asks for. */
	wanted: string;
	/** Only when the order did not pass. */
	reason?: Reason;
}

/** The answer to "why was this order (not) imported?". */
export interface EligibilityReport {
	eligible: boolean;
	rules: RuleResult[];
}

interface Verdict {
	passed: boolean;
	saw: string;
	wanted: string;
	/** What it means when the order does not pass. */
	reason: Reason;
}

type Rule = (order: MatchedOrder, settings: EligibilitySettings, timeZone: string) => Verdict;

/** Evaluates every rule, not only up to the first that fails. A start date without an offset is in the store's time zone. */
export function judgeEligibility({
	order,
	settings,
}: Pick<OrderContext, 'order' | 'settings'>): EligibilityReport {
	const results = Object.entries(RULES).map(([rule, judge]): RuleResult => {
		const { passed, saw, wanted, reason } = judge(order, settings.eligibility, settings.fields.timeZone);
		const details = { rule, saw, wanted };
		return { rule, passed, saw, wanted, ...(!passed && { reason: { ...reason, details } }) };
	});
	return { eligible: results.every(({ passed }) => passed), rules: results };
}

const RULES: Record<string, Rule> = {
	status: ({ status_id, status }, { statusIds }) => {
		const id = numberOf(status_id);
		const saw = `${id ?? 'none'}${status ? ` (${status})` : ''}`;
		const isChosen = statusIds.length === 0 || (id !== undefined && statusIds.includes(id));
		return {
			passed: id !== INCOMPLETE && isChosen,
			saw,
			wanted: statusIds.length > 0 ? `one of ${statusIds.join(', ')}` : 'any but 0 (Incomplete)',
			reason: eligibilityReasons.statusNotChosen(saw),
		};
	},
	archived: (order, { includeArchived }) => ({
		passed: includeArchived || order.is_deleted !== true,
		saw: order.is_deleted === true ? 'archived' : 'not archived',
		wanted: includeArchived ? 'any' : 'not archived',
		reason: eligibilityReasons.archived(),
	}),
	channel: ({ channel_id }, { channelIds }) => {
		const id = numberOf(channel_id);
		const saw = String(id ?? 'none');
		return {
			passed: channelIds.length === 0 || (id !== undefined && channelIds.includes(id)),
			saw,
			wanted: channelIds.length > 0 ? `one of ${channelIds.join(', ')}` : 'any',
			reason: eligibilityReasons.channelNotChosen(id === undefined ? '(none)' : saw),
		};
	},
	created: (order, { createdFrom }, timeZone) => ({
		passed: createdFrom === '' || isCreatedSince(order, createdFrom, timeZone),
		saw: order.date_created ?? 'none',
		wanted: createdFrom === '' ? 'any' : `${createdFrom} or later`,
		reason: eligibilityReasons.createdTooEarly(order.date_created ?? 'at an unknown time', createdFrom),
	}),
	payment: (order, settings) => {
		const rule = byName(settings.paymentByMethod, order.payment_method) ?? settings.payment;
		const saw = `${order.payment_status || 'no payment status'}, ${order.payment_method || 'no payment method'}`;
		const reason = eligibilityReasons.paymentNotMade(saw, rule);
		return { passed: paymentPasses(order, rule), saw, wanted: rule, reason };
	},
	testOrder: (order, { testOrders }) => {
		const total = order.total_inc_tax ?? '0';
		const email = plainText(order.billing_address?.email);
		const pattern = testOrders.emailPatterns.find((one) => matchesPattern(email, one));
		const least = parseAmount(testOrders.minimumTotal) ?? 0;
		const tooSmall = least > 0 && (parseAmount(total) ?? 0) < least;
		return {
			passed: pattern === undefined && !tooSmall,
			saw: `total ${total}${pattern === undefined ? '' : `, e-mail like ${pattern}`}`,
			wanted: `${least > 0 ? `total ${testOrders.minimumTotal} or more` : 'any total'}, e-mail unlike any of ${testOrders.emailPatterns.length} patterns`,
			reason: eligibilityReasons.testOrder(
				pattern === undefined ? `it has a total of only ${total}` : `it has an e-mail like ${pattern}`,
			),
		};
	},
	refunds: (order, { refundedUnits }) => {
		const lines = refundedLines(order);
		const unclear = reasonAgainstRefund(order, lines.length > 0);
		return {
			passed: unclear === undefined && (lines.length === 0 || refundedUnits === 'leaveOut'),
			saw: lines.length > 0 ? inWords(lines) : unclear ? refundSigns(order) : 'no unit refunded',
			wanted: refundedUnits === 'leaveOut' ? 'units that are left' : 'no unit refunded',
			reason: unclear ?? refundReasons.unitsRefunded(lines),
		};
	},
	skus: ({ products }, { skusNotImported }) => {
		const named = products.find(({ sku }) =>
			skusNotImported.some((pattern) => matchesPattern(plainText(sku), pattern)),
		);
		return {
			passed: named === undefined,
			saw: named === undefined ? 'none of them' : String(named.sku),
			wanted: `none of ${skusNotImported.length} SKUs`,
			reason: eligibilityReasons.skuNotImported(named),
		};
	},
	addresses: ({ shipping_address_count, shipping_addresses }, { severalAddresses }) => {
		const count = Math.max(numberOf(shipping_address_count) ?? 0, shipping_addresses.length);
		return {
			passed: count <= 1 || severalAddresses === 'oneDocument',
			saw: String(count),
			wanted: severalAddresses === 'oneDocument' ? 'any number' : 'one at most',
			reason: eligibilityReasons.severalAddresses(String(count)),
		};
	},
};

/** Why nobody can tell what is left of an order, whichever way refunded units are to be treated. */
function reasonAgainstRefund(order: MatchedOrder, hasLines: boolean): Reason | undefined {
	if (!hasLines && paymentRefund(order) === 'all') {
		return refundReasons.paymentRefunded(order.payment_status ?? '');
	}
	if (refundsAreUnreadable(order)) return refundReasons.refundsUnreadable(refundSigns(order));
	return refundIsUnexplained(order) ? refundReasons.refundNotOnRecord(refundSigns(order)) : undefined;
}

/** Some programs hand numbers on as text. */
function numberOf(value: number | string | null | undefined): number | undefined {
	return value === undefined || value === null ? undefined : Number(value);
}

/** Dates that cannot be read let nothing pass. */
function isCreatedSince(order: MatchedOrder, createdFrom: string, timeZone: string): boolean {
	const from = DateTime.fromISO(createdFrom, { zone: timeZone });
	const created = DateTime.fromRFC2822(order.date_created ?? '', { zone: 'utc' });
	return from.isValid && created.isValid && created >= from;
}

function paymentPasses(order: MatchedOrder, rule: PaymentRule): boolean {
	if (rule === 'always') return true;
	return isPaid(order) || (rule === 'authorised' && isAuthorised(order));
}
