import type { StockRule, StockRuleInput } from './stockRule';

/** The name of the SOS custom field that holds each part of an item's rule. */
export type RuleFieldNames = { [part in keyof StockRule]?: string };

/**
 * An item's own rule from its `customFields` (`[{ name, value }]`); names are compared without case and
 * outer spaces. Values are taken as they are: one that is no number stops its SKU when it is planned.
 */
export function ruleFromCustomFields(customFields: unknown, names: RuleFieldNames): StockRuleInput {
	const values = new Map<string, unknown>();
	for (const field of Array.isArray(customFields) ? customFields : []) {
		values.set(fieldKey(field?.name), field?.value);
	}
	const rule: Record<string, unknown> = {};
	for (const [part, name] of Object.entries(names)) {
		if (name && values.has(fieldKey(name))) rule[part] = values.get(fieldKey(name));
	}
	return rule as StockRuleInput;
}

/** What two names of custom fields have in common when they count as the same. */
export function fieldKey(name: unknown): string {
	return String(name ?? '')
		.trim()
		.toLowerCase();
}
