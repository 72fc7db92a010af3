import { forEachItem } from '../../../shared/forEachItem';
import type { Operation } from '../../../shared/operation';
import { getOne } from '../../getOne';
import { recordId } from '../../../shared/recordId';
import { recordLocator } from '../../recordLocator';
import type { SosClient } from '../../transport/client';

export const get: Operation<SosClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get item',
		description: 'Retrieve one item with its stock figures',
	},
	parameters: [
		recordLocator('Item', 'itemId', 'searchItems', 'The item to read'),
		{
			displayName: 'Location Name',
			name: 'locationName',
			type: 'string',
			default: '',
			description: 'Only count the stock of this location. Leave empty for the whole company.',
		},
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const id = recordId(context, 'itemId', 'Item', itemIndex);
			const location = context.getNodeParameter('locationName', itemIndex, '') as string;
			const query = location === '' ? undefined : { location };
			return await getOne(context, company, { entity: 'item', id, label: 'item', query }, itemIndex);
		});
		return [items];
	},
};
