import type { IDataObject } from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { chosenLimit, collect, limitParameters } from '../../../shared/limit';
import type { Operation } from '../../../shared/operation';
import { archivedFilter, filtersCollection, readFilters, sinceFilter } from '../../filters';
import type { SosClient } from '../../transport/client';
import { list } from '../../transport/list';

export const getAll: Operation<SosClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many sales orders',
		description: 'Retrieve a list of sales orders',
	},
	parameters: [
		...limitParameters,
		filtersCollection([
			archivedFilter,
			{ displayName: 'Channel Name', name: 'channel', type: 'string', default: '' },
			sinceFilter('Created Since', 'createdsince'),
			{ displayName: 'Location Name', name: 'location', type: 'string', default: '' },
			{ displayName: 'Order Stage Name', name: 'orderStage', type: 'string', default: '' },
			{
				displayName: 'Search Text',
				name: 'query',
				type: 'string',
				default: '',
				description: 'Part of the reference number, comment, customer PO or customer name',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				default: 'open',
				options: [
					{ name: 'Closed', value: 'closed' },
					{ name: 'Open', value: 'open' },
				],
			},
			sinceFilter('Updated Since', 'updatedsince'),
		]),
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const query = readFilters(context, itemIndex);
			const limit = chosenLimit(context, itemIndex);
			return await collect(
				list<IDataObject & { id: number }>(company, { entity: 'salesorder', query, limit }),
			);
		});
		return [items];
	},
};
