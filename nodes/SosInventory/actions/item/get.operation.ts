import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { referenceField } from '../../../shared/parameters/referenceField';
import { simplify } from '../../../shared/parameters/simplify';
import { chosenNames, LOCATION } from '../../chosenNames';
import { getOne } from '../../getOne';
import { recordLocator } from '../../recordLocator';
import type { SosClient } from '../../transport/client';
import { ReferenceTables } from '../../transport/referenceTables';

export const get: Operation<SosClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get item',
		description: 'Retrieve one item with its stock figures',
	},
	parameters: [
		recordLocator('Item', 'itemId', 'searchItems', 'The item to read'),
		referenceField(
			'Location',
			'location',
			'getLocations',
			'Only the stock of this location, or of the whole company when left out',
		),
		simplify,
	],
	async execute(context, company) {
		const tables = new ReferenceTables(company);
		const items = await forEachItem(context, async (itemIndex) => {
			const id = recordId(context, 'itemId', 'Item', itemIndex);
			const chosen = String(context.getNodeParameter('location', itemIndex, '') ?? '').trim();
			const [location] = await chosenNames(context, tables, LOCATION, chosen ? [chosen] : [], itemIndex);
			const query = location === undefined ? undefined : { location };
			return await getOne(context, company, { entity: 'item', id, label: 'item', query }, itemIndex);
		});
		return [items];
	},
};
