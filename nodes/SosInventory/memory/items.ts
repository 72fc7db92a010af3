import { pick, uniq, xor } from 'lodash';
import { plainForm } from '../../../sync/lookAlike';
import { looseKey } from '../../../sync/sku';
import type { SosItem } from '../../../sync/sosItem';
import { ApiFailure } from '../../shared/request/apiFailure';
import { allItems, itemsWithSku } from '../api/items';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';
import type { ListKind } from './listKind';
import type { RememberedList } from './rememberedList';
import { forgetList, rememberedList } from './rememberedLists';

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
	keysOf: ({ sku }) => [looseKey(String(sku))],
};

/**
 * A SKU that SOS was asked for is not asked for again so soon, as long as the changes that SOS lists do not
 * touch it: an order that is held for weeks would cost a call in each run.
 */
const SURE_FOR_MS = 3_600_000;

type ItemList = RememberedList<SosItem, SosItem>;

/**
 * The items among which `skus` can be matched, in the fewest calls: the whole catalog in pages of
 * 200, or one call per SKU where that is fewer. Later calls cost one request for what has changed.
 *
 * @param skus exactly as the orders have them
 * @param wholeCatalog true where matching is so tolerant that asking for a SKU would not find it
 * @returns the items that have one of the SKUs, or one that a person would call the same
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
		if (skus.size > 0 && list.recordsRead === 0) throw noItems(client, list);
		if (!list.isComplete) await lookForOtherSpellings(client, list, skus);
		return itemsLike(list, skus);
	});
}

/**
 * Asks SOS for SKUs by themselves, before orders are held for them: whatever is wrong with the memory, no order
 * is held for it. Where the whole catalog takes fewer calls, it is read afresh.
 *
 * @param doubtful SKUs without an item that can be used
 * @param skus all SKUs of the run
 * @param startedAt when the run began, by `performance.now()`: what was read since needs no second look
 * @returns as {@link itemsForSkus}; undefined where nothing was asked
 * @throws {ApiFailure}
 */
export async function confirmedItems(
	client: SosClient,
	doubtful: ReadonlySet<string>,
	skus: ReadonlySet<string>,
	startedAt: number,
): Promise<SosItem[] | undefined> {
	const list = rememberedList(client, ITEMS);
	return await list.inTurn(client, async () => {
		const asked = new Set([...doubtful].flatMap((sku) => [sku, ...skusOfNamesakes(list, sku)]));
		const open = [...asked].filter((sku) => !isSure(list, sku, startedAt));
		if (open.length === 0) return undefined;
		if (open.length > Math.ceil((list.totalCount ?? Infinity) / PAGE_SIZE)) await list.readAll(client);
		else for (const sku of open) await ask(client, list, sku);
		return itemsLike(list, skus);
	});
}

/** Where matching is tolerant, what makes a SKU ambiguous may be written in another way. */
function skusOfNamesakes(list: ItemList, sku: string): string[] {
	const active = list.records.withKey(looseKey(sku)).filter(({ archived }) => !archived);
	return active.length > 1 ? active.map((item) => String(item.sku)) : [];
}

function isSure(list: ItemList, sku: string, startedAt: number): boolean {
	if (list.readAt >= startedAt) return true;
	const { askedAt, ids } = list.asked.get(sku) ?? { askedAt: -Infinity, ids: [] };
	const isUntouched = xor(ids, idsWithSku(list, sku)).length === 0;
	return askedAt >= startedAt || (isUntouched && performance.now() - askedAt < SURE_FOR_MS);
}

/**
 * The items that have one of the SKUs, or one that a person would call the same, among all items there are:
 * where only some are known, the whole catalog is read. What is known otherwise is not refreshed.
 *
 * @throws {ApiFailure}
 */
export async function itemsLikeAny(client: SosClient, skus: ReadonlySet<string>): Promise<SosItem[]> {
	const list = rememberedList(client, ITEMS);
	return await list.inTurn(client, async () => {
		if (!list.isComplete) await list.readAll(client);
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
	await list.ask(client, sku, itemsWithSku(client, sku), () => idsWithSku(list, sku));
}

function idsWithSku(list: ItemList, sku: string): number[] {
	return list.records
		.withKey(looseKey(sku))
		.filter((item) => item.sku === sku)
		.map(({ id }) => id);
}

/** The largest catalog that is read for a SKU that SOS does not have, to see what it nearly has. */
const MOST_PAGES = 20;

/**
 * A SKU that SOS does not have as it stands may be there in another case or with other characters that look the
 * same. Of a large catalog only the usual spellings are asked for.
 */
async function lookForOtherSpellings(
	client: SosClient,
	list: ItemList,
	skus: ReadonlySet<string>,
): Promise<void> {
	const missing = [...skus].filter((sku) => list.records.withKey(looseKey(sku)).length === 0);
	if (missing.length === 0) return;
	if ((list.totalCount ?? Infinity) <= MOST_PAGES * PAGE_SIZE) return void (await list.readAll(client));
	const spellings = missing.map(plainForm).flatMap((sku) => [sku, sku.toUpperCase(), sku.toLowerCase()]);
	for (const sku of new Set(spellings)) {
		if (!list.asked.has(sku)) await ask(client, list, sku);
	}
}

function itemsLike(list: ItemList, skus: ReadonlySet<string>): SosItem[] {
	return uniq([...skus].map(looseKey)).flatMap((key) => list.records.withKey(key));
}

/** Not one item is the fault of the service, not that of every SKU. */
function noItems({ context }: SosClient, list: ItemList): ApiFailure {
	list.forget();
	return new ApiFailure(context.getNode(), {
		category: 'unreadable',
		message: 'SOS Inventory says that it has no items at all, so no SKU can be matched',
		fix: 'Check that the credential is for the right company and may see its items, and run the workflow again.',
	});
}
