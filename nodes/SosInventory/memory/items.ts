import pick from 'lodash/pick';
import { looseKey } from '../../../sync/sku';
import type { SosItem } from '../../../sync/sosItem';
import { allItems, itemsWithSku } from '../api/items';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';
import { forgetList, type ListKind, type RememberedList, rememberedList } from './rememberedList';

/** Kept of each item: what matching needs. Stock figures are left out, they would be old when read from here. */
const KEPT_FIELDS = [
	'id',
	'name',
	'fullname',
	'sku',
	'type',
	'description',
	'taxable',
	'class',
	'minimumPrice',
	'archived',
];

const ITEMS: ListKind<SosItem, SosItem> = {
	read: allItems,
	/** An item without a SKU is none to match, and may have had one before. */
	keep: (item) => (String(item.sku ?? '').trim() === '' ? undefined : (pick(item, KEPT_FIELDS) as SosItem)),
};

type ItemList = RememberedList<SosItem, SosItem>;

/**
 * The items among which `skus` can be matched, in the fewest calls: the whole catalog in pages of
 * 200, or one call per SKU where that is fewer. Later calls cost one request for what has changed.
 *
 * @param skus exactly as the orders have them
 * @param wholeCatalog true where matching is tolerant, so that asking for a SKU would not find it
 * @returns the items that have one of the SKUs, or nearly: apart from case and outer spaces
 */
export async function itemsForSkus(
	client: SosClient,
	skus: ReadonlySet<string>,
	wholeCatalog: boolean,
): Promise<SosItem[]> {
	const list = rememberedList(client, ITEMS);
	return await list.inTurn(client, async () => {
		await list.refresh(client);
		const unknown = list.isComplete ? [] : [...skus].filter((sku) => !list.asked.has(sku));
		if (unknown.length > 0 || (wholeCatalog && !list.isComplete)) {
			await learn(client, list, unknown, wholeCatalog);
		}
		return itemsLike(list, skus);
	});
}

/** Forgets a company's items, for when a document shows that they are not what SOS has. */
export function forgetItems(client: SosClient): void {
	forgetList(client, ITEMS);
}

/**
 * Reads pages until asking for the unknown SKUs one by one would take fewer calls than the pages that
 * are left, which can first be said after one page: only then is the size of the catalog known.
 */
async function learn(client: SosClient, list: ItemList, unknown: string[], whole: boolean): Promise<void> {
	const askingIsFewer = (rowsRead: number) =>
		!whole &&
		list.totalCount !== undefined &&
		unknown.length < Math.ceil((list.totalCount - rowsRead) / PAGE_SIZE);

	if (!askingIsFewer(0) && (await list.readAll(client, askingIsFewer))) return;
	for (const sku of unknown) await ask(client, list, sku);
}

async function ask(client: SosClient, list: ItemList, sku: string): Promise<void> {
	await list.ask(client, sku, itemsWithSku(client, sku), (item) => item.sku === sku);
}

function itemsLike(list: ItemList, skus: ReadonlySet<string>): SosItem[] {
	const wanted = new Set([...skus].map(looseKey));
	return [...list.records.values()].filter(({ sku }) => wanted.has(looseKey(String(sku))));
}
