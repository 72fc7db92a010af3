import { forEachItem } from '../../../shared/forEachItem';
import { limitParameters } from '../../../shared/limit';
import type { Operation } from '../../../shared/operation';
import { archivedFilter, createdSinceFilter, filtersCollection, updatedSinceFilter } from '../../filters';
import { getMany } from '../../getMany';
import type { SosClient } from '../../transport/client';

const filters = filtersCollection([
	archivedFilter,
	{ displayName: 'Category Name', name: 'category', type: 'string', default: '' },
	{
		displayName: 'Location Name',
		name: 'location',
		type: 'string',
		default: '',
		description: 'The stock figures are then those of this location',
	},
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		description: 'Part of the name, description, notes, barcode, SKU, vendor part number or a tag',
	},
	{ displayName: 'SKU', name: 'sku', type: 'string', default: '', description: 'Items with this SKU' },
	{ displayName: 'Tags', name: 'tags', type: 'string', default: '', description: 'Separated by commas' },
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'Inventory Item',
		options: [
			'Assembly',
			'Category',
			'Expense',
			'Inventory Item',
			'Item Group',
			'Kit',
			'Labor',
			'Non-inventory',
			'Other',
			'Overhead',
			'Service',
		].map((type) => ({ name: type, value: type })),
	},
	updatedSinceFilter,
	createdSinceFilter,
]);

export const getAll: Operation<SosClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many items',
		description: 'Retrieve a list of items with their stock figures',
	},
	parameters: [...limitParameters, filters],
	async execute(context, company) {
		const items = await forEachItem(context, (itemIndex) =>
			getMany(context, company, { entity: 'item', filters }, itemIndex),
		);
		return [items];
	},
};
