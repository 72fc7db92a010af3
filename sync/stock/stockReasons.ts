import { upperFirst } from 'lodash';
import type { Reason } from '../reason';
import { setting } from '../settingName';
import { rivalAliases, rowInText, type SkuAlias, type UnusableAlias } from '../skuAliases';
import { rivalRows } from '../skuRows';
import { MOST_STOCK } from './stockFormula';
import type { BreakerLimits, ShopStockRow, SosStockItem, StockOverride } from './stockPlan';
import { ruleText, type InvalidRule } from './stockRule';

/** Items of a stock list come without their names. */
const named = ({ id, name, sku }: SosStockItem) =>
	name ? `"${name}" (item ${id}${sku ? `, SKU ${sku}` : ''})` : `${id}${sku ? ` (SKU ${sku})` : ''}`;

/** An SOS item by what is known of it: all of it, or its SKU alone. */
const theItem = (item: SosStockItem | string) =>
	typeof item === 'string' ? `the SOS item with SKU ${item}` : `SOS item ${named(item)}`;

const detailsOf = (item: SosStockItem | string) =>
	typeof item === 'string' ? undefined : { itemId: item.id };

export function noSkuInSos(item: SosStockItem): Reason {
	return {
		code: 'STOCK_NO_SKU',
		message: `SOS item ${named(item)} has no SKU.`,
		fix: 'Give the item in SOS Inventory the SKU the shop uses.',
		details: { itemId: item.id },
	};
}

export function noSkuInShop({ productId, variantId }: ShopStockRow): Reason {
	return {
		code: 'STOCK_NO_SKU',
		message: `Variant ${variantId ?? '(none)'} of product ${productId} has no SKU in BigCommerce.`,
		fix: 'Give the product or variant in BigCommerce the SKU of the SOS item.',
		details: { productId, variantId },
	};
}

export function noSkuGiven(): Reason {
	return {
		code: 'STOCK_NO_SKU',
		message: 'A row of the input has no SKU.',
		fix: 'Give every row the SKU whose stock it sets.',
	};
}

export function notInShop(sku: string): Reason {
	return {
		code: 'STOCK_NOT_IN_SHOP',
		message: `SKU ${sku} is not in the BigCommerce store.`,
		fix: 'Give the product or variant in BigCommerce this SKU, or add an alias. Nothing to do if the shop does not sell it.',
	};
}

/** @param sosSku what it is in SOS, by its alias */
export function notInSource(sku: string, sosSku: string): Reason {
	return {
		code: 'STOCK_NOT_IN_SOS',
		message:
			sosSku === sku
				? `SKU ${sku} has no stock figure in SOS Inventory.`
				: `SKU ${sku} stands for SKU ${sosSku}, which has no stock figure in SOS Inventory.`,
		fix: 'Give the SOS item this SKU, or add an alias for it.',
	};
}

export function duplicateInSos(sku: string, items: SosStockItem[]): Reason {
	return {
		code: 'STOCK_DUPLICATE_IN_SOS',
		message: `SKU ${sku} is on ${items.length} SOS items: ${items.map(named).join(', ')}.`,
		fix: 'Change the SKU of all but one of these items in SOS Inventory, or archive them.',
		details: { itemIds: items.map(({ id }) => id) },
	};
}

export function duplicateInShop(sku: string, rows: ShopStockRow[]): Reason {
	const places = rows.map(
		(row) => `product ${row.productId}${row.variantId === undefined ? '' : ` variant ${row.variantId}`}`,
	);
	return {
		code: 'STOCK_DUPLICATE_IN_SHOP',
		message: `SKU ${sku} is in BigCommerce ${rows.length} times: ${places.join(', ')}.`,
		fix: 'Change the SKU of all but one of them in BigCommerce.',
		details: { productIds: rows.map((row) => row.productId), variantIds: rows.map((row) => row.variantId) },
	};
}

export function duplicateGiven(sku: string): Reason {
	return {
		code: 'STOCK_DUPLICATE_IN_INPUT',
		message: `SKU ${sku} is in the input more than once for the same location.`,
		fix: 'Keep one row per SKU and location.',
	};
}

export function trackingOff(sku: string, { productId, variantId }: ShopStockRow): Reason {
	return {
		code: 'STOCK_TRACKING_OFF',
		message: `Inventory tracking is off in BigCommerce for SKU ${sku} (product ${productId}).`,
		fix: "Switch on tracking on the product's Inventory tab in BigCommerce.",
		details: { productId, variantId },
	};
}

/** @param item its SKU where no more of it came in */
export function updateOff(item: SosStockItem | string): Reason {
	return {
		code: 'STOCK_UPDATE_OFF',
		message: `"Update inventory in BigCommerce" is off for ${theItem(item)}.`,
		fix: 'Tick "Update inventory in BigCommerce" on the item in SOS Inventory.',
		details: detailsOf(item),
	};
}

