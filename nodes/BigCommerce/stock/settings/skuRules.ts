import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { StockOverride } from '../../../../sync/stock/stockPlan';
import { parseJsonList } from '../../../shared/parameters/jsonList';

const part = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 5',
	description: 'Leave empty for the general rule',
});

/** The rules of single SKUs, as rows typed in or as JSON from a spreadsheet or another node. */
export const skuRuleParameters: INodeProperties[] = [
	{
		displayName: 'Rules of Single SKUs',
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
	},
	{
		displayName: 'Rules of Single SKUs (JSON)',
		name: 'skuRulesJson',
		type: 'json',
		default: '[]',
		description: 'The same as a list, e.g. [{"sku": "MUG-BLUE", "buffer": 5, "maximum": 20}]',
	},
];

/**
 * All rules of the two parameters.
 *
 * @throws {NodeOperationError} when the JSON is not a list of rules
 */
export function readSkuRules(context: IExecuteFunctions, options: Record<string, unknown>): StockOverride[] {
	const rows = (options.skuRules as { rule?: StockOverride[] } | undefined)?.rule ?? [];
	const listed = parseJsonList(options.skuRulesJson);
	const rules = listed?.every(isRule) ? [...rows, ...listed] : undefined;
	if (rules === undefined) {
		throw new NodeOperationError(context.getNode(), "'Rules of Single SKUs (JSON)' is not a list of rules", {
			description: 'Give a list such as [{"sku": "MUG-BLUE", "buffer": 5, "maximum": 20}].',
		});
	}
	return rules.filter(({ sku }) => sku !== '');
}

function isRule(value: unknown): value is StockOverride {
	return typeof (value as Partial<StockOverride> | null)?.sku === 'string';
}
