import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { mapValues } from 'lodash';
import { NodeConnectionTypes } from 'n8n-workflow';
import { resourceProperties, runChosenOperation } from '../shared/run/operation';
import { presentably } from '../shared/run/presentable';
import { customer } from './actions/customer';
import { item } from './actions/item';
import { salesOrder } from './actions/salesOrder';
import { salesReceipt } from './actions/salesReceipt';
import { loadOptions } from './methods/referenceLists';
import { listSearch } from './methods/searches';
import { openCompany } from './transport/client';

const resources = { customer, item, salesOrder, salesReceipt };

export class SosInventory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SOS Inventory',
		name: 'sosInventory',
		icon: { light: 'file:sosInventory.svg', dark: 'file:sosInventory.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Turn shop orders into sales orders, match SKUs and read stock in SOS Inventory',
		defaults: { name: 'SOS Inventory' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter.operation === "createFromBigCommerceOrder"
			? [{ type: "${NodeConnectionTypes.Main}", displayName: "Imported" }, { type: "${NodeConnectionTypes.Main}", displayName: "Held" }]
			: [{ type: "${NodeConnectionTypes.Main}" }] }}`,
		credentials: [
			{
				name: 'sosInventoryApi',
				required: true,
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
			{
				name: 'sosInventoryOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'bigCommerceApi',
				required: true,
				// With slashes: n8n's editor takes parameters that a credential names for those of signing in, and hides them.
				displayOptions: {
					show: {
						'/resource': ['salesOrder'],
						'/operation': ['createFromBigCommerceOrder'],
						'/markOrders': [true],
					},
				},
			},
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [
					{ name: 'Access Token', value: 'accessToken' },
					{ name: 'OAuth2', value: 'oAuth2' },
				],
				default: 'accessToken',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Customer', value: 'customer' },
					{ name: 'Item', value: 'item' },
					{ name: 'Sales Order', value: 'salesOrder' },
					{ name: 'Sales Receipt', value: 'salesReceipt' },
				],
				default: 'salesOrder',
			},
			...resourceProperties('customer', customer, 'getAll'),
			...resourceProperties('item', item, 'getAll'),
			...resourceProperties('salesOrder', salesOrder, 'createFromBigCommerceOrder'),
			...resourceProperties('salesReceipt', salesReceipt, 'getAll'),
		],
	};

	methods = {
		loadOptions: mapValues(loadOptions, presentably),
		listSearch: mapValues(listSearch, presentably),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runChosenOperation(this, resources, openCompany);
	}
}
