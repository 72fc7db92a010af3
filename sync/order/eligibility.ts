import { DateTime } from 'luxon';
import type { BigCommerceOrder } from '../bigCommerceOrder';
import { parseAmount } from '../money';
import type { Reason } from '../reason';
import { byName } from './byName';
import { isAuthorised, isPaid } from './payment';
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
	code: string;
	/** Follows "Order 105 ". */
	message: string;
	fix: string;
}

type Rule = (order: BigCommerceOrder, settings: EligibilitySettings, timeZone: string) => Verdict;

/**
 * Evaluates every rule, not only up to the first that fails.
 * @param timeZone IANA name of the zone that a start date without an offset is in
 */
export function judgeEligibility(
	order: BigCommerceOrder,
	settings: EligibilitySettings,
	timeZone: string,
): EligibilityReport {
	const results = Object.entries(rules).map(([rule, judge]): RuleResult => {
		const { passed, saw, wanted, code, message, fix } = judge(order, settings, timeZone);
		const details = { rule, saw, wanted };
		const reason = { code, message: `Order ${order.id} ${message}`, fix, details };
		return { rule, passed, saw, wanted, ...(!passed && { reason }) };
	});
	return { eligible: results.every(({ passed }) => passed), rules: results };
}

/** Status 0 is an order whose shopper has not paid yet and may never do. */
const incomplete = 0;

const rules: Record<string, Rule> = {
	status: (order, { statusIds }) => {
		const saw = `${order.status_id ?? 'none'}${order.status ? ` (${order.status})` : ''}`;
		const passed =
			order.status_id !== incomplete &&
			(statusIds.length === 0 || statusIds.includes(Number(order.status_id)));
		return {
			passed,
			saw,
			wanted: statusIds.length > 0 ? `one of ${statusIds.join(', ')}` : 'any but 0 (Incomplete)',
			code: 'STATUS_NOT_CHOSEN',
			message: `has the status ${saw}.`,
			fix: "Wait until the order reaches a status that is imported, or add this status to 'Statuses' under 'Which Orders'.",
		};
	},
	archived: (order, { includeArchived }) => ({
		passed: includeArchived || order.is_deleted !== true,
		saw: order.is_deleted === true ? 'archived' : 'not archived',
		wanted: includeArchived ? 'any' : 'not archived',
		code: 'ORDER_ARCHIVED',
		message: 'is archived in BigCommerce.',
		fix: 'Restore the order in BigCommerce, or let the node import archived orders.',
	}),
	channel: (order, { channelIds }) => ({
		passed: channelIds.length === 0 || channelIds.includes(Number(order.channel_id)),
		saw: String(order.channel_id ?? 'none'),
		wanted: channelIds.length > 0 ? `one of ${channelIds.join(', ')}` : 'any',
		code: 'CHANNEL_NOT_CHOSEN',
		message: `came through channel ${order.channel_id ?? '(none)'}.`,
		fix: "Add the channel to 'Channel IDs' under 'Which Orders' if its orders are to be imported.",
	}),
	created: (order, { createdFrom }, timeZone) => ({
		passed: createdFrom === '' || isCreatedSince(order, createdFrom, timeZone),
		saw: order.date_created ?? 'none',
		wanted: createdFrom === '' ? 'any' : `${createdFrom} or later`,
		code: 'CREATED_TOO_EARLY',
		message: `was created ${order.date_created ?? 'at an unknown time'}; only orders created from ${createdFrom} on are imported.`,
		fix: 'Set an earlier start date to import it: a date such as 2026-01-31, or a date and time.',
	}),
	payment: (order, settings) => {
		const rule = byName(settings.paymentByMethod, order.payment_method) ?? settings.payment;
		const saw = `${order.payment_status || 'no payment status'}, ${order.payment_method || 'no payment method'}`;
		return {
			passed: paymentPasses(order, rule),
			saw,
			wanted: rule,
			code: 'PAYMENT_NOT_MADE',
			message: `is not ${rule === 'paid' ? 'paid' : 'authorised'} (${saw}).`,
			fix: 'Capture the payment in BigCommerce, or choose another payment rule for this payment method.',
		};
	},
	testOrder: (order, { testOrders }) => {
		const total = order.total_inc_tax ?? '0';
		const email = (order.billing_address?.email ?? '').trim().toLowerCase();
		const pattern = testOrders.emailPatterns.find((one) => matchesPattern(email, one));
		const tooSmall = (parseAmount(total) ?? 0) < (parseAmount(testOrders.minimumTotal) ?? 0);
		return {
			passed: pattern === undefined && !tooSmall,
			saw: `total ${total}${pattern === undefined ? '' : `, e-mail like ${pattern}`}`,
			wanted: `total ${testOrders.minimumTotal} or more, e-mail unlike any of ${testOrders.emailPatterns.length} patterns`,
			code: 'TEST_ORDER',
			message: pattern === undefined ? `has a total of only ${total}.` : `has an e-mail like ${pattern}.`,
			fix: 'Nothing has to be done for a test order; change the test-order filter if it is a real one.',
		};
	},
	addresses: (order, { severalAddresses }) => {
		const count = Math.max(
			order.shipping_address_count ?? 0,
			Array.isArray(order.shipping_addresses) ? order.shipping_addresses.length : 0,
		);
		return {
			passed: count <= 1 || severalAddresses === 'oneDocument',
			saw: String(count),
			wanted: severalAddresses === 'oneDocument' ? 'any number' : 'one at most',
			code: 'SEVERAL_ADDRESSES',
			message: `ships to ${count} addresses.`,
			fix: 'Enter it in SOS Inventory by hand, or let such orders become one document that lists the addresses.',
		};
	},
};

/** Dates that cannot be read let nothing pass. */
function isCreatedSince(order: BigCommerceOrder, createdFrom: string, timeZone: string): boolean {
	const from = DateTime.fromISO(createdFrom, { zone: timeZone });
	const created = DateTime.fromRFC2822(order.date_created ?? '', { zone: 'utc' });
	return from.isValid && created.isValid && created >= from;
}

function paymentPasses(order: BigCommerceOrder, rule: PaymentRule): boolean {
	if (rule === 'always') return true;
	return isPaid(order) || (rule === 'authorised' && isAuthorised(order));
}

/** Case does not count; `*` stands for any text. */
function matchesPattern(email: string, pattern: string): boolean {
	const parts = pattern
		.trim()
		.toLowerCase()
		.split('*')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return pattern.trim() !== '' && new RegExp(`^${parts.join('.*')}$`).test(email);
}
