import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { pick } from 'lodash';
import { collect } from '../../../shared/limit';
import { listArguments } from '../../filters';
import { getMany } from '../../getMany';
import type { SosClient } from '../../transport/client';
import { list } from '../../transport/list';
import { readRecord } from '../../transport/record';

/** What stock and matching read of an item: a tenth of it. */
const ESSENTIAL_FIELDS = [
	'id',
	'name',
	'fullname',
	'sku',
	'type',
	'archived',
	'updateBigCommerce',
	'onhand',
	'available',
	'onSO',
	'customFields',
];

/** A kit's two names: the API's and the documents'. */
const KIT_TYPES = new Set(['Item Group', 'Kit']);

export interface ItemReading {
	filters: INodeProperties;
	/** Names or ids of the SOS locations whose stock is wanted, each on its own; empty for the whole company's. */
	locations: string[];
	/** Only the fields that stock and matching read. */
	simplify: boolean;
	/** Everything, and no limit. */
	all: boolean;
}

interface LocationItems {
	location: string;
	items: IDataObject[];
}

/**
 * Items as *Get Many* gives them, each with the time its figures were read at (`readAt`), and with the
 * name of the location they are of (`location`) where there is one. All of them or none: half a catalogue
 * must not become the stock of a shop.
 */
export async function readItems(
	context: IExecuteFunctions,
	company: SosClient,
	reading: ItemReading,
	itemIndex: number,
): Promise<IDataObject[]> {
	const { location } = context.getNodeParameter('filters', itemIndex, {}) as { location?: string };
	if (reading.locations.length === 0) return await readAt(context, company, reading, itemIndex, location);
	const names = await locationNames(context, company, reading.locations, itemIndex);
	const lists: LocationItems[] = [];
	for (const name of names) {
		lists.push({ location: name, items: await readAt(context, company, reading, itemIndex, name) });
	}
	if (reading.all) await addUnstocked(context, company, reading, itemIndex, lists);
	return lists.flatMap(({ items }) => items);
}

async function readAt(
	context: IExecuteFunctions,
	company: SosClient,
	{ filters, simplify }: ItemReading,
	itemIndex: number,
	location: string | undefined,
): Promise<IDataObject[]> {
	const extra = { readAt: new Date().toISOString(), ...(location && { location }) };
	const query = { location };
	const items: IDataObject[] = [];
	for await (const item of getMany(context, company, { entity: 'item', filters, query }, itemIndex)) {
		items.push(Object.assign(simplify ? pick(item, ESSENTIAL_FIELDS) : item, extra));
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
	const total = await countItems(context, company, reading, itemIndex);
	const incomplete = lists.filter(({ items }) => items.length < total);
	if (incomplete.length === 0) return;
	const everything = await readAt(context, company, reading, itemIndex, undefined);
	for (const { location, items } of incomplete) {
		const listed = new Set(items.map(({ id }) => id));
		for (const item of everything) {
			if (listed.has(item.id)) continue;
			const figures = KIT_TYPES.has(String(item.type))
				? await figuresOf(company, Number(item.id), location)
				: { onhand: 0, available: 0, onSO: 0 };
			items.push({ ...item, ...figures, location });
		}
	}
}

async function figuresOf(company: SosClient, id: number, location: string): Promise<IDataObject> {
	const item = await readRecord<IDataObject>(company, 'item', id, { location });
	return pick(item, ['onhand', 'available', 'onSO']);
}

/** How many items the whole company has, by the same filters. */
async function countItems(
	context: IExecuteFunctions,
	company: SosClient,
	{ filters }: ItemReading,
	itemIndex: number,
): Promise<number> {
	let total = 0;
	const query = { ...listArguments(context, filters, itemIndex), location: undefined };
	const onTotal = (rows: number) => (total = rows);
	await collect(list(company, { entity: 'item', query, limit: 1, onTotal }));
	return total;
}

/**
 * The names of the chosen locations.
 *
 * @throws {NodeOperationError} for one that SOS does not have: it would answer with no items, or with all
 */
async function locationNames(
	context: IExecuteFunctions,
	company: SosClient,
	chosen: string[],
	itemIndex: number,
): Promise<string[]> {
	const known = await collect(list<{ id: number; name: string }>(company, { entity: 'location' }));
	return chosen.map((one) => {
		const location = known.find(({ id, name }) => name === one || String(id) === one);
		if (location !== undefined) return location.name;
		throw new NodeOperationError(context.getNode(), `SOS Inventory has no location "${one}"`, {
			description:
				"Choose the locations in 'Stock of Location Names or IDs' again: one was renamed or deleted.",
			itemIndex,
		});
	});
}
