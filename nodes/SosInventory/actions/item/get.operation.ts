import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { referenceField } from '../../../shared/parameters/referenceField';
import { simplify } from '../../../shared/parameters/simplify';
import { items as itemNoun } from '../../api/items';
import { locations, ReferenceTables } from '../../api/referenceTables';
import { chosenNames } from '../../chosenNames';
import { getOne } from '../../getOne';
import { recordLocator } from '../../recordLocator';
import { simpleItem } from '../../simplify';
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
			const [location] = await chosenNames(context, tables, locations, chosen ? [chosen] : [], itemIndex);
			const query = location === undefined ? undefined : { location };
			const one = { noun: itemNoun, id, query, simple: simpleItem };
			return await getOne(context, company, one, itemIndex);
		});
		return [items];
	},
};
