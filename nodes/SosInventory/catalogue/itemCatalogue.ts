import pick from 'lodash/pick';
import type { SosItem } from '../../../sync/sosItem';
import type { SosClient } from '../transport/client';
import { list, PAGE_SIZE } from '../transport/list';
import { sosMoment } from '../transport/time';

/** Kept of each item: what matching needs. Stock figures are left out, they would be old when read from here. */
const KEPT_FIELDS = ['id', 'name', 'fullname', 'sku', 'type', 'description', 'taxable', 'class', 'archived'];

/** A refresh looks this far back beyond the last one, since the two clocks differ; records are known by id. */
const OVERLAP_MS = 5 * 60_000;

/** A deleted item shows in no list of changes: after this time the catalogue is read afresh. */
const OLDEST_MS = 12 * 3_600_000;

/** What is known of one company's items. Lives in memory only, and is cheap to lose. */
interface Catalogue {
	items: Map<number, SosItem>;
	/** All items are known, not only those that were asked for. */
	complete: boolean;
	/** SKUs that were asked for one by one, so that all their items are known. */
	askedSkus: Set<string>;
	totalCount?: number;
	firstReadAt: number;
	refreshedAt: number;
}

const catalogues = new Map<string, Catalogue>();

/**
 * The items among which `skus` can be matched, in the fewest calls: the whole catalogue in pages of
 * 200, or one call per SKU where that is fewer. Later calls cost one request for what has changed.
 *
 * @param skus exactly as the orders have them
 * @param wholeCatalogue true where matching is tolerant, so that asking for a SKU would not find it
 */
export async function itemsForSkus(
	client: SosClient,
	skus: ReadonlySet<string>,
	wholeCatalogue: boolean,
): Promise<SosItem[]> {
	const catalogue = await currentCatalogue(client);
	const unknown = catalogue.complete ? [] : [...skus].filter((sku) => !catalogue.askedSkus.has(sku));
	if (unknown.length > 0 || (wholeCatalogue && !catalogue.complete)) {
		await learn(client, catalogue, unknown, wholeCatalogue);
	}
	return [...catalogue.items.values()];
}

/** Forgets a company's items, for when a document shows that they are not what SOS has. */
export function forgetItems(client: SosClient): void {
	catalogues.delete(client.key);
}

async function currentCatalogue(client: SosClient): Promise<Catalogue> {
	const known = catalogues.get(client.key);
	const now = Date.now();
	if (known !== undefined && now - known.firstReadAt < OLDEST_MS) {
		const query = { archived: 'any', updatedsince: sosMoment(known.refreshedAt - OVERLAP_MS) };
		for await (const item of list<SosItem>(client, { entity: 'item', query })) keep(known, item);
		known.refreshedAt = now;
		return known;
	}
	const fresh: Catalogue = {
		items: new Map(),
		complete: false,
		askedSkus: new Set(),
		firstReadAt: now,
		refreshedAt: now,
	};
	catalogues.set(client.key, fresh);
	return fresh;
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

	if (!askingIsFewer(0)) {
		const request = {
			entity: 'item',
			query: { archived: 'any' },
			onTotal: (total: number) => (catalogue.totalCount = total),
		};
		let rowsRead = 0;
		let stopped = false;
		for await (const item of list<SosItem>(client, request)) {
			keep(catalogue, item);
			if (++rowsRead % PAGE_SIZE === 0 && askingIsFewer(rowsRead)) {
				stopped = true;
				break;
			}
		}
		catalogue.complete = !stopped;
	}
	if (catalogue.complete) return;

	for (const sku of unknown) {
		for await (const item of list<SosItem>(client, { entity: 'item', query: { archived: 'any', sku } })) {
			keep(catalogue, item);
		}
		catalogue.askedSkus.add(sku);
	}
}

function keep(catalogue: Catalogue, item: SosItem): void {
	catalogue.items.set(item.id, pick(item, KEPT_FIELDS) as SosItem);
}
