import type { IDataObject } from 'n8n-workflow';
import type { Noun } from '../../shared/request/noun';
import { record, text, type Shape, type Shaped } from '../../shared/request/shape';
import { call, type BigCommerceClient } from '../transport/client';
import { one } from '../transport/envelope';

const storeShape = record({ id: text, name: text });

export type StoreRow = IDataObject & Shaped<typeof storeShape>;

const store: Noun<StoreRow> = {
	words: 'store',
	shape: storeShape as Shape<StoreRow>,
	keyOf: ({ id }) => id,
};

/**
 * The store itself: domain, plan, currency, time zone, tax setting.
 *
 * @throws {ApiFailure}
 */
export async function readStore(client: BigCommerceClient): Promise<StoreRow> {
	return await call(client, one(store), { method: 'GET', path: '/v2/store', subject: 'the store' });
}
