import type { INodeProperties } from 'n8n-workflow';
import { filtersCollection } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { separated } from '../../../shared/parameters/separated';
import { referenceField } from '../../../shared/parameters/referenceField';
import { simplify } from '../../../shared/parameters/simplify';
import { locations as locationTable, ReferenceTables } from '../../api/referenceTables';
import { chosenNames } from '../../chosenNames';
import { archivedFilter, createdSinceFilter, listArguments, updatedSinceFilter } from '../../filters';
import type { SosClient } from '../../transport/client';
import { readItems } from './readItems';
import { inChosenLists, stockListOptions } from './stockListOptions';

const filters = filtersCollection([
	archivedFilter,
	{ displayName: 'Category Name', name: 'category', type: 'string', default: '' },
	referenceField(
		'Location',
		'location',
		'listLocations',
		'The stock figures are then those of this location',
	),
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

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		...stockListOptions,
		{
			displayName: 'Stock of Location Names or IDs',
			name: 'locations',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'listLocations' },
			default: [],
			description:
				'Read the items once for each of these locations, with the stock they have there. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
};

export const getAll: Operation<SosClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many items',
		description: 'Retrieve a list of items with their stock figures',
	},
	parameters: [
		...limitParameters,
		{ ...simplify, hint: 'Keeps what stock updates need, in a tenth of the memory' },
		filters,
		options,
	],
	urgency: 'stock',
	async execute(context, company) {
		const tables = new ReferenceTables(company);
		const items = await forEachItem(context, async (itemIndex) => {
			const locations = separated(context.getNodeParameter('options.locations', itemIndex, []));
			const reading = {
				query: await listArguments(context, tables, filters, itemIndex),
				locations: await chosenNames(context, tables, locationTable, locations, itemIndex),
				all: chosenLimit(context, itemIndex) === undefined,
			};
			const items = await readItems(context, company, reading, itemIndex);
			return inChosenLists(context, items, itemIndex);
		});
		return [items];
	},
};
