import type { MatchedLine } from '../bigCommerceOrder';
import type { MatchedItem } from '../lineMatch';
import type { Reason } from '../reason';
import { hiddenIn } from '../lookAlike';
import { itemBodyOf } from './newItem';
import { lineReasons } from './reasons/lineReasons';
import { settingReasons } from './reasons/settingReasons';
import type { SosItemBody, SosReference } from './salesDocument';
import type { LineSettings } from './settings';

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
export function itemFor(line: MatchedLine, amount: number, settings: LineSettings): LineItem {
	const isGiftCertificate = line.type === 'giftcertificate';
	if (isGiftCertificate && settings.giftCertificateItem) return standIn(settings.giftCertificateItem);
	if (line.sos.item) {
		const { item, packSize } = line.sos;
		return { kind: 'item', item: { id: item.id, name: item.name }, matched: item, packSize };
	}
	const hasSku = Boolean(line.sku?.trim());
	if (!hasSku && !isGiftCertificate && settings.itemWithoutSku) return standIn(settings.itemWithoutSku);
	const reason = isGiftCertificate ? lineReasons.giftCertificateWithoutItem(line) : line.sos.reason;
	return byPolicy(line, amount, reason, settings);
}

/** What is to be corrected in the workflow or its table of aliases, whatever is done with SKUs without an item. */
const NEVER_PASSED_OVER = new Set([
	'LINES_NOT_MATCHED',
	'ALIAS_INCOMPLETE',
	'ALIAS_AMBIGUOUS',
	'PACK_SIZE_INVALID',
]);

function byPolicy(line: MatchedLine, amount: number, reason: Reason, settings: LineSettings): LineItem {
	// A SKU that SOS nearly has is one to correct: elsewhere its units would stay in stock.
	const canBePassedOver = !NEVER_PASSED_OVER.has(reason.code) && reason.details?.nearSku === undefined;
	if (canBePassedOver && settings.unmatched === 'placeholder') {
		const { placeholderItem } = settings;
		return placeholderItem
			? { ...standIn(placeholderItem), warning: lineReasons.placeholderUsed(line, reason) }
			: { kind: 'held', reason: placeholderMissing() };
	}
	if (canBePassedOver && settings.unmatched === 'skipZero' && amount === 0) {
		return { kind: 'skip', warning: lineReasons.skipped(line, reason) };
	}
	if (settings.unmatched === 'createItem' && isUnknownSku(line, reason)) {
		return { kind: 'create', body: itemBodyOf(line, settings.newItem), packSize: 1 };
	}
	return { kind: 'held', reason };
}

function placeholderMissing(): Reason {
	return settingReasons.itemMissing('the placeholder item', 'import.lines.placeholderItem');
}

/** Nothing in SOS comes near the SKU; one that differs only in capital letters, or in none to be seen, must not get a double, and no item gets a SKU with characters that nobody sees. */
function isUnknownSku(line: MatchedLine, { code, details }: Reason): line is MatchedLine & { sku: string } {
	const isUnknown = code === 'SKU_NOT_FOUND' && details?.sku === line.sku && details?.nearSku === undefined;
	return isUnknown && hiddenIn(line.sku ?? '') === undefined;
}

function standIn(item: SosReference): Extract<LineItem, { kind: 'item' }> {
	return { kind: 'item', item, packSize: 1 };
}
