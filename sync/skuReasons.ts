import type { OrderProduct } from './bigCommerceOrder';
import type { Reason } from './reason';
import { setting, settingIn } from './settingName';
import { skuTooLong } from './sku';
import type { SosItem } from './sosItem';

/** Why a line of an order has no SOS item: the reasons of matching, each about one line. */
export const skuReasons = { missing, tooLong, notFound, archived, ambiguous, unsellable, packSizeInvalid };

function describe(line: OrderProduct): string {
	return `Line ${line.id}${line.name ? ` (${line.name})` : ''}`;
}

function missing(line: OrderProduct): Reason {
	return {
		code: 'SKU_MISSING',
		message: `${describe(line)} has no SKU.`,
		fix: `Give the product a SKU in BigCommerce, or choose ${settingIn('import.lines.itemWithoutSku')} in the node that creates the document.`,
		details: { lineId: line.id },
	};
}

function tooLong(line: OrderProduct, sku: string): Reason {
	return skuTooLong(sku, describe(line), { lineId: line.id });
}

/** @param near items whose SKU differs only in capital letters or spaces */
function notFound(line: OrderProduct, sku: string, near: SosItem[]): Reason {
	const hit = near.find((item) => !item.archived) ?? near[0];
	const nearHit = hit ? ` SOS has "${hit.sku}", which differs only in capital letters or spaces.` : '';
	return {
		code: 'SKU_NOT_FOUND',
		message: `${describe(line)}: no SOS item has the SKU "${sku}".${nearHit}`,
		fix: hit
			? `Make the SKUs equal, or switch on ${setting('match.ignoreCase')} or ${setting('match.ignoreOuterSpaces')} in ${setting('match')}.`
			: `Add the item in SOS Inventory or correct the SKU, or add it to ${setting('match.aliases')} in ${setting('match')}.`,
		details: { lineId: line.id, sku, ...(hit && { nearSku: hit.sku, nearItemId: hit.id }) },
	};
}

function archived(line: OrderProduct, sku: string, item: SosItem): Reason {
	return {
		code: 'ITEM_ARCHIVED',
		message: `${describe(line)}: the SOS item with the SKU "${sku}" (${item.name}) is archived.`,
		fix: 'Restore the item in SOS Inventory, or give the SKU to the item that replaces it.',
		details: { lineId: line.id, sku, itemIds: [item.id] },
	};
}

function ambiguous(line: OrderProduct, sku: string, items: SosItem[]): Reason {
	return {
		code: 'SKU_AMBIGUOUS',
		message: `${describe(line)}: ${items.length} SOS items have the SKU "${sku}": ${items.map(({ name }) => name).join(', ')}.`,
		fix: 'Leave the SKU on one of these items, or archive the others.',
		details: { lineId: line.id, sku, itemIds: items.map(({ id }) => id) },
	};
}

function unsellable(line: OrderProduct, sku: string, item: SosItem): Reason {
	return {
		code: 'ITEM_NOT_SELLABLE',
		message: `${describe(line)}: the SOS item with the SKU "${sku}" (${item.name}) is of type ${item.type}, which cannot be sold.`,
		fix: 'Give the SKU to an inventory, non-inventory, kit, assembly or service item.',
		details: { lineId: line.id, sku, type: item.type },
	};
}

function packSizeInvalid(line: OrderProduct, packSize: number): Reason {
	return {
		code: 'PACK_SIZE_INVALID',
		message: `${describe(line)}: its alias has the pack size "${packSize}", which is not a number above 0.`,
		fix: `Correct the pack size in ${setting('match.aliases')}: the number of SOS units in one unit sold.`,
		details: { lineId: line.id, packSize },
	};
}
