import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openCompany } from '../transport/client';
import { list } from '../transport/list';

/** As many as a person reads in a drop-down; typing narrows the search. */
const SHOWN = 100;

async function search(
	context: ILoadOptionsFunctions,
	entity: string,
	filter: string | undefined,
	nameOf: (record: { id: number; name: string; sku?: string | null }) => string,
): Promise<INodeListSearchResult> {
	const company = await openCompany(context);
	const results = [];
	const query = { query: filter === '' ? undefined : filter, archived: 'no' };
	for await (const record of list<{ id: number; name: string }>(company, { entity, query, limit: SHOWN })) {
		results.push({ name: nameOf(record), value: String(record.id) });
	}
	return { results };
}

/** What the node's searchable lists call, by the name its parameters give. */
export const listSearch = {
	async searchCustomers(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		return await search(this, 'customer', filter, ({ name }) => name);
	},

	async searchItems(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		return await search(this, 'item', filter, ({ name, sku }) => (sku ? `${name} (${sku})` : name));
	},
};
