import type { Reason } from '../../reason';
import { setting, settingIn } from '../../settingName';

const BY_HAND = 'Correct the order in BigCommerce, or enter it in SOS Inventory by hand.';

const NOTHING = 'Nothing has to be done';

/** What can be wrong with an order's money, or worth a warning. Amounts are decimal text. */
export const moneyReasons = {
	amountUnreadable,
	feesNotRead,
	totalsDisagree,
	discountsDisagree,
	discountUnplaced,
	discountOnShipping,
	discountNegative,
	chargeNegative,
	chargeInShipping,
	roundingMoved,
	totalDiffers,
	currencyNotSetUp,
	exchangeRateMissing,
};

/** A figure, and what the order's other figures call for. */
export interface Disagreement {
	components: string[];
	stated: string;
	expected: string;
	difference: string;
}

/** @param of what has the field: "the order", "line 7" */
function amountUnreadable(field: string, of: string, value: string | number | undefined): Reason {
	const what = value === undefined ? 'is missing' : `is not a number ("${String(value).slice(0, 40)}")`;
	return {
		code: 'AMOUNT_UNREADABLE',
		message: `${field} of ${of} ${what}.`,
		fix: `Read the order again with ${setting('orders.getAll')} or ${setting('orders.get')}, and pass it on unchanged; amounts are decimal numbers such as "12.5000".`,
		details: { field },
	};
}

function feesNotRead(details: Disagreement): Reason {
	return {
		code: 'FEES_NOT_READ',
		message: `the total is ${details.expected} more than its parts, and the order's fees were not read.`,
		fix: `Let ${setting('orders.getAll')} or ${setting('orders.get')} include the fees, then run again.`,
		details: { ...details },
	};
}

/** @param what the figures that may be wrong, in a shop-keeper's words */
function totalsDisagree(what: string, details: Disagreement, lineId?: number): Reason {
	const { stated, expected, difference } = details;
	return {
		code: 'TOTALS_DISAGREE',
		message: `${what} is ${stated}, but the order's other figures call for ${expected}: a difference of ${difference}.`,
		fix: `Open the order in BigCommerce and compare that figure; correct it there, or enter this order in SOS Inventory by hand. If only rounding to the smallest unit of the currency differs, raise ${setting('import.amounts.allowedRounding')}.`,
		details: { ...details, ...(lineId !== undefined && { lineId }) },
	};
}

function discountsDisagree(details: Disagreement): Reason {
	const { stated, expected, difference } = details;
	return {
		code: 'DISCOUNTS_DISAGREE',
		message: `the discounts on the lines come to ${stated}, but the order's discount and coupons to ${expected}: a difference of ${difference}.`,
		fix: 'Open the order in BigCommerce and compare the discounts; correct them there, or enter this order in SOS Inventory by hand.',
		details: { ...details },
	};
}

function discountUnplaced(amount: string): Reason {
	return {
		code: 'DISCOUNT_UNPLACED',
		message: `${amount} of its discounts is not on any line, and is more than shipping.`,
		fix: `Set ${settingIn('import.amounts.discountsAs')} to the document's discount, or to a line of their own.`,
		details: { components: ['discount'], amount },
	};
}

function discountOnShipping(amount: string): Reason {
	return {
		code: 'DISCOUNT_ON_SHIPPING',
		message: `${amount} of its discounts is not on any line and was taken off shipping.`,
		fix: `${NOTHING} if the order has a shipping discount.`,
		details: { amount },
	};
}

function discountNegative(amount: string): Reason {
	return {
		code: 'DISCOUNT_NEGATIVE',
		message: `its discounts come to ${amount}, which would raise the total.`,
		fix: BY_HAND,
		details: { amount },
	};
}

function chargeNegative(charge: string, amount: string): Reason {
	return {
		code: 'CHARGE_NEGATIVE',
		message: `${charge} is negative (${amount}).`,
		fix: BY_HAND,
		details: { amount },
	};
}

function chargeInShipping(charge: string, amount: string): Reason {
	return {
		code: 'CHARGE_IN_SHIPPING',
		message: `${charge} (${amount}) is part of the document's shipping amount.`,
		fix: `${NOTHING}; to book it apart, choose an item line for it under ${setting('import.amounts')}.`,
		details: { amount },
	};
}

function roundingMoved(where: string[]): Reason {
	return {
		code: 'ROUNDING_MOVED',
		message: `a rounding difference was put on ${where.join(', ')}, so that the document comes to the order's total.`,
		fix: `${NOTHING}.`,
		details: { where },
	};
}

function totalDiffers(details: { orderTotal: string; documentTotal: string; difference: string }): Reason {
	const { orderTotal, documentTotal, difference } = details;
	return {
		code: 'TOTAL_DIFFERS',
		message: `its total is ${orderTotal}, the document would come to ${documentTotal}: a difference of ${difference}.`,
		fix: 'Compare the parts listed in totalCheck with the order in BigCommerce.',
		details,
	};
}

/** @param home the currency of the company's documents */
function currencyNotSetUp(currency: string, home: string): Reason {
	return {
		code: 'CURRENCY_NOT_SET_UP',
		message: `it is in ${currency}, and no SOS currency is chosen for it; documents are in ${home}.`,
		fix: `Add ${currency} to ${settingIn('import.fields.currencies')}, or correct ${setting('import.fields.homeCurrency')} there.`,
		details: { currency, home },
	};
}

function exchangeRateMissing(currency: string, home: string): Reason {
	return {
		code: 'EXCHANGE_RATE_MISSING',
		message: `it is in ${currency}, and it carries no exchange rate to ${home}.`,
		fix: `Enter an exchange rate for ${currency} in ${settingIn('import.fields.currencies')}.`,
		details: { currency, home },
	};
}
