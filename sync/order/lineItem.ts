import type { BigCommerceOrder, MatchedItem, OrderProduct } from '../bigCommerceOrder';
import type { Reason } from '../reason';
import type { LineSettings } from './settings';
import type { SosItemBody, SosReference } from './salesDocument';
import { itemBodyOf } from './newItem';

/** What a line of the order is booked on. */
export type LineItem =
	| { kind: 'item'; item: SosReference; matched?: MatchedItem; packSize: number; warning?: Reason }
	| { kind: 'create'; body: SosItemBody; packSize: number }
	| { kind: 'skip'; warning: Reason }
	| { kind: 'held'; reason: Reason };

/**
 * Finds the item for a line: the match *Item: Match SKUs* put there, the item for lines without SKU or for
 * gift certificates, or what the policy for unmatched lines says.
 * @param amount minor units the line comes to
 */
export function itemFor(
	order: BigCommerceOrder,
	line: OrderProduct,
	amount: number,
	settings: LineSettings,
): LineItem {
	const isGiftCertificate = line.type === 'giftcertificate';
	if (isGiftCertificate && settings.giftCertificateItem) return standIn(settings.giftCertificateItem);
	if (line.sos?.item) {
		const { item, packSize } = line.sos;
		return { kind: 'item', item: { id: item.id, name: item.name }, matched: item, packSize };
	}
	const hasSku = Boolean(line.sku?.trim());
	if (!hasSku && !isGiftCertificate && settings.itemWithoutSku) return standIn(settings.itemWithoutSku);
	const reason = isGiftCertificate
		? giftCertificateWithoutItem(order.id, line)
		: (line.sos?.reason ?? notMatchedYet(order.id));
	return byPolicy(order, line, amount, reason, settings);
}

function byPolicy(
	order: BigCommerceOrder,
	line: OrderProduct,
	amount: number,
	reason: Reason,
	settings: LineSettings,
): LineItem {
	const canBePassedOver = reason.code !== 'LINES_NOT_MATCHED';
	if (canBePassedOver && settings.unmatched === 'placeholder') {
		if (!settings.placeholderItem) return { kind: 'held', reason: itemMissing('the placeholder item') };
		return { ...standIn(settings.placeholderItem), warning: passedOver(order.id, line, reason) };
	}
	if (canBePassedOver && settings.unmatched === 'skipZero' && amount === 0) {
		return { kind: 'skip', warning: skipped(order.id, line, reason) };
	}
	if (settings.unmatched === 'createItem' && isUnknownSku(line, reason)) {
		return { kind: 'create', body: itemBodyOf(line, settings.newItem), packSize: 1 };
	}
	return { kind: 'held', reason: ofOrder(order.id, reason) };
}

/** The reasons of matching name a line, which a shop-keeper cannot find without its order. */
function ofOrder(orderId: number, reason: Reason): Reason {
	const prefix = `Order ${orderId}`;
	return reason.message.startsWith(prefix) ? reason : { ...reason, message: `${prefix}: ${reason.message}` };
}

/** Nothing in SOS comes near the SKU; one that differs only in capital letters must not get a double. */
function isUnknownSku(line: OrderProduct, { code, details }: Reason): boolean {
	return code === 'SKU_NOT_FOUND' && details?.sku === line.sku && details?.nearSku === undefined;
}

function standIn(item: SosReference): Extract<LineItem, { kind: 'item' }> {
	return { kind: 'item', item, packSize: 1 };
}

function nameOf(line: OrderProduct): string {
	return `line ${line.id} (${line.sku || line.name || 'no name'})`;
}

/** Nothing has looked the order's SKUs up. */
function notMatchedYet(orderId: number): Reason {
	return {
		code: 'LINES_NOT_MATCHED',
		message: `Order ${orderId}: its lines carry no SOS items yet.`,
		fix: 'Put "SOS Inventory: Item: Match SKUs" before this node.',
	};
}

/** The reason for a setting that needs an item and has none. */
export function itemMissing(what: string): Reason {
	return {
		code: 'SETTING_ITEM_MISSING',
		message: `No SOS item is chosen for ${what}.`,
		fix: `Choose an item for ${what} under 'Lines and Items' or 'Discounts, Shipping and Tax'.`,
		details: { setting: what },
	};
}

function giftCertificateWithoutItem(orderId: number, line: OrderProduct): Reason {
	return {
		code: 'GIFT_CERTIFICATE_WITHOUT_ITEM',
		message: `Order ${orderId}: ${nameOf(line)} sells a gift certificate, which has no SKU.`,
		fix: "Choose 'Item for Gift Certificates Sold' under 'Lines and Items', for example a service item booked to a liability account.",
		details: { lineId: line.id },
	};
}

function passedOver(orderId: number, line: OrderProduct, reason: Reason): Reason {
	return {
		code: 'PLACEHOLDER_USED',
		message: `Order ${orderId}: ${nameOf(line)} was booked on the placeholder item. ${reason.message}`,
		fix: reason.fix,
		details: { lineId: line.id, because: reason.code },
	};
}

function skipped(orderId: number, line: OrderProduct, reason: Reason): Reason {
	return {
		code: 'LINE_SKIPPED',
		message: `Order ${orderId}: ${nameOf(line)} costs nothing and was left out. ${reason.message}`,
		fix: reason.fix,
		details: { lineId: line.id, because: reason.code },
	};
}
