import { ruleFromCustomFields } from '../../../sync/stock/customFieldRule';
import { planStock } from '../../../sync/stock/planStock';
import { shopRow, sos, sosItem } from './rows';

const NAMES = { buffer: 'Shop buffer', maximum: 'Shop maximum' };

test("takes an item's rule from the custom fields that are named", () => {
	const fields = [
		{ id: 1, name: 'colour', value: 'green' },
		{ id: 2, name: ' SHOP BUFFER', value: '3' },
		{ id: 3, name: 'Shop maximum', value: null },
	];
	expect(ruleFromCustomFields(fields, NAMES)).toEqual({ buffer: '3', maximum: null });
});

test.each([undefined, null, [], [null], 'text'])('custom fields %p hold no rule', (fields) => {
	expect(ruleFromCustomFields(fields, NAMES)).toEqual({});
});

test('a field that holds no number stops its SKU rather than being ignored', () => {
	const rule = ruleFromCustomFields([{ name: 'Shop buffer', value: 'a few' }], NAMES);
	const plan = planStock({ source: sos(sosItem('MUG', 5, { rule })), shop: [shopRow('MUG', 1)] });
	expect(plan.writes).toEqual([]);
	expect(plan.skipped.map(({ reason }) => reason.code)).toEqual(['STOCK_RULE_INVALID']);
});
