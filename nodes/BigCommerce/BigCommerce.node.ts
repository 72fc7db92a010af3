import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { mapValues } from 'lodash';
import { NodeConnectionTypes } from 'n8n-workflow';
import { resourceProperties, runChosenOperation } from '../shared/run/operation';
import { presentably } from '../shared/run/presentable';
import { inventory } from './actions/inventory';
import { location } from './actions/location';
import { order } from './actions/order';
import { product } from './actions/product';
import { store } from './actions/store';
import { variant } from './actions/variant';
import { listSearch } from './methods/listSearch';
import { loadOptions } from './methods/loadOptions';
import { openStore } from './transport/client';

const resources = { inventory, location, order, product, store, variant };

export class BigCommerce implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce',
		name: 'bigCommerce',
		icon: { light: 'file:bigCommerce.svg', dark: 'file:bigCommerce.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read orders, products and stock of a BigCommerce store, and set its stock by SKU',
		defaults: { name: 'BigCommerce' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter.resource === "inventory" && $parameter.operation === "update"
			? [{ type: "${NodeConnectionTypes.Main}", displayName: "Updated" }, { type: "${NodeConnectionTypes.Main}", displayName: "Skipped" }]
			: [{ type: "${NodeConnectionTypes.Main}" }] }}`,
		credentials: [{ name: 'bigCommerceApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Inventory', value: 'inventory' },
					{ name: 'Location', value: 'location' },
					{ name: 'Order', value: 'order' },
					{ name: 'Product', value: 'product' },
					{ name: 'Store', value: 'store' },
					{ name: 'Variant', value: 'variant' },
				],
				default: 'order',
			},
			...resourceProperties('inventory', inventory, 'update'),
			...resourceProperties('location', location, 'getAll'),
			...resourceProperties('order', order, 'getAll'),
			...resourceProperties('product', product, 'getAll'),
			...resourceProperties('store', store, 'get'),
			...resourceProperties('variant', variant, 'getAll'),
		],
	};

	methods = {
		loadOptions: mapValues(loadOptions, presentably),
		listSearch: mapValues(listSearch, presentably),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runChosenOperation(this, resources, openStore);
	}
}
