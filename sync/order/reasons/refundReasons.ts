import type { Reason } from '../../reason';
import { settingIn } from '../../settingName';
import { inWords, type RefundedLine } from '../refundedUnits';

const BY_HAND =
	'Enter what is left of the order in SOS Inventory by hand, or hold it until the refund is settled.';

/** What refunds before the import mean for an order. */
export const refundReasons = {
	unitsRefunded,
	paymentRefunded,
	refundNotOnRecord,
	refundsUnreadable,
	partOfPaymentRefunded,
	cannotBeLeftOut,
	shareUnknown,
	notToTheCent,
	leftOut,
};

function unitsRefunded(lines: RefundedLine[]): Reason {
	return {
		code: 'UNITS_REFUNDED',
		message: `${inWords(lines)} were refunded before the import.`,
		fix: `To import what is left, choose it in ${settingIn('import.eligibility.refundedUnits')}; or enter the order in SOS Inventory by hand.`,
		details: detailsOf(lines),
	};
}

/** All money went back, and no line says that its goods stay. */
function paymentRefunded(status: string): Reason {
	return {
		code: 'PAYMENT_REFUNDED',
		message: `its payment was refunded in full (payment status "${status}").`,
		fix: 'Cancel the order in BigCommerce if nothing is to be shipped, or enter it in SOS Inventory by hand.',
	};
}

/** A refund that was made elsewhere, with the status set by hand, or one that BigCommerce does not list yet. */
function refundNotOnRecord(signs: string): Reason {
	return {
		code: 'REFUND_NOT_ON_RECORD',
		message: `it says that something was refunded (${signs}), and no refund says which units.`,
		fix: 'If all its units are still to leave, set the order in BigCommerce to a status such as Awaiting Fulfillment. Otherwise enter what is left in SOS Inventory by hand.',
	};
}

function refundsUnreadable(signs: string): Reason {
	return {
		code: 'REFUNDS_UNREADABLE',
		message: `it says that something was refunded (${signs}), and BigCommerce did not let the API account read which units.`,
		fix: 'The API account needs the scope Orders, or Order Transactions (read-only). Scopes cannot be changed later: create a new API account with it.',
	};
}

function partOfPaymentRefunded(signs: string): Reason {
	return {
		code: 'PART_OF_PAYMENT_REFUNDED',
		message: `part of its payment was refunded (${signs}), and no line says which units. The document has the amounts of the order before the refund.`,
		fix: 'Enter the refund in SOS Inventory if your books need it.',
	};
}

function cannotBeLeftOut(lines: RefundedLine[]): Reason {
	return {
		code: 'REFUND_NOT_CLEAR',
		message: `${inWords(lines)} were refunded before the import, which does not leave a clear number of units.`,
		fix: 'If nothing is left to ship, cancel the order in BigCommerce. Otherwise enter what is left in SOS Inventory by hand.',
		details: detailsOf(lines),
	};
}

function shareUnknown(lines: RefundedLine[]): Reason {
	return {
		code: 'REFUND_NOT_CLEAR',
		message: `${inWords(lines)} were refunded before the import, and the order does not say how much of its discount was theirs.`,
		fix: BY_HAND,
		details: detailsOf(lines),
	};
}

function notToTheCent(lines: RefundedLine[]): Reason {
	return {
		code: 'REFUND_NOT_TO_THE_CENT',
		message: `${inWords(lines)} were refunded before the import, and their share of the line's amounts cannot be told to the smallest unit of the currency.`,
		fix: `${BY_HAND} To let it be rounded, set ${settingIn('import.amounts.allowedRounding')} to 1.`,
		details: detailsOf(lines),
	};
}

function leftOut(lines: RefundedLine[]): Reason {
	return {
		code: 'REFUNDED_UNITS_LEFT_OUT',
		message: `${inWords(lines)} were refunded before the import and are not on the document.`,
		fix: 'Compare the total of the document with what the shopper paid in the end.',
		details: detailsOf(lines),
	};
}

function detailsOf(lines: RefundedLine[]): Record<string, unknown> {
	return {
		lines: lines.map(({ line, units }) => ({
			lineId: line.id,
			refunded: units ?? null,
			quantity: line.quantity,
		})),
	};
}
