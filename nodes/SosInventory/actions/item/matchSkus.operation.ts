import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { BigCommerceOrder } from '../../../../sync/bigCommerceOrder';
import { normaliseOrder } from '../../../../sync/normaliseOrder';
import { indexBySku, matchOrder, type SkuMatchOptions } from '../../../../sync/skuMatching';
import type { Operation } from '../../../shared/operation';
import { aliasParameters, readAliases } from '../../aliases';
import { itemsForSkus } from '../../catalogue/itemCatalogue';
import type { SosClient } from '../../transport/client';

export const matchSkus: Operation<SosClient> = {
	option: {
		name: 'Match SKUs',
		value: 'matchSkus',
		action: 'Match skus of orders with items',
		description: 'Add to each line of BigCommerce orders its SOS item, or the reason it has none',
	},
	parameters: [
		{
			displayName:
				'Feed it BigCommerce orders with their lines. Each line comes out with the SOS item of the same SKU, or with the reason there is none.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				...aliasParameters,
				{
					displayName: 'Ignore Case',
					name: 'ignoreCase',
					type: 'boolean',
					default: false,
					description: 'Whether "mug-1" and "MUG-1" are the same SKU',
				},
				{
					displayName: 'Ignore Outer Spaces',
					name: 'ignoreOuterSpaces',
					type: 'boolean',
					default: false,
					description: 'Whether spaces before and after a SKU do not count',
				},
			],
		},
	],
	async execute(context, company) {
		// One index serves all orders, so the options are those of the first item.
		const chosen = context.getNodeParameter('options', 0, {}) as IDataObject;
		const options: SkuMatchOptions = {
			ignoreCase: Boolean(chosen.ignoreCase),
			ignoreOuterSpaces: Boolean(chosen.ignoreOuterSpaces),
			aliases: readAliases(context, chosen),
		};
		const inputs = context.getInputData().map(({ json }) => ({ json, ...normaliseOrder(json) }));
		const orders = inputs.flatMap(({ order }) => order ?? []);

		const tolerant = options.ignoreCase === true || options.ignoreOuterSpaces === true;
		const index = indexBySku(await itemsForSkus(company, skusOf(orders, options), tolerant), options);
		const matched = inputs.map(({ json, order, reason }, item): INodeExecutionData => {
			// What is no order, or came without its lines, goes on with the reason: the next node holds it.
			const out = order === undefined ? { ...json, reason } : matchOrder(order, index);
			return { json: out as unknown as IDataObject, pairedItem: { item } };
		});
		return [matched];
	},
};

/** Every SKU that has to be looked up in SOS: those on the lines, under the name SOS knows them by. */
function skusOf(orders: BigCommerceOrder[], { aliases = [] }: SkuMatchOptions): Set<string> {
	const sosSkus = new Map(aliases.map(({ shopSku, sosSku }) => [shopSku, sosSku]));
	const skus = orders.flatMap(({ products = [] }) => products.map(({ sku }) => String(sku ?? '')));
	return new Set(skus.filter((sku) => sku.trim() !== '').map((sku) => sosSkus.get(sku) ?? sku));
}
