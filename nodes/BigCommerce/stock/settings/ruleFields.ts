import type { INodeProperties } from 'n8n-workflow';
import type { RuleFieldNames } from '../../../../sync/stock/customFieldRule';

const ruleField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. Web buffer',
});

export const ruleFields: INodeProperties = {
	displayName: 'Rules From SOS Custom Fields',
	name: 'ruleFields',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Fields',
	description: 'The names of the custom fields of SOS items that hold a rule of their own',
	options: [
		{
			displayName: 'Custom Fields',
			name: 'fields',
			values: [
				ruleField('Buffer', 'buffer'),
				ruleField('Maximum', 'maximum'),
				ruleField('Minimum', 'minimum'),
				ruleField('Percentage', 'percentage'),
				ruleField('Threshold', 'threshold'),
			],
		},
	],
};

export function readRuleFields(options: Record<string, unknown>): RuleFieldNames {
	return (options[ruleFields.name] as { fields?: RuleFieldNames } | undefined)?.fields ?? {};
}
