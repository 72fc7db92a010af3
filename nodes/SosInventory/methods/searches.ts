import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { customers } from '../api/customers';
import { items } from '../api/items';
import { recordName } from '../api/recordName';
import type { NamedRecord } from '../api/referenceTables';
import { suggestions } from '../api/search';
import { openCompany } from '../transport/client';
import type { SosNoun } from '../transport/noun';

/** As many as a person reads in a drop-down; typing narrows the search. */
const SHOWN = 100;

async function search<T extends NamedRecord>(
	context: ILoadOptionsFunctions,
	noun: SosNoun<T>,
	typed: string | undefined,
	nameOf: (record: T) => string,
): Promise<INodeListSearchResult> {
	const company = await openCompany(context);
	const results = [];
	for await (const record of suggestions(company, noun, typed ?? '', SHOWN)) {
		results.push({ name: nameOf(record), value: String(record.id) });
	}
	return { results };
}

/** What the node's searchable lists call, by the name its parameters give. */
export const listSearch = {
	async searchCustomers(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		return await search(this, customers, filter, recordName);
	},

	async searchItems(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		return await search(this, items, filter, (item) =>
			item.sku ? `${recordName(item)} (${item.sku})` : recordName(item),
		);
	},
};
