import type { SosItem } from '../sosItem';
import { fieldKey } from './customFieldRule';
import { readQuantity } from './quantity';

/**
 * SOS items that share type, location and switches, as lists of the same length. n8n stores every item
 * that passes between two nodes: in this form 5,000 of them take a tenth of what they take one by one.
 */
export interface StockList {
	type: string;
	archived?: boolean | null;
	updateBigCommerce?: boolean | null;
	/** The SOS location the quantities are of; left out when they are the company's. */
	location?: string;
	/** When the quantities were read, ISO 8601. */
	readAt?: string;
	ids: number[];
	skus: Array<string | null>;
	available: unknown[];
	onhand: unknown[];
	/** The chosen custom fields of each item; left out when none were chosen. */
	customFields?: unknown[];
}

/** An item as *Item: Get Many* reads it. */
export type ListedItem = Pick<
	SosItem,
	'id' | 'sku' | 'type' | 'archived' | 'updateBigCommerce' | 'available' | 'onhand'
> & { location?: string; readAt?: string; customFields?: unknown };

/** @param fieldNames the custom fields to keep; names are compared without case and outer spaces */
export function stockLists(items: Iterable<ListedItem>, fieldNames: readonly string[] = []): StockList[] {
	const names = new Set(fieldNames.map(fieldKey));
	const lists = new Map<string, StockList>();
	for (const item of items) {
		const { id, sku, type, archived, updateBigCommerce, available, onhand, location, readAt } = item;
		const shared = { type, archived, updateBigCommerce, location, readAt };
		const key = JSON.stringify(shared);
		let list = lists.get(key);
		if (list === undefined) {
			list = { ...shared, ids: [], skus: [], available: [], onhand: [] };
			if (names.size > 0) list.customFields = [];
			lists.set(key, list);
		}
		list.ids.push(id);
		list.skus.push(sku ?? null);
		// Numbers take half the room of text; what is not one stays as it came, for the plan to refuse.
		list.available.push(readQuantity(available) ?? available ?? null);
		list.onhand.push(readQuantity(onhand) ?? onhand ?? null);
		list.customFields?.push(chosenFields(item.customFields, names));
	}
	return [...lists.values()];
}

/** Whether it is meant as one; its lists may still differ in length, see {@link isWholeStockList}. */
export function isStockList(json: object): json is StockList {
	return 'skus' in json && Array.isArray(json.skus) && 'ids' in json && Array.isArray(json.ids);
}

/** Whether its lists have the same length: shifted against each other, SKUs would get figures of others. */
export function isWholeStockList({ ids, skus, available, onhand, customFields }: StockList): boolean {
	const lists: unknown[] =
		customFields === undefined ? [available, onhand] : [available, onhand, customFields];
	return [ids, ...lists].every((list) => Array.isArray(list) && list.length === skus.length);
}

function chosenFields(customFields: unknown, names: ReadonlySet<string>): unknown[] | null {
	const all: unknown[] = Array.isArray(customFields) ? customFields : [];
	const chosen = all.flatMap((field) => {
		const { name, value } = (field ?? {}) as { name?: unknown; value?: unknown };
		return names.has(fieldKey(name)) ? [{ name, value }] : [];
	});
	return chosen.length === 0 ? null : chosen;
}
