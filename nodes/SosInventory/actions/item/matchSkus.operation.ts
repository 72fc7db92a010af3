import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withLabels } from '../../../shared/parameters/settingLabels';
import type { MatchedOrder, NormalizedOrder } from '../../../../sync/bigCommerceOrder';
import { normalizeOrder } from '../../../../sync/normalizeOrder';
import { isTooLong, keyOf, skuText } from '../../../../sync/sku';
import { skuAliases } from '../../../../sync/skuAliases';
import { indexBySku, matchOrder, type SkuIndex, type SkuMatchOptions } from '../../../../sync/skuMatching';
import { failedItem, nodeFailure } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { aliasParameters, readAliases } from '../../../shared/parameters/aliases';
import { ignoreCase, ignoreOuterSpaces, readSkuComparison } from '../../../shared/parameters/skuComparison';
import { confirmedItems, itemsForSkus } from '../../memory/items';
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
			options: [...aliasParameters, ignoreCase, ignoreOuterSpaces],
		},
	],
	async execute(context, company) {
		const inputs = context.getInputData().map(({ json }) => ({ json, ...normalizeOrder(json) }));
		let orders: MatchedOrder[];
		try {
			orders = await matchAll(
				context,
				company,
				inputs.flatMap(({ order }) => order ?? []),
			);
		} catch (error) {
			const failure = nodeFailure(context, error, 0);
			if (!context.continueOnFail()) throw failure;
			return [inputs.map((_, itemIndex) => failedItem(failure, itemIndex))];
		}
		const inTurn = orders.values();
		const matched = inputs.map(({ json, order, reason }, item): INodeExecutionData => {
			// What is no order, or came without its lines, goes on with the reason: the next node holds it.
			const out =
				order === undefined ? { ...json, reason: withLabels(reason) } : labelled(inTurn.next().value!);
			return { json: out as unknown as IDataObject, pairedItem: { item } };
		});
		return [matched];
	},
};

function labelled(order: MatchedOrder): MatchedOrder {
	for (const line of order.products) {
		if (line.sos.reason) line.sos = { reason: withLabels(line.sos.reason) };
	}
	return order;
}

/** Matches orders with the items that are remembered and, for lines that would be held, with what SOS says now. */
async function matchAll(
	context: IExecuteFunctions,
	company: SosClient,
	orders: NormalizedOrder[],
): Promise<MatchedOrder[]> {
	const startedAt = performance.now();
	const index = await readIndex(context, company, orders);
	const matched = orders.map((order) => matchOrder(order, index));
	const { options } = index;
	const doubtful = skusOf(matched.map(withoutItem), options);
	if (doubtful.size === 0) return matched;
	const items = await confirmedItems(company, doubtful, skusOf(orders, options), startedAt);
	if (items === undefined) return matched;
	const confirmed = indexBySku(items, options);
	return orders.map((order) => matchOrder(order, confirmed));
}

/** The order with only those lines that have no item. */
function withoutItem(order: MatchedOrder): MatchedOrder {
	return { ...order, products: order.products.filter(({ sos }) => sos.item === undefined) };
}

/** One index serves all orders, so the options are those of the first item. */
async function readIndex(
	context: IExecuteFunctions,
	company: SosClient,
	orders: NormalizedOrder[],
): Promise<SkuIndex> {
	const chosen = context.getNodeParameter('options', 0, {}) as IDataObject;
	const options: SkuMatchOptions = {
		...readSkuComparison(context, chosen),
		aliases: readAliases(context, chosen),
	};
	// SOS may compare case when it is asked for a SKU; only outer spaces take a look at every item.
	const items = await itemsForSkus(company, skusOf(orders, options), options.ignoreOuterSpaces === true);
	return indexBySku(items, options);
}

/** Every SKU that has to be looked up in SOS: those on the lines, under the name SOS knows them by. */
function skusOf(orders: NormalizedOrder[], options: SkuMatchOptions): Set<string> {
	const standsFor = skuAliases(options.aliases ?? [], (sku) => keyOf(sku, options));
	const skus = orders.flatMap(({ products }) => products.flatMap(({ sku }) => skuText(sku) ?? []));
	const asked = skus.map(standsFor).flatMap((alias) => (alias.unusable ? [] : alias.sku));
	// One SKU that is too long would make SOS refuse the whole look-up, and is none SOS can have.
	return new Set(asked.filter((sku) => !isTooLong(sku)));
}
