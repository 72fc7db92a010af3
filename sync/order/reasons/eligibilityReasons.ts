import type { MatchedLine } from '../../bigCommerceOrder';
import type { Reason } from '../../reason';
import { settingIn } from '../../settingName';
import type { PaymentRule } from '../settings';

/** Why an order is not to be imported: one reason for each rule. `saw` is what the order has, in the words of the report. */
export const eligibilityReasons = {
	statusNotChosen,
	archived,
	channelNotChosen,
	createdTooEarly,
	paymentNotMade,
	testOrder,
	severalAddresses,
	skuNotImported,
};

function statusNotChosen(saw: string): Reason {
	return {
		code: 'STATUS_NOT_CHOSEN',
		message: `it has the status ${saw}.`,
		fix: `Wait until the order reaches a status that is imported, or add this status to ${settingIn('import.eligibility.statusIds')}.`,
	};
}

function archived(): Reason {
	return {
		code: 'ORDER_ARCHIVED',
		message: 'it is archived in BigCommerce.',
		fix: `Restore the order in BigCommerce, or switch on ${settingIn('import.eligibility.includeArchived')}.`,
	};
}

function channelNotChosen(saw: string): Reason {
	return {
		code: 'CHANNEL_NOT_CHOSEN',
		message: `it came through channel ${saw}.`,
		fix: `Add the channel to ${settingIn('import.eligibility.channelIds')} if its orders are to be imported.`,
	};
}

/** @param from the first moment whose orders are imported, as it was entered */
function createdTooEarly(saw: string, from: string): Reason {
	return {
		code: 'CREATED_TOO_EARLY',
		message: `it was created ${saw}; only orders created from ${from} on are imported.`,
		fix: `To import it, set ${settingIn('import.eligibility.createdFrom')} earlier: a date such as 2026-01-31, or a date and time.`,
	};
}

function paymentNotMade(saw: string, rule: PaymentRule): Reason {
	return {
		code: 'PAYMENT_NOT_MADE',
		message: `it is not ${rule === 'paid' ? 'paid' : 'authorized'} (${saw}).`,
		fix: `Capture the payment in BigCommerce, or choose another rule for this payment method in ${settingIn('import.eligibility.paymentByMethod')}.`,
	};
}

/** @param because what makes it look like a test: "its total is only 0.50" */
function testOrder(because: string): Reason {
	return {
		code: 'TEST_ORDER',
		message: `${because}, as test orders have.`,
		fix: `Nothing has to be done for a test order; if it is a real one, change ${settingIn('import.eligibility.testTotalBelow')} or ${settingIn('import.eligibility.testEmails')}.`,
	};
}

function severalAddresses(count: string): Reason {
	return {
		code: 'SEVERAL_ADDRESSES',
		message: `it ships to ${count} addresses.`,
		fix: `Enter it in SOS Inventory by hand, or let such orders become one document with ${settingIn('import.eligibility.severalAddresses')}.`,
	};
}

/** @param line the one that has such a SKU */
function skuNotImported(line: MatchedLine | undefined): Reason {
	return {
		code: 'SKU_NOT_IMPORTED',
		message: `line ${line?.id} has the SKU "${line?.sku}", whose orders are not imported.`,
		fix: `Nothing has to be done if that is right; otherwise take the SKU out of ${settingIn('import.eligibility.skusNotImported')}.`,
	};
}
