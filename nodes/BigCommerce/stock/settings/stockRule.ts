import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { isInvalidRule, layRule, PLAIN_RULE, type StockRuleInput } from '../../../../sync/stock/stockRule';
import { refuse } from '../../../shared/parameters/refuse';
import { amount } from './amount';

const parts = [
	amount('Buffer', 'buffer', 0, 'Units kept back'),
	amount('Maximum', 'maximum', 100, 'The shop shows at most this'),
	amount('Minimum', 'minimum', 0, 'The shop shows at least this, whatever the quantity is'),
	amount('Percentage', 'percentage', 100, 'The share of the quantity that the shop may sell'),
	amount('Threshold', 'threshold', 0, 'What is left below this becomes 0'),
];

export const stockRule: INodeProperties = {
	displayName: 'Stock Rule',
	name: 'stockRule',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	description:
		'How the quantity becomes the stock of the shop, in this order: percentage, buffer, threshold, minimum and maximum',
	options: parts,
};

/** @throws {NodeOperationError} when one of its parts is not a number of 0 or more, or the minimum is above the maximum */
export function readStockRule(context: IExecuteFunctions): StockRuleInput {
	const given = context.getNodeParameter(stockRule.name, 0, {}) as StockRuleInput;
	const rule = layRule(PLAIN_RULE, given);
	if (!isInvalidRule(rule)) return given;
	const part = parts.find(({ name }) => name === rule.part);
	throw refuse(
		context,
		`'${part?.displayName}' under '${stockRule.displayName}' is "${String(rule.value)}", which cannot be used`,
		'Give a number of 0 or more, and a minimum no higher than the maximum.',
	);
}
