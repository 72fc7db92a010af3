import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchProducts } from '../api/products';
import { openStore } from '../transport/client';

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
		const { rows, isLast } = await searchProducts(store, filter || undefined, number, SHOWN);
		return {
			results: rows.map(({ id, name, sku }) => ({
				name: sku ? `${name} (${sku})` : name,
				value: String(id),
			})),
			paginationToken: isLast ? undefined : String(number + 1),
		};
	},
};
