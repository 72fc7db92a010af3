import { sortBy, uniqBy } from 'lodash';
import type { OrderProduct } from './bigCommerceOrder';
import { differenceOf, hiddenIn } from './lookAlike';
import type { Reason } from './reason';
import { setting, settingIn } from './settingName';
import { keyOf, skuTooLong } from './sku';
import { rivalAliases, rowInText, type SkuAlias, type UnusableAlias } from './skuAliases';
import type { SosItem } from './sosItem';

/** How many SKUs that are nearly the same one message names. */
const MOST_NEAR = 3;

/** Why a line of an order has no SOS item: the reasons of matching, each about one line. */
export const skuReasons = {
	missing,
	tooLong,
	notFound,
	archived,
	ambiguous,
	unsellable,
	aliasUnusable,
};

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

/**
 * @param sku the SKU that was looked for: the line's, or the one its alias names
 * @param near items, also ones about to be created (id 0), whose SKU a person would call the same
 */
function notFound(line: OrderProduct, sku: string, near: SosItem[]): Reason {
	const hits = uniqBy(
		sortBy(near, ({ archived }) => archived === true),
		'sku',
	);
	return {
		code: 'SKU_NOT_FOUND',
		message: `${describe(line)}: no SOS item has the SKU "${sku}".${nearTexts(line, sku, hits)}`,
		fix: fixFor(sku, hits),
		details: {
			lineId: line.id,
			sku,
			...(hits.length > 0 && { nearSku: hits[0].sku }),
			// An item that the run is about to create has none yet.
			...(hits.length > 0 && hits[0].id > 0 && { nearItemId: hits[0].id }),
			...(hits.length > 1 && { nearItemIds: hits.map(({ id }) => id) }),
		},
	};
}

/** How the SKU differs from each that is near, as precisely as the eye needs it. */
function nearTexts(line: OrderProduct, sku: string, hits: SosItem[]): string {
	const own = line.sku === sku ? "the order's" : "the alias's";
	const hidden = hits.length === 0 ? hiddenIn(sku) : undefined;
	if (hidden !== undefined) return ` It has what SKUs should not have: ${hidden}.`;
	return hits
		.slice(0, MOST_NEAR)
		.map(({ sku: hit }) =>
			differsToTheEye(sku, hit ?? '')
				? ` SOS has "${hit}", which differs only in capital letters or spaces.`
				: ` SOS has "${hit}", which looks the same: ${differenceOf(sku, hit ?? '', own)}.`,
		)
		.join('');
}

function fixFor(sku: string, hits: SosItem[]): string {
	if (hits.length === 0) {
		if (hiddenIn(sku) !== undefined)
			return 'Type the SKU anew in BigCommerce, and add the item in SOS Inventory.';
		return `Add the item in SOS Inventory or correct the SKU, or add it to ${setting('match.aliases')} in ${setting('match')}.`;
	}
	if (hits.some(({ sku: hit }) => differsOnlyInSettings(sku, hit ?? ''))) {
		return `Make the SKUs equal, or switch on ${setting('match.ignoreCase')} or ${setting('match.ignoreOuterSpaces')} in ${setting('match')}.`;
	}
	return 'Make the SKUs equal: type it anew in BigCommerce, and on the item in SOS Inventory.';
}

/** Whether the SKUs differ in nothing but capital letters and the space of the keyboard. */
function differsToTheEye(sku: string, other: string): boolean {
	const [own, hit] = [sku, other].map((text) => text.replace(/^ +| +$/g, '').toLowerCase());
	return own === hit;
}

/** Whether the options for matching could make the two SKUs the same. */
function differsOnlyInSettings(sku: string, other: string): boolean {
	const options = { ignoreCase: true, ignoreOuterSpaces: true };
	return keyOf(sku, options) === keyOf(other, options);
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

/** The row for the line's SKU, or the rows, cannot be gone by. */
function aliasUnusable(line: OrderProduct, { flaw, rows }: UnusableAlias): Reason {
	if (flaw === 'rivals') return aliasAmbiguous(line, rows);
	return flaw === 'packSize' ? packSizeInvalid(line, rows[0]) : aliasIncomplete(line, rows[0]);
}

function aliasIncomplete(line: OrderProduct, alias: SkuAlias): Reason {
	return {
		code: 'ALIAS_INCOMPLETE',
		message: `${describe(line)}: the alias of its SKU "${line.sku}"${rowInText(alias)} names no SKU of SOS Inventory.`,
		fix: `Complete the row in ${setting('match.aliases')}, also where the SKU is the same in SOS Inventory, or remove it.`,
		details: { lineId: line.id, sku: line.sku },
	};
}

function packSizeInvalid(line: OrderProduct, alias: SkuAlias): Reason {
	const { packSize } = alias;
	return {
		code: 'PACK_SIZE_INVALID',
		message: `${describe(line)}: its alias${rowInText(alias)} has the pack size "${packSize}", which is not a number above 0.`,
		fix: `Correct the pack size in ${setting('match.aliases')}: the number of SOS units in one unit sold.`,
		details: { lineId: line.id, packSize },
	};
}

/** @param aliases the rows for the line's SKU, which say different things */
function aliasAmbiguous(line: OrderProduct, aliases: readonly SkuAlias[]): Reason {
	return {
		code: 'ALIAS_AMBIGUOUS',
		message: `${describe(line)}: the SKU "${line.sku}" has more than one alias: ${rivalAliases(aliases)}.`,
		fix: `Leave one row for this SKU in ${setting('match.aliases')}.`,
		details: { lineId: line.id, sku: line.sku, sosSkus: aliases.map(({ sosSku }) => sosSku) },
	};
}
