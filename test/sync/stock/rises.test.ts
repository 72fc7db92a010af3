import { planStock } from '../../../sync/stock/planStock';
import { isMultiplied, risesTooFar } from '../../../sync/stock/rises';
import { MOST_STOCK } from '../../../sync/stock/stockFormula';
import type { StockPlanInput, StockSettings } from '../../../sync/stock/stockPlan';
import { shopRow, sos, sosItem } from './rows';

const limits = { riseUnits: 10_000, riseFactor: 10 };

it.each([
	['a first push', 0, 9000, false],
	['a delivery of what had run out', 3, 9000, false],
	['a restock of a large stock', 4000, 38_000, false],
	['a fall', 90_000, 60_000, false],
	['no change', 90_000, 90_000, false],
	['a barcode typed in as the quantity', 12, 12_345_678, true],
	['three zeros too many', 15, 15_000, true],
	['three zeros too many on a large stock', 4000, 4_000_000, true],
	['nothing to millions', 0, 5_000_000, true],
])('%s, from %d to %d, goes too far: %s', (_, before, after, expected) =>
	expect(risesTooFar(before, after, limits)).toBe(expected),
);

it.each([
	[20, 201, true],
	[20, 200, false],
	[2, 90, false],
	[0, 5000, false],
])('%d to %d is many times as much: %s', (before, after, expected) =>
	expect(isMultiplied(before, after, limits)).toBe(expected),
);

const plan = (before: number, after: unknown, settings: Partial<StockSettings> = {}, shop = {}) =>
	planStock({ source: sos(sosItem('MUG', after)), shop: [shopRow('MUG', before, shop)], settings });

const codes = (...of: Parameters<typeof plan>) => plan(...of).skipped.map(({ reason }) => reason.code);

describe('a figure beyond what BigCommerce can hold is refused by name', () => {
	it.each([1e308, '9'.repeat(30), MOST_STOCK + 1])('%p', (available) => {
		for (const breaker of ['off', undefined] as const) {
			const skipped = plan(5, available, breaker && { breaker }).skipped;
			expect(skipped).toMatchObject([{ sku: 'MUG', reason: { code: 'STOCK_FIGURE_TOO_LARGE' } }]);
		}
	});

	it('whatever the maximum', () => {
		expect(codes(5, 1e308, { rule: { maximum: 10 } })).toEqual(['STOCK_FIGURE_TOO_LARGE']);
	});

	it('but not where packs of it are sold', () => {
		const matching = { aliases: [{ shopSku: 'MUG', sosSku: 'GRAM', packSize: 1e6 }] };
		const source = sos(sosItem('GRAM', 3e9));
		expect(planStock({ source, shop: [shopRow('MUG', 5)], settings: { matching } }).writes).toMatchObject([
			{ after: 3000 },
		]);
	});
});

describe('a rise that goes too far', () => {
	it('leaves its SKU alone, also when the input is some items', () => {
		for (const scope of ['catalogue', 'selection'] as const) {
			expect(codes(12, 12_345_678, { scope })).toEqual(['STOCK_RISES_TOO_FAR']);
		}
	});

	it('is measured in units on sale', () => {
		expect(codes(20_000, 9000, {}, { safetyStock: 20_000 })).toEqual([]);
		expect(codes(20_010, 90_000, {}, { safetyStock: 20_000 })).toEqual(['STOCK_RISES_TOO_FAR']);
	});

	it('is written where the limits are off', () => {
		expect(plan(12, 12_345_678, { breaker: 'off' }).writes).toHaveLength(1);
	});
});

describe('rises of many SKUs', () => {
	const input = (factor: (n: number) => number): StockPlanInput => ({
		source: sos(...Array.from({ length: 20 }, (_, n) => sosItem(`SKU-${n}`, 50 * factor(n)))),
		shop: Array.from({ length: 20 }, (_, n) => shopRow(`SKU-${n}`, 50)),
	});

	it.each([
		[5, undefined],
		[7, 'STOCK_TOO_MANY_RISEN'],
	])('%d of 20 to twelve times what they had: %s', (many, code) => {
		expect(planStock(input((n) => (n < many ? 12 : 1))).breaker?.code).toBe(code);
	});

	it('count where each goes too far by itself', () => {
		expect(planStock(input((n) => (n < 7 ? 1000 : 1))).breaker?.code).toBe('STOCK_TOO_MANY_RISEN');
	});

	it('are a restock where the shop had nothing', () => {
		const { source, shop } = input(() => 100);
		const empty = [...shop].map((row) => ({ ...row, onHand: 0 }));
		expect(planStock({ source, shop: empty, settings: { scope: 'selection' } }).breaker).toBeUndefined();
	});
});
