import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { openStore } from '../transport/client';
import { readPage } from '../transport/paging';

/** As many as a person reads in a drop-down; scrolling loads more, typing narrows the search. */
const SHOWN = 50;

/** What the node's searchable lists call, by the name its parameters give. */
export const listSearch = {
	async searchProducts(
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const store = await openStore(this);
		const number = Number(paginationToken ?? 1);
		const request = {
			path: '/v3/catalog/products',
			query: { keyword: filter || undefined, include_fields: 'name,sku', sort: 'name', direction: 'asc' },
			subject: 'the list of products',
			pageSize: SHOWN,
		};
		const { rows, isLast } = await readPage<{ id: number; name: string; sku: string }>(
			store,
			request,
			number,
		);
		return {
			results: rows.map(({ id, name, sku }) => ({
				name: sku ? `${name} (${sku})` : name,
				value: String(id),
			})),
			paginationToken: isLast ? undefined : String(number + 1),
		};
	},
};