/** @param item its SKU where no more of it came in */
export function archived(item: SosStockItem | string): Reason {
	return {
		code: 'STOCK_ARCHIVED',
		message: `${upperFirst(theItem(item))} is archived.`,
		fix: 'Restore the item in SOS Inventory, or take the product off sale in BigCommerce.',
		details: detailsOf(item),
	};
}

export function typeWithoutStock(item: SosStockItem): Reason {
	return {
		code: 'STOCK_TYPE_WITHOUT_STOCK',
		message: `SOS item ${named(item)} is of type ${item.type}, which bears no stock.`,
		fix: 'Nothing to do if that is right; otherwise change the type of the item in SOS Inventory.',
		details: { itemId: item.id, type: item.type },
	};
}

export function figureMissing(sku: string): Reason {
	return {
		code: 'STOCK_FIGURE_MISSING',
		message: `SKU ${sku} has an empty stock figure.`,
		fix: 'Look at the quantity of the item in SOS Inventory, or give one.',
	};
}

export function figureNotANumber(sku: string, value: unknown): Reason {
	const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value);
	return {
		code: 'STOCK_FIGURE_NOT_A_NUMBER',
		message: `The stock figure of SKU ${sku} is not a number: ${shown}.`,
		fix: 'Give a plain number such as 12 or 12.5, without thousands separators.',
	};
}

export function figureTooLarge(sku: string, figure: number): Reason {
	return {
		code: 'STOCK_FIGURE_TOO_LARGE',
		message: `The stock figure of SKU ${sku} is ${figure}, and BigCommerce holds ${inWords(MOST_STOCK)} at most.`,
		fix: 'Correct the quantity of the item in SOS Inventory, or the one that is given.',
		details: { figure, limit: MOST_STOCK },
	};
}

/** @param before units on sale, and `after` what they would be */
export function riseTooFar(
	sku: string,
	{ before, after, limits }: { before: number; after: number; limits: BreakerLimits },
): Reason {
	const than =
		before > 0 ? ` and more than ${limits.riseFactor} times what the shop has, ${inWords(before)}` : '';
	return {
		code: 'STOCK_RISES_TOO_FAR',
		message: `SKU ${sku} would have ${inWords(after)} units on sale: more than ${inWords(limits.riseUnits)}${than}.`,
		fix: `Look at the quantity of the item in SOS Inventory. If it is right, raise ${setting('stock.riseUnits')} under ${setting('stock.circuitBreaker')}.`,
		details: { before, after, limit: limits.riseUnits, factor: limits.riseFactor },
	};
}

function inWords(units: number): string {
	return units.toLocaleString('en-US');
}

export function figureNegative(sku: string, value: number): Reason {
	return {
		code: 'STOCK_FIGURE_NEGATIVE',
		message: `The stock given for SKU ${sku} is ${value}, and stock cannot be negative.`,
		fix: 'Give 0 or more.',
	};
}

export function figureNotEverywhere(sku: string): Reason {
	return {
		code: 'STOCK_LOCATION_NOT_READ',
		message: `SKU ${sku} came in for some of the chosen SOS locations only, so its sum is not known.`,
		fix: 'Run again. If it happens again, open the item in SOS Inventory and look at its locations.',
	};
}

export function locationUnknown(locationId: number): Reason {
	return {
		code: 'STOCK_LOCATION_UNKNOWN',
		message: `The BigCommerce store has no location ${locationId}.`,
		fix: 'Choose another location in the settings: this one may have been deleted.',
		details: { locationId },
	};
}

export function locationDisabled(locationId: number): Reason {
	return {
		code: 'STOCK_LOCATION_DISABLED',
		message: `Location ${locationId} is disabled in BigCommerce, so its stock cannot be changed.`,
		fix: 'Enable the location in BigCommerce, or choose another in the settings.',
		details: { locationId },
	};
}

export function sharedByVariants(productId: number, skus: string[]): Reason {
	return {
		code: 'STOCK_SHARED_BY_VARIANTS',
		message: `Product ${productId} keeps one stock figure for all its variants, and SKUs ${skus.join(', ')} each have their own.`,
		fix: 'Track inventory by variant on the product in BigCommerce, or let only one of these SKUs update it.',
		details: { productId, skus },
	};
}

export function ruleInvalid(sku: string, { part, value }: InvalidRule): Reason {
	return {
		code: 'STOCK_RULE_INVALID',
		message: `The ${part} of SKU ${sku} cannot be used: ${JSON.stringify(value)}.`,
		fix: 'Give a number of 0 or more, and a minimum no higher than the maximum.',
		details: { part },
	};
}

/** @param overrides the rows for one SKU of the shop, which say different things */
export function ruleAmbiguous(sku: string, overrides: readonly StockOverride[]): Reason {
	return {
		code: 'STOCK_RULE_AMBIGUOUS',
		message: `SKU ${sku} has more than one rule: ${rivalRows(overrides, ruleText)}.`,
		fix: `Leave one row for this SKU in ${setting('stock.skuRules')}.`,
	};
}

