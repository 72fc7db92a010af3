import type { INodeProperties } from 'n8n-workflow';
import { shopKey } from '../../../../sync/sku';
import { filtersCollection, readFilters } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, firstOf, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { separatedIfGiven } from '../../../shared/parameters/separated';
import { yesOrDefault } from '../../../shared/parameters/yesOrNo';
import { listVariants, type VariantRow } from '../../api/variants';
import type { BigCommerceClient } from '../../transport/client';
import { productIdsFilter, simpleVariant, simplify } from '../product/productFields';

const fields: INodeProperties[] = [
	productIdsFilter,
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		default: '',
		placeholder: 'e.g. SHIRT-RED-L, SHIRT-RED-M',
		description:
			'Separated by commas or lines, or a list from an expression. One SKU per line if they contain commas. Upper and lower case are the same.',
	},
];

export const getAll: Operation<BigCommerceClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many variants',
		description: 'Retrieve a list of variants, of some products or of the whole store',
	},
	parameters: [...limitParameters, simplify, filtersCollection(fields)],
	async execute(context, store) {
		const variants = await forEachItem(context, async function* (itemIndex) {
			const simple = yesOrDefault(context, simplify, itemIndex);
			const limit = chosenLimit(context, itemIndex);
			const { skus, productIds } = readFilters(context, fields, itemIndex);
			const variants = readVariants(store, limit, separatedIfGiven(skus), separatedIfGiven(productIds));
			for await (const variant of firstOf(variants, limit)) yield simple ? simpleVariant(variant) : variant;
		});
		return [variants];
	},
};

async function* readVariants(
	store: BigCommerceClient,
	limit: number | undefined,
	skus: string[] | undefined,
	productIds: string[] | undefined,
): AsyncGenerator<VariantRow> {
	const variants = listVariants(store, { skus, productIds }, limit);
	if (skus === undefined) return yield* variants;
	const wanted = new Set(skus.map(shopKey));
	for await (const variant of variants) if (wanted.has(shopKey(variant.sku ?? ''))) yield variant;
}
