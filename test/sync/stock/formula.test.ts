import { MOST_STOCK, onHandToWrite, stockToSell } from '../../../sync/stock/stockFormula';
import { planStock } from '../../../sync/stock/planStock';
import { isInvalidRule, layRule, PLAIN_RULE, type StockRule } from '../../../sync/stock/stockRule';
import type { StockPlanInput, StockSettings } from '../../../sync/stock/stockPlan';
import { given, shopRow, sos, sosItem } from './rows';

const sell = (figure: number, rule: Partial<StockRule> = {}, packSize = 1) =>
	stockToSell(figure, packSize, { ...PLAIN_RULE, ...rule });

describe('the steps from figure to stock to sell', () => {
	test.each([
		['the figure itself', sell(20), 20],
		['whole packs only', sell(17, {}, 6), 2],
		['a pack size with decimals', sell(10, {}, 2.5), 4],
		['units smaller than the SOS unit', sell(10, {}, 0.5), 20],
		['percentage', sell(20, { percentage: 75 }), 15],
		['percentage without binary noise', sell(100, { percentage: 29 }), 29],
		['buffer', sell(20, { buffer: 3 }), 17],
		['buffer above the figure', sell(2, { buffer: 3 }), 0],
		['at the threshold', sell(5, { threshold: 5 }), 5],
		['below the threshold', sell(4, { threshold: 5 }), 0],
		['minimum', sell(1, { minimum: 4 }), 4],
		['maximum', sell(20, { maximum: 9 }), 9],
		['rounded down', sell(7.999), 7],
		['a sum of decimals that is whole', sell(64.1 + 0.8 + 0.1), 65],
		['never negative', sell(-8), 0],
		['no more than BigCommerce keeps', sell(9e12), MOST_STOCK],
	])('%s', (_step, actual, expected) => expect(actual).toBe(expected));

	test.each([
		// 17 units are 2 packs; three quarters of 2 packs are 1.5. Percentage first would make 2.
		['packs before percentage', sell(17, { percentage: 75 }, 6), 1],
		// 10 % of 30 is 3. Buffer first would make 2.7, rounded down to 2.
		['percentage before buffer', sell(30, { percentage: 10, buffer: 0 }), 3],
		['percentage before buffer, with both', sell(30, { percentage: 50, buffer: 10 }), 5],
		['buffer before threshold', sell(6, { buffer: 2, threshold: 5 }), 0],
		['threshold before minimum', sell(4, { threshold: 5, minimum: 2 }), 2],
		['threshold before maximum', sell(8, { threshold: 5, maximum: 3 }), 3],
		['maximum before rounding down', sell(9, { maximum: 3.5 }), 3],
	])('order: %s', (_order, actual, expected) => expect(actual).toBe(expected));
});

describe('safety stock', () => {
	const shop = [shopRow('MUG', 20, { safetyStock: 5 })];

	test('is added to the on-hand figure, so that the shop sells exactly what SOS has', () => {
		const [write] = planStock({ source: sos(sosItem('MUG', 20)), shop }).writes;
		expect(write).toMatchObject({ before: 20, after: 25 });
		expect(write.after - shop[0].safetyStock).toBe(20);
	});

	test('a shop that sells the figure already is left alone', () => {
		const plan = planStock({ source: sos(sosItem('MUG', 15)), shop });
		expect(plan).toMatchObject({ writes: [], unchanged: [{ before: 20, after: 20 }] });
	});

	test('nothing to sell leaves the safety stock on hand', () => {
		expect(onHandToWrite(0, 5)).toBe(5);
	});

	test('held back, the figure is the on-hand figure', () => {
		const settings = { safetyStock: 'heldBack' } as const;
		expect(planStock({ source: sos(sosItem('MUG', 12)), shop, settings }).writes[0].after).toBe(12);
	});
});

describe('where the figure and its rule come from', () => {
	const figureOf = (input: StockPlanInput) => planStock(input).writes.map(({ after }) => after);
	const shop = [shopRow('MUG', 99)];

	test('available, on hand, or given by an expression', () => {
		const source = sos(sosItem('MUG', 1, { onhand: 2, quantity: '3' }));
		const by = (figure: StockSettings['figure']) => figureOf({ source, shop, settings: { figure } });
		expect([by('available'), by('onHand'), by('given')]).toEqual([[1], [2], [3]]);
	});

	test('an expression below zero is zero, as SOS below zero is', () => {
		const source = sos(sosItem('MUG', 1, { quantity: -3 }));
		expect(figureOf({ source, shop, settings: { figure: 'given' } })).toEqual([0]);
	});

	test('a kit counts by its available even when on hand is asked for: it has no on hand of its own', () => {
		const source = sos(sosItem('MUG', 4, { onhand: 0, type: 'Item Group' }));
		expect(figureOf({ source, shop, settings: { figure: 'onHand' } })).toEqual([4]);
	});

	test('given rows need no SOS', () => {
		expect(figureOf({ source: given({ quantity: '7' }), shop })).toEqual([7]);
	});

	test('general rule, under the item rule, under the SKU rule, part by part', () => {
		const settings = {
			rule: { percentage: '50', buffer: 1, maximum: 40 },
			overrides: [{ sku: 'MUG', buffer: '3', maximum: '' }],
		};
		const source = sos(sosItem('MUG', 100, { rule: { buffer: 2, percentage: 80, maximum: null } }));
		expect(figureOf({ source, shop, settings })).toEqual([40]);
		expect(figureOf({ source, shop, settings: { ...settings, rule: { buffer: 1 } } })).toEqual([77]);
	});

	test.each([{ buffer: 'ten' }, { percentage: -1 }, { minimum: 5, maximum: 4 }])(
		'a rule that cannot be followed stops its SKU: %p',
		(rule) => {
			const settings = { overrides: [{ sku: 'MUG', ...rule }] };
			const plan = planStock({ source: sos(sosItem('MUG', 5)), shop, settings });
			expect(plan.writes).toEqual([]);
			expect(plan.skipped.map(({ reason }) => reason.code)).toEqual(['STOCK_RULE_INVALID']);
		},
	);

	test('a general rule that cannot be followed stops everything', () => {
		expect(() => planStock({ source: sos(), shop: [], settings: { rule: { buffer: 'ten' } } })).toThrow(
			/buffer.*"ten"/,
		);
		expect(isInvalidRule(layRule(PLAIN_RULE, { buffer: 'ten' }))).toBe(true);
	});

	test('an alias sells whole packs of another SKU, beside the single', () => {
		const matching = { aliases: [{ shopSku: 'MUG6', sosSku: 'MUG', packSize: 6 }] };
		const pack = [shopRow('MUG', 99), shopRow('MUG6', 99)];
		expect(figureOf({ source: sos(sosItem('MUG', 17)), shop: pack, settings: { matching } })).toEqual([
			17, 2,
		]);
	});

	test.each([0, -6, NaN, Infinity])('an alias with pack size %p stops its SKU', (packSize) => {
		const matching = { aliases: [{ shopSku: 'MUG', sosSku: 'CUP', packSize }] };
		const plan = planStock({ source: sos(sosItem('CUP', 17)), shop, settings: { matching } });
		expect(plan.writes).toEqual([]);
		expect(plan.skipped.map(({ reason }) => reason.code)).toEqual(['STOCK_PACK_SIZE_INVALID']);
	});
});