/** The row for a SKU of the shop, or the rows, cannot be gone by. */
export function aliasUnusable(sku: string, { flaw, rows }: UnusableAlias): Reason {
	if (flaw === 'rivals') return aliasAmbiguous(sku, rows);
	return flaw === 'packSize' ? packSizeInvalid(sku, rows[0]) : aliasIncomplete(sku, rows[0]);
}

function aliasIncomplete(sku: string, alias: SkuAlias): Reason {
	return {
		code: 'STOCK_ALIAS_INCOMPLETE',
		message: `The alias of SKU ${sku}${rowInText(alias)} names no SKU of SOS Inventory.`,
		fix: 'Complete the row in the alias table, also where the SKU is the same in SOS Inventory, or remove it.',
	};
}

function packSizeInvalid(sku: string, alias: SkuAlias): Reason {
	const { packSize } = alias;
	return {
		code: 'STOCK_PACK_SIZE_INVALID',
		message: `The alias of SKU ${sku}${rowInText(alias)} has the pack size "${packSize}", which is not a number above 0.`,
		fix: 'Correct the pack size in the alias table: the number of SOS units in one unit sold.',
		details: { packSize },
	};
}

/** @param aliases the rows for one SKU of the shop, which say different things */
function aliasAmbiguous(sku: string, aliases: readonly SkuAlias[]): Reason {
	return {
		code: 'STOCK_ALIAS_AMBIGUOUS',
		message: `SKU ${sku} has more than one alias: ${rivalAliases(aliases)}.`,
		fix: 'Leave one row for this SKU in the alias table.',
		details: { sosSkus: aliases.map(({ sosSku }) => sosSku) },
	};
}

export function soldUnitsUnknown(sku: string): Reason {
	return {
		code: 'STOCK_SOLD_UNITS_UNKNOWN',
		message: `An order that is not imported yet holds SKU ${sku} in a quantity that is not a number.`,
		fix: 'Look at the open orders with this SKU in BigCommerce, and run again.',
	};
}

export function shopFigureNotANumber(sku: string, { locationId, onHand, safetyStock }: ShopStockRow): Reason {
	return {
		code: 'STOCK_SHOP_FIGURE_NOT_A_NUMBER',
		message: `BigCommerce has ${onHand ?? 0} on hand and a safety stock of ${safetyStock} for SKU ${sku} at location ${locationId}, and one of these cannot be reckoned with.`,
		fix: "Look at the item's stock in BigCommerce, and run again.",
	};
}

export function notALocation(sku: string, location: string): Reason {
	return {
		code: 'STOCK_LOCATION_UNKNOWN',
		message: `The location of SKU ${sku} is "${location}", which is not a location ID.`,
		fix: `Choose ${setting('stock.location')} from the list, or give an ID such as 1.`,
	};
}

export function locationNotMapped(sku: string, sosLocation: string): Reason {
	return {
		code: 'STOCK_LOCATION_NOT_MAPPED',
		message: `The stock of SKU ${sku} is at the SOS location "${sosLocation}", which is not in the location map.`,
		fix: `Add the location to ${setting('stock.locationMap')}, or do not read it.`,
	};
}

/** @param lastPushed what the last run left the shop with, and what the shop shows now */
export function pushNotTaken(
	sku: string,
	{ pushed, shop }: { pushed: number; shop: number | undefined },
): Reason {
	return {
		code: 'STOCK_PUSH_NOT_TAKEN',
		message: `The last run left SKU ${sku} at ${pushed} on hand and the shop shows ${shop ?? 'nothing'}, although no order since then holds it.`,
		fix: "Look at the item's inventory history in BigCommerce: the change did not take, or somebody or another app changed the stock.",
		details: { pushed, shop },
	};
}

export function trackingNotSwitched(sku: string, failure: string, fix: string): Reason {
	return {
		code: 'STOCK_TRACKING_NOT_SWITCHED',
		message: `Inventory tracking could not be switched on for SKU ${sku}: ${failure}`,
		fix,
	};
}

/** @param words BigCommerce's own */
export function refusedByShop(sku: string, words: string): Reason {
	return {
		code: 'STOCK_REFUSED',
		message: `BigCommerce refused the stock of SKU ${sku}: ${words}`,
		fix: 'Correct on the product in BigCommerce what the message names. The other SKUs were set.',
	};
}

/** @param failure what stopped the run */
export function notSent(sku: string, failure: string): Reason {
	return {
		code: 'STOCK_NOT_SENT',
		message: `It is not certain that the stock of SKU ${sku} was set, because the run stopped: ${failure}`,
		fix: 'Run again: what was set already is left alone.',
	};
}
