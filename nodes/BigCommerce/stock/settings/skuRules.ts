import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { skuText } from '../../../../sync/sku';
import type { StockOverride } from '../../../../sync/stock/stockPlan';
import { settingLabels } from '../../../shared/parameters/settingLabels';
import { readSkuTable, type ReadRow } from '../../../shared/parameters/skuTable';

const part = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 5',
	description: 'Leave empty for the general rule',
});

const EXAMPLE = '[{"sku": "MUG-BLUE", "buffer": 5, "maximum": 20}]';

const asJson: INodeProperties = {
	displayName: 'Rules for Individual SKUs (JSON)',
	name: 'skuRulesJson',
	type: 'json',
	default: '[]',
	description: `The same as a list, e.g. ${EXAMPLE}`,
};

const typed: INodeProperties = {
	displayName: settingLabels['stock.skuRules'],
	name: 'skuRules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add SKU',
	description: 'SKUs of the shop that have a stock rule of their own',
	options: [
		{
			displayName: 'SKU',
			name: 'rule',
			values: [
				part('Buffer', 'buffer'),
				part('Maximum', 'maximum'),
				part('Minimum', 'minimum'),
				part('Percentage', 'percentage'),
				{ displayName: 'SKU', name: 'sku', type: 'string', default: '' },
				part('Threshold', 'threshold'),
			],
		},
	],
};

/** The rules for individual SKUs, as rows typed in or as JSON from a spreadsheet or another node. */
export const skuRuleParameters: INodeProperties[] = [typed, asJson];

const table = { typed, group: 'rule', asJson, words: 'rules', example: EXAMPLE };

/**
 * All rules of the two parameters.
 *
 * @throws {NodeOperationError} when the JSON is not a list of rules
 */
export function readSkuRules(context: IExecuteFunctions, options: Record<string, unknown>): StockOverride[] {
	return readSkuTable(context, options, table, readRule);
}

function readRule(cells: IDataObject, where: string): ReadRow<StockOverride> {
	const sku = skuText(cells.sku)?.trim();
	if (sku === undefined) return { flaw: 'has no SKU (sku)' };
	return { row: { ...cells, sku, where } as StockOverride };
}
