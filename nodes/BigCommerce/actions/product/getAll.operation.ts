import type { INodeProperties } from 'n8n-workflow';
import { filtersCollection, readFilters } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, firstOf, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { referenceField } from '../../../shared/parameters/referenceField';
import { separatedIfGiven } from '../../../shared/parameters/separated';
import { listProducts, type ProductFilters } from '../../api/products';
import type { BigCommerceClient } from '../../transport/client';
import { chosenFields, includeVariants, productIdsFilter, shaped, simplify } from './productFields';

const fields: INodeProperties[] = [
	referenceField('Channel', 'channelId', 'getChannels'),
	{
		displayName: 'Keyword',
		name: 'keyword',
		type: 'string',
		default: '',
		description: 'Words in the name, description, SKU or brand',
	},
	{
		displayName: 'Modified From',
		name: 'modifiedFrom',
		type: 'dateTime',
		default: '',
		description: 'Products changed last at this time or later',
	},
	{
		displayName: 'Modified Until',
		name: 'modifiedUntil',
		type: 'dateTime',
		default: '',
		description: 'Products changed last at this time or earlier',
	},
	{ displayName: 'Name', name: 'name', type: 'string', default: '', description: 'The exact name' },
	productIdsFilter,
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		default: '',
		placeholder: 'e.g. MUG-BLUE, MUG-RED',
		description:
			'SKUs of products, not of their variants, separated by commas or lines, or a list from an expression. One SKU per line if they contain commas.',
	},
	{
		displayName: 'Visible',
		name: 'visible',
		type: 'boolean',
		default: true,
		description: 'Whether shoppers see the product',
	},
];

export const getAll: Operation<BigCommerceClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many products',
		description: 'Retrieve a list of products',
	},
	parameters: [...limitParameters, simplify, includeVariants, filtersCollection(fields)],
	async execute(context, store) {
		const products = await forEachItem(context, async function* (itemIndex) {
			const chosen = chosenFields(context, itemIndex);
			const { skus, productIds, ...filters } = readFilters(context, fields, itemIndex);
			const limit = chosenLimit(context, itemIndex);
			const wanted = {
				skus: separatedIfGiven(skus),
				ids: separatedIfGiven(productIds),
				filters: filters as ProductFilters,
			};
			const products = listProducts(store, wanted, chosen, limit);
			for await (const product of firstOf(products, limit)) yield shaped(product, chosen);
		});
		return [products];
	},
};
