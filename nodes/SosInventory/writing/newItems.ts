import type { SosItemBody } from '../../../sync/order/salesDocument';
import type { SosItem } from '../../../sync/sosItem';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';
import { createRecord } from '../transport/record';

/**
 * Creates the items that an order needs, none twice: SOS does not keep SKUs unique, so each is looked
 * up right before it is created, and again when the answer to creating it is lost.
 *
 * @throws {ApiFailure} when SOS refuses an item
 */
export async function createMissingItems(client: SosClient, bodies: SosItemBody[]): Promise<SosItem[]> {
	const items: SosItem[] = [];
	for (const body of bodies) {
		items.push((await findBySku(client, body.sku)) ?? (await create(client, body)));
	}
	return items;
}

async function create(client: SosClient, body: SosItemBody): Promise<SosItem> {
	const sent = await settle(createRecord<SosItem>(client, 'item', body, `the item "${body.name}"`));
	if (sent.failure === undefined) return sent.value;
	const found = sent.failure.mayHaveBeenDone ? await findBySku(client, body.sku) : null;
	if (found === null) throw sent.failure;
	return found;
}

async function findBySku(client: SosClient, sku: string): Promise<SosItem | null> {
	for await (const item of list<SosItem>(client, { entity: 'item', query: { sku, archived: 'any' } })) {
		if (item.sku === sku) return item;
	}
	return null;
}
