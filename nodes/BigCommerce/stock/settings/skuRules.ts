import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { skuText } from '../../../../sync/sku';
import type { StockOverride } from '../../../../sync/stock/stockPlan';
import { parseJsonList } from '../../../shared/parameters/jsonList';
import { refuse } from '../../../shared/parameters/refuse';

const part = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 5',
	description: 'Leave empty for the general rule',
});

const asJson: INodeProperties = {
	displayName: 'Rules for Individual SKUs (JSON)',
	name: 'skuRulesJson',
	type: 'json',
	default: '[]',
	description: 'The same as a list, e.g. [{"sku": "MUG-BLUE", "buffer": 5, "maximum": 20}]',
};

/** The rules for individual SKUs, as rows typed in or as JSON from a spreadsheet or another node. */
export const skuRuleParameters: INodeProperties[] = [
	{
		displayName: 'Rules for Individual SKUs',
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
	asJson,
];

/**
 * All rules of the two parameters.
 *
 * @throws {NodeOperationError} when the JSON is not a list of rules
 */
export function readSkuRules(context: IExecuteFunctions, options: Record<string, unknown>): StockOverride[] {
	const rows = (options.skuRules as { rule?: StockOverride[] } | undefined)?.rule ?? [];
	const listed = parseJsonList(options[asJson.name]);
	const rules = listed?.every(isRule) ? [...rows, ...listed] : undefined;
	if (rules === undefined) {
		throw refuse(
			context,
			`'${asJson.displayName}' is not a list of rules`,
			'Give a list such as [{"sku": "MUG-BLUE", "buffer": 5, "maximum": 20}].',
		);
	}
	return rules.flatMap((rule) => {
		const sku = skuText(rule.sku);
		return sku === undefined ? [] : [{ ...rule, sku }];
	});
}

function isRule(value: unknown): value is StockOverride {
	const { sku } = (value ?? {}) as { sku?: unknown };
	return typeof sku === 'string' || typeof sku === 'number';
}
