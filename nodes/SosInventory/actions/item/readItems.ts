import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { countItems, items as itemNoun, readItem } from '../../api/items';
import { getMany } from '../../getMany';
import { simpleItem } from '../../simplify';
import type { SosClient } from '../../transport/client';
import { isKit } from '../../../../sync/sosItem';

export interface ItemReading {
	/** The chosen filters, as SOS's list takes them. */
	query: Record<string, string>;
	/** Names of the SOS locations whose stock is wanted, each on its own; empty for the whole company's. */
	locations: string[];
	/** Everything, and no limit. */
	all: boolean;
}

interface LocationItems {
	location: string;
	items: IDataObject[];
}

/**
 * Items as *Get Many* gives them, each with the time its figures were read at (`readAt`), and with the
 * name of the location they are of (`location`) where there is one. All of them or none: half a catalog
 * must not become the stock of a shop.
 */
export async function readItems(
	context: IExecuteFunctions,
	company: SosClient,
	reading: ItemReading,
	itemIndex: number,
): Promise<IDataObject[]> {
	const { locations, query } = reading;
	if (locations.length === 0) return await readAt(context, company, reading, itemIndex, query.location);
	const lists: LocationItems[] = [];
	for (const location of locations) {
		lists.push({ location, items: await readAt(context, company, reading, itemIndex, location) });
	}
	if (reading.all) await addUnstocked(context, company, reading, itemIndex, lists);
	return lists.flatMap(({ items }) => items);
}

async function readAt(
	context: IExecuteFunctions,
	company: SosClient,
	{ query }: ItemReading,
	itemIndex: number,
	location: string | undefined,
): Promise<IDataObject[]> {
	const extra = { readAt: new Date().toISOString(), ...(location && { location }) };
	const items: IDataObject[] = [];
	const request = { noun: itemNoun, query: { ...query, location }, simple: simpleItem };
	for await (const item of getMany(context, company, request, itemIndex)) {
		items.push(Object.assign(item, extra));
	}
	return items;
}

/**
 * SOS does not say whether items that a location does not stock are in its list. Where they are not,
 * they are added with nothing in stock: left out, they would keep the stock they have in the shop. Kits
 * are nowhere in stock themselves, so that each of them is asked for.
 */
async function addUnstocked(
	context: IExecuteFunctions,
	company: SosClient,
	reading: ItemReading,
	itemIndex: number,
	lists: LocationItems[],
): Promise<void> {
	const total = await countItems(company, { ...reading.query, location: undefined });
	const incomplete = lists.filter(({ items }) => items.length < total);
	if (incomplete.length === 0) return;
	const everything = await readAt(context, company, reading, itemIndex, undefined);
	for (const { location, items } of incomplete) {
		const listed = new Set(items.map(({ id }) => id));
		for (const item of everything) {
			if (listed.has(item.id)) continue;
			const figures = isKit(item.type)
				? await figuresOf(company, Number(item.id), location)
				: { onhand: 0, available: 0, onSO: 0 };
			items.push({ ...item, ...figures, location });
		}
	}
}

async function figuresOf(company: SosClient, id: number, location: string): Promise<IDataObject> {
	const item = await readItem(company, id, location);
	return { onhand: item?.onhand, available: item?.available, onSO: item?.onSO };
}
