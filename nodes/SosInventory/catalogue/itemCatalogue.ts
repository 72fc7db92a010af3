import pick from 'lodash/pick';
import { looseKey } from '../../../sync/sku';
import type { SosItem } from '../../../sync/sosItem';
import { pause } from '../../shared/request/pause';
import { cancelSignal } from '../../shared/request/send';
import type { SosClient } from '../transport/client';
import { list, PAGE_SIZE } from '../transport/list';
import { sosMoment } from '../transport/time';

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

/** A deleted item shows in no list of changes: after this time the catalogue is read afresh. */
const OLDEST_MS = 12 * 3_600_000;

/** How often an execution looks whether another one has finished with the catalogue, in ms. */
const TURN_MS = 50;

/** What is known of one company's items. Lives in memory only, and is cheap to lose. */
interface Catalogue {
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
	/** An execution is reading; the others wait, since what it reads will do for them too. */
	busy: boolean;
}

const catalogues = new Map<string, Catalogue>();

/**
 * The items among which `skus` can be matched, in the fewest calls: the whole catalogue in pages of
 * 200, or one call per SKU where that is fewer. Later calls cost one request for what has changed.
 *
 * @param skus exactly as the orders have them
 * @param wholeCatalogue true where matching is tolerant, so that asking for a SKU would not find it
 * @returns the items that have one of the SKUs, or nearly: apart from case and outer spaces
 */
export async function itemsForSkus(
	client: SosClient,
	skus: ReadonlySet<string>,
	wholeCatalogue: boolean,
): Promise<SosItem[]> {
	const catalogue = catalogueOf(client);
	await inTurn(client, catalogue, async () => {
		await refresh(client, catalogue);
		const unknown = catalogue.complete ? [] : [...skus].filter((sku) => !catalogue.askedSkus.has(sku));
		if (unknown.length > 0 || (wholeCatalogue && !catalogue.complete)) {
			await learn(client, catalogue, unknown, wholeCatalogue);
		}
	});
	const wanted = new Set([...skus].map(looseKey));
	return [...catalogue.items.values()].filter(({ sku }) => wanted.has(looseKey(String(sku))));
}

/** Forgets a company's items, for when a document shows that they are not what SOS has. */
export function forgetItems(client: SosClient): void {
	catalogues.delete(client.key);
}

function catalogueOf(client: SosClient): Catalogue {
	const isOld = ({ createdAt }: Catalogue) => Date.now() - createdAt >= OLDEST_MS;
	for (const [key, catalogue] of catalogues) {
		if (isOld(catalogue)) catalogues.delete(key);
	}
	const known = catalogues.get(client.key);
	if (known !== undefined) return known;
	const fresh: Catalogue = {
		items: new Map(),
		complete: false,
		askedSkus: new Set(),
		createdAt: Date.now(),
		busy: false,
	};
	catalogues.set(client.key, fresh);
	return fresh;
}

async function inTurn(
	{ context }: SosClient,
	catalogue: Catalogue,
	read: () => Promise<void>,
): Promise<void> {
	const signal = cancelSignal(context);
	while (catalogue.busy && !signal?.aborted) await pause(TURN_MS, signal);
	// A cancelled execution goes on to its first request, which ends it; the turn is still the other's.
	const isOwnTurn = !catalogue.busy;
	catalogue.busy = true;
	try {
		await read();
	} finally {
		if (isOwnTurn) catalogue.busy = false;
	}
}

async function refresh(client: SosClient, catalogue: Catalogue): Promise<void> {
	const startedAt = Date.now();
	if (catalogue.knownUntil !== undefined) {
		const query = { archived: 'any', updatedsince: sosMoment(catalogue.knownUntil - OVERLAP_MS) };
		for await (const item of list<SosItem>(client, { entity: 'item', query })) keep(catalogue, item);
	}
	catalogue.knownUntil = startedAt;
}

/**
 * Reads pages until asking for the unknown SKUs one by one would take fewer calls than the pages that
 * are left, which can first be said after one page: only then is the size of the catalogue known.
 */
async function learn(
	client: SosClient,
	catalogue: Catalogue,
	unknown: string[],
	whole: boolean,
): Promise<void> {
	const askingIsFewer = (rowsRead: number) =>
		!whole &&
		catalogue.totalCount !== undefined &&
		unknown.length < Math.ceil((catalogue.totalCount - rowsRead) / PAGE_SIZE);

	if (!askingIsFewer(0)) catalogue.complete = await readUntil(client, catalogue, askingIsFewer);
	if (catalogue.complete) return;

	for (const sku of unknown) {
		for await (const item of list<SosItem>(client, { entity: 'item', query: { archived: 'any', sku } })) {
			keep(catalogue, item);
		}
		catalogue.askedSkus.add(sku);
	}
}

/** @returns whether every item was read */
async function readUntil(
	client: SosClient,
	catalogue: Catalogue,
	isEnough: (rowsRead: number) => boolean,
): Promise<boolean> {
	let rowsRead = 0;
	let missing = 0;
	const items = list<SosItem>(client, {
		entity: 'item',
		query: { archived: 'any' },
		onTotal: (total) => (catalogue.totalCount = total),
		onMissing: (rows) => (missing = rows),
	});
	for await (const item of items) {
		keep(catalogue, item);
		if (++rowsRead % PAGE_SIZE === 0 && isEnough(rowsRead)) return false;
	}
	return missing === 0;
}

/** An item without a SKU is none to match, and may have had one before. */
function keep({ items }: Catalogue, item: SosItem): void {
	if (String(item.sku ?? '').trim() === '') items.delete(item.id);
	else items.set(item.id, pick(item, KEPT_FIELDS) as SosItem);
}
