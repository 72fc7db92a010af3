import { upperFirst } from 'lodash';
import type { Reason } from '../../reason';
import type { SosStockItem } from '../stockPlan';

/** Items of a stock list come without their names. */
const named = ({ id, name, sku }: SosStockItem) =>
	name ? `"${name}" (item ${id}${sku ? `, SKU ${sku}` : ''})` : `${id}${sku ? ` (SKU ${sku})` : ''}`;

/** An SOS item by what is known of it: all of it, or its SKU alone. */
const theItem = (item: SosStockItem | string) =>
	typeof item === 'string' ? `the SOS item with SKU ${item}` : `SOS item ${named(item)}`;

const detailsOf = (item: SosStockItem | string) =>
	typeof item === 'string' ? undefined : { itemId: item.id };

/** What is wrong with an SOS item, or with its SKU. */
export const itemReasons = {
	noSku,
	duplicate,
	updateOff,
	archived,
	typeWithoutStock,
};

function noSku(item: SosStockItem): Reason {
	return {
		code: 'STOCK_NO_SKU',
		message: `SOS item ${named(item)} has no SKU.`,
		fix: 'Give the item in SOS Inventory the SKU the shop uses.',
		details: { itemId: item.id },
	};
}

function duplicate(sku: string, items: SosStockItem[]): Reason {
	return {
		code: 'STOCK_DUPLICATE_IN_SOS',
		message: `SKU ${sku} is on ${items.length} SOS items: ${items.map(named).join(', ')}.`,
		fix: 'Change the SKU of all but one of these items in SOS Inventory, or archive them.',
		details: { itemIds: items.map(({ id }) => id) },
	};
}

/** @param item its SKU where no more of it came in */
function updateOff(item: SosStockItem | string): Reason {
	return {
		code: 'STOCK_UPDATE_OFF',
		message: `"Update inventory in BigCommerce" is off for ${theItem(item)}.`,
		fix: 'Tick "Update inventory in BigCommerce" on the item in SOS Inventory.',
		details: detailsOf(item),
	};
}

/** @param item its SKU where no more of it came in */
function archived(item: SosStockItem | string): Reason {
	return {
		code: 'STOCK_ARCHIVED',
		message: `${upperFirst(theItem(item))} is archived.`,
		fix: 'Restore the item in SOS Inventory, or take the product off sale in BigCommerce.',
		details: detailsOf(item),
	};
}

function typeWithoutStock(item: SosStockItem): Reason {
	return {
		code: 'STOCK_TYPE_WITHOUT_STOCK',
		message: `SOS item ${named(item)} is of type ${item.type}, which bears no stock.`,
		fix: 'Nothing to do if that is right; otherwise change the type of the item in SOS Inventory.',
		details: { itemId: item.id, type: item.type },
	};
}
