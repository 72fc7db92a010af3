import pick from 'lodash/pick';
import { looseKey } from '../../../sync/sku';
import type { SosItem } from '../../../sync/sosItem';
import { OneAtATime } from '../../shared/run/oneAtATime';
import { allItems, itemsWithSku } from '../api/items';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';

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

/** A refresh looks this far back beyond the last one, since the two clocks differ; records are known by id. */
const OVERLAP_MS = 5 * 60_000;

/** A deleted item shows in no list of changes: after this time the catalog is read afresh. */
const OLDEST_MS = 12 * 3_600_000;

/** What is known of one company's items. Lives in memory only, and is cheap to lose. */
interface Catalog {
	/** By id; only items that have a SKU. */
	items: Map<number, SosItem>;
	/** All items are known, not only those that were asked for. */
	complete: boolean;
	/** SKUs that were asked for one by one, so that all their items are known. */
	askedSkus: Set<string>;
	totalCount?: number;
	createdAt: number;
	/** Changes up to this moment are known; undefined as long as nothing has been read. */
	knownUntil?: number;
	/** While one execution reads the others wait, since what it reads will do for them too. */
	turns: OneAtATime;
}

const catalogs = new Map<string, Catalog>();

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
	const catalog = catalogOf(client);
	await catalog.turns.run(client.context, async () => {
		await refresh(client, catalog);
		const unknown = catalog.complete ? [] : [...skus].filter((sku) => !catalog.askedSkus.has(sku));
		if (unknown.length > 0 || (wholeCatalog && !catalog.complete)) {
			await learn(client, catalog, unknown, wholeCatalog);
		}
	});
	const wanted = new Set([...skus].map(looseKey));
	return [...catalog.items.values()].filter(({ sku }) => wanted.has(looseKey(String(sku))));
}

/** Forgets a company's items, for when a document shows that they are not what SOS has. */
export function forgetItems(client: SosClient): void {
	catalogs.delete(client.key);
}

function catalogOf(client: SosClient): Catalog {
	const isOld = ({ createdAt }: Catalog) => Date.now() - createdAt >= OLDEST_MS;
	for (const [key, catalog] of catalogs) {
		if (isOld(catalog)) catalogs.delete(key);
	}
	const known = catalogs.get(client.key);
	if (known !== undefined) return known;
	const fresh: Catalog = {
		...nothingKnown(),
		createdAt: Date.now(),
		turns: new OneAtATime(),
	};
	catalogs.set(client.key, fresh);
	return fresh;
}

/** Learns what has changed. Where SOS counts more changes than it gives, nothing that was known is sure. */
async function refresh(client: SosClient, catalog: Catalog): Promise<void> {
	const startedAt = Date.now();
	if (catalog.knownUntil !== undefined) {
		const changed = allItems(client, {
			changedSince: catalog.knownUntil - OVERLAP_MS,
			onMissing: () => Object.assign(catalog, nothingKnown()),
		});
		for await (const item of changed) keep(catalog, item);
	}
	catalog.knownUntil = startedAt;
}

function nothingKnown(): Pick<Catalog, 'items' | 'complete' | 'askedSkus'> {
	return { items: new Map(), complete: false, askedSkus: new Set() };
}

/**
 * Reads pages until asking for the unknown SKUs one by one would take fewer calls than the pages that
 * are left, which can first be said after one page: only then is the size of the catalog known.
 */
async function learn(client: SosClient, catalog: Catalog, unknown: string[], whole: boolean): Promise<void> {
	const askingIsFewer = (rowsRead: number) =>
		!whole &&
		catalog.totalCount !== undefined &&
		unknown.length < Math.ceil((catalog.totalCount - rowsRead) / PAGE_SIZE);

	if (!askingIsFewer(0)) catalog.complete = await readUntil(client, catalog, askingIsFewer);
	if (catalog.complete) return;

	for (const sku of unknown) {
		for await (const item of itemsWithSku(client, sku)) keep(catalog, item);
		catalog.askedSkus.add(sku);
	}
}

/** @returns whether every item was read */
async function readUntil(
	client: SosClient,
	catalog: Catalog,
	isEnough: (rowsRead: number) => boolean,
): Promise<boolean> {
	let rowsRead = 0;
	let missing = 0;
	const items = allItems(client, {
		onTotal: (total) => (catalog.totalCount = total),
		onMissing: (rows) => (missing = rows),
	});
	for await (const item of items) {
		keep(catalog, item);
		if (++rowsRead % PAGE_SIZE === 0 && isEnough(rowsRead)) return false;
	}
	return missing === 0;
}

/** An item without a SKU is none to match, and may have had one before. */
function keep({ items }: Catalog, item: SosItem): void {
	if (String(item.sku ?? '').trim() === '') items.delete(item.id);
	else items.set(item.id, pick(item, KEPT_FIELDS) as SosItem);
}
