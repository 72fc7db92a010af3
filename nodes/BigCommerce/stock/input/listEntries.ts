import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isWholeStockList, type StockList } from '../../../../sync/stock/stockList';
import { refuse } from '../../../shared/parameters/refuse';
import { settingLabels } from '../../../shared/parameters/settingLabels';
import type { RowFields } from '../settings/planSettings';

const OFF = `Switch '${settingLabels['items.stockLists']}' off in 'Item: Get Many'`;

/**
 * The items of a stock list one by one, as *Item: Get Many* gives them otherwise.
 *
 * @throws {NodeOperationError} when the list is damaged, or does not have a field that the settings ask for
 */
export function entriesOfList(
	context: IExecuteFunctions,
	list: StockList,
	{ skuField, quantityField, ruleFields }: RowFields,
	itemIndex: number,
): Iterable<IDataObject> {
	const refused = (message: string, fix: string) => refuse(context, message, fix, itemIndex);
	if (!isWholeStockList(list)) {
		throw refused(
			'The lists of an input item differ in length, so that quantities cannot be told apart',
			"Connect this node right behind 'Item: Get Many'.",
		);
	}
	if (skuField !== 'sku' || (quantityField !== 'available' && quantityField !== 'onhand')) {
		throw refused(
			"A stock list has the SKU, and the quantities 'Available' and 'On Hand'; these settings ask for other fields",
			`${OFF}, or choose one of these quantities and leave 'SKU Field' at sku.`,
		);
	}
	if (Object.keys(ruleFields).length > 0 && list.customFields === undefined) {
		throw refused(
			"'Rules From SOS Custom Fields' is set, and the stock list has no custom fields",
			`Name these fields under '${settingLabels['items.stockListFields']}' in 'Item: Get Many'.`,
		);
	}
	return entriesOf(list);
}

function* entriesOf(list: StockList): Generator<IDataObject> {
	const { ids, skus, available, onhand, customFields, ...shared } = list;
	for (const [index, id] of ids.entries()) {
		yield {
			...shared,
			id,
			name: '',
			sku: skus[index],
			available: available[index],
			onhand: onhand[index],
			customFields: customFields?.[index],
		} as IDataObject;
	}
}
