import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { stockLists, type ListedItem } from '../../../../sync/stock/stockList';
import { yesOrNoOption } from '../../../shared/parameters/yesOrNo';
import { separated } from '../../../shared/parameters/separated';
import { settingLabels } from '../../../shared/parameters/settingLabels';

const asStockLists: INodeProperties = {
	displayName: settingLabels['items.stockLists'],
	name: 'stockLists',
	type: 'boolean',
	default: false,
	description:
		'Whether to return a few items that list the SKUs and quantities of many, as Inventory: Update and Compare take them. n8n keeps the data of each run, and in this form it is a fraction.',
};

const customFields: INodeProperties = {
	displayName: settingLabels['items.stockListFields'],
	name: 'stockListFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. Web buffer, Web maximum',
	description:
		'With Return as Stock Lists: the names of the custom fields that Inventory: Update reads rules from, separated by commas',
};

export const stockListOptions = [customFields, asStockLists];

/**
 * The items as they are, or as stock lists where these are chosen.
 *
 * @throws {NodeOperationError} when the switch is neither on nor off
 */
export function inChosenLists(
	context: IExecuteFunctions,
	items: IDataObject[],
	itemIndex: number,
): IDataObject[] {
	const options = context.getNodeParameter('options', itemIndex, {}) as Record<string, unknown>;
	if (!yesOrNoOption(context, options, asStockLists, itemIndex)) return items;
	const names = separated(options[customFields.name]);
	return stockLists(items as unknown as ListedItem[], names) as unknown as IDataObject[];
}
