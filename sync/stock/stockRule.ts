import { isBlank, readQuantity } from './quantity';

/** How a figure becomes stock to sell. Quantities are in the shop's units (packs, for a pack). */
export interface StockRule {
	/** The share of the figure that the shop may sell, in percent. */
	percentage: number;
	/** Units kept back. */
	buffer: number;
	/** What is left below this becomes 0. */
	threshold: number;
	/** The shop shows at least this, whatever SOS has. */
	minimum: number;
	/** The shop shows at most this. */
	maximum: number;
}

/** A rule as a custom field or a table row has it: any part may be blank, and numbers may be text. */
export type StockRuleInput = { [part in keyof StockRule]?: number | string | null };

/** The part of a rule that cannot be followed. */
export interface InvalidRule {
	part: keyof StockRule;
	value: unknown;
}

/** Sells exactly the figure. */
export const PLAIN_RULE: StockRule = {
	percentage: 100,
	buffer: 0,
	threshold: 0,
	minimum: 0,
	maximum: Number.POSITIVE_INFINITY,
};

const PARTS = Object.keys(PLAIN_RULE) as Array<keyof StockRule>;

/** Whether two rules lay the same over any other. */
export function isSameRule(one: StockRuleInput, other: StockRuleInput): boolean {
	return PARTS.every((part) => partOf(one, part) === partOf(other, part));
}

/** A rule as messages show it: "buffer 5, maximum 20". */
export function ruleText(rule: StockRuleInput): string {
	const parts = PARTS.flatMap((part) => {
		const value = partOf(rule, part);
		return value === undefined ? [] : `${part} ${typeof value === 'number' ? value : JSON.stringify(value)}`;
	});
	return parts.join(', ') || 'no rule';
}

/** undefined when it is blank; what is not a number stays as it is. */
function partOf(rule: StockRuleInput, part: keyof StockRule): unknown {
	const value = rule[part];
	return isBlank(value) ? undefined : (readQuantity(value) ?? value);
}

export function isInvalidRule(rule: StockRule | InvalidRule): rule is InvalidRule {
	return 'part' in rule;
}

/**
 * Lays `input` over `base`, part by part; blank parts leave the base as it is. A part that is not a
 * number, or is negative, or a minimum above the maximum makes the whole rule invalid: half a rule
 * would sell what someone meant to keep.
 */
export function layRule(base: StockRule, input: StockRuleInput | undefined): StockRule | InvalidRule {
	if (!input) return base;
	const rule = { ...base };
	for (const part of PARTS) {
		const value = input[part];
		if (isBlank(value)) continue;
		const number = readQuantity(value);
		if (number === undefined || number < 0) return { part, value };
		rule[part] = number;
	}
	return rule.minimum > rule.maximum ? { part: 'minimum', value: rule.minimum } : rule;
}
