import type { MatchedLine } from '../../bigCommerceOrder';
import type { MatchedItem } from '../../lineMatch';
import type { Reason } from '../../reason';
import { settingIn } from '../../settingName';
import type { SosItemBody } from '../salesDocument';

/** What can be wrong with one line of an order, or worth a warning. */
export const lineReasons = {
	giftCertificateWithoutItem,
	placeholderUsed,
	skipped,
	quantityInvalid,
	belowMinimumPrice,
	createdWithoutSku,
};

function nameOf(line: MatchedLine): string {
	return `line ${line.id} (${line.sku || line.name || 'no name'})`;
}

function giftCertificateWithoutItem(line: MatchedLine): Reason {
	return {
		code: 'GIFT_CERTIFICATE_WITHOUT_ITEM',
		message: `${nameOf(line)} sells a gift certificate, which has no SKU.`,
		fix: `Choose ${settingIn('import.lines.giftCertificateItem')}, for example a service item booked to a liability account.`,
		details: { lineId: line.id },
	};
}

/** @param because why the line has no item of its own */
function placeholderUsed(line: MatchedLine, because: Reason): Reason {
	return {
		code: 'PLACEHOLDER_USED',
		message: `${nameOf(line)} was booked on the placeholder item. ${because.message}`,
		fix: because.fix,
		details: { lineId: line.id, because: because.code },
	};
}

/** @param because why the line has no item of its own */
function skipped(line: MatchedLine, because: Reason): Reason {
	return {
		code: 'LINE_SKIPPED',
		message: `${nameOf(line)} costs nothing and was left out. ${because.message}`,
		fix: because.fix,
		details: { lineId: line.id, because: because.code },
	};
}

function quantityInvalid(line: MatchedLine): Reason {
	return {
		code: 'QUANTITY_INVALID',
		message: `line ${line.id} has the quantity ${line.quantity}, which no document line can have.`,
		fix: 'Check the line in BigCommerce, and the pack size of its alias if it has one.',
		details: { lineId: line.id, quantity: line.quantity },
	};
}

/** @param price the line's lowest unit price, as decimal text */
function belowMinimumPrice(line: MatchedLine, price: string, { sku, minimumPrice }: MatchedItem): Reason {
	return {
		code: 'BELOW_MINIMUM_PRICE',
		message: `line ${line.id} (${sku}) sells at ${price}, below the item's minimum price of ${minimumPrice}; SOS Inventory may refuse it.`,
		fix: `Lower the item's minimum price in SOS Inventory, or set ${settingIn('import.amounts.discountsAs')} to the document's discount.`,
		details: { lineId: line.id, price, minimumPrice },
	};
}

/** The item of a line was created, but cannot be told to be the one that was asked for. */
function createdWithoutSku({ sku }: SosItemBody): Reason {
	return {
		code: 'NEW_ITEM_WITHOUT_SKU',
		message: `SOS Inventory has created an item for the SKU "${sku}", but returned it without that SKU.`,
		fix: 'Look at the item in SOS Inventory and give it the SKU, then run this order again.',
		details: { sku },
	};
}
