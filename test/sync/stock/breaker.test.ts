import { DEFAULT_BREAKER } from '../../../sync/stock/breaker';
import { planStock } from '../../../sync/stock/planStock';
import type { BreakerLimits, StockPlanInput, StockSettings } from '../../../sync/stock/stockPlan';
import { shopRow, sosItem } from './rows';

const NO_LIMITS: BreakerLimits = {
	itemsToZero: Infinity,
	changedPercent: Infinity,
	unitsLostPercent: Infinity,
	missingPercent: Infinity,
	riseFactor: Infinity,
	riseUnits: Infinity,
	risenPercent: Infinity,
	minimumItems: 0,
};

/** A shop whose SKUs go from the first figure to the second; undefined is a SKU that SOS lacks. */
function stock(pairs: Array<[before: number, after: number | undefined]>, total?: number): StockPlanInput {
	const items = pairs.flatMap(([, after], n) => (after === undefined ? [] : [sosItem(`SKU-${n}`, after)]));
	return {
		source: { kind: 'sos', reads: [{ locationId: 1, items, total }] },
		shop: pairs.map(([before], n) => shopRow(`SKU-${n}`, before)),
	};
}

function verdict(
	input: StockPlanInput,
	limits: Partial<BreakerLimits> | 'off',
	settings: Partial<StockSettings> = {},
) {
	const breaker = limits === 'off' ? limits : { ...NO_LIMITS, ...limits };
	return planStock({ ...input, settings: { ...settings, breaker } }).breaker?.code;
}

describe('the source', () => {
	test('empty stops the plan, whatever the limits', () => {
		expect(verdict({ source: { kind: 'sos', reads: [] }, shop: [shopRow('MUG', 5)] }, 'off')).toBe(
			'STOCK_SOURCE_EMPTY',
		);
	});

	test('an empty selection is nothing to do', () => {
		expect(verdict(stock([]), {}, { scope: 'selection' })).toBeUndefined();
	});

	test.each(['catalogue', 'selection'] as const)('half-read stops a %s, whatever the limits', (scope) => {
		const input = stock(
			[
				[5, 4],
				[5, 4],
			],
			3,
		);
		const plan = planStock({ ...input, settings: { breaker: 'off', scope } });
		expect(plan.breaker).toMatchObject({ code: 'STOCK_SOURCE_INCOMPLETE', details: { rows: 2, total: 3 } });
	});

	test('read whole does not', () => {
		expect(
			verdict(
				stock(
					[
						[5, 4],
						[5, 4],
					],
					2,
				),
				{},
			),
		).toBeUndefined();
	});

	test('half-read without a total is seen by the SKUs that are missing', () => {
		const half = stock(Array.from({ length: 20 }, (_, n) => [5, n < 10 ? 5 : undefined]));
		expect(planStock(half).breaker?.code).toBe('STOCK_TOO_MANY_MISSING');
	});

	test('SKUs with tracking off are not missed', () => {
		const input = stock([[5, 5]]);
		const untracked = [1, 2, 3].map((n) => shopRow(`EBOOK-${n}`, undefined, { tracking: 'none' }));
		expect(verdict({ ...input, shop: [...input.shop, ...untracked] }, { missingPercent: 0 })).toBeUndefined();
	});
});

describe('each limit trips above its figure and not at it', () => {
	test.each([
		[
			'itemsToZero',
			1,
			[
				[5, 0],
				[5, 5],
			],
			[
				[5, 0],
				[5, 0],
			],
			'STOCK_TOO_MANY_TO_ZERO',
		],
		[
			'changedPercent',
			50,
			[
				[5, 6],
				[5, 5],
			],
			[
				[5, 6],
				[5, 6],
				[5, 5],
			],
			'STOCK_TOO_MANY_CHANGED',
		],
		[
			'unitsLostPercent',
			30,
			[
				[10, 7],
				[10, 7],
			],
			[
				[10, 7],
				[10, 6],
			],
			'STOCK_TOO_MANY_UNITS_LOST',
		],
		[
			'missingPercent',
			50,
			[
				[5, 5],
				[5, undefined],
			],
			[
				[5, 5],
				[5, undefined],
				[1, undefined],
			],
			'STOCK_TOO_MANY_MISSING',
		],
	] as Array<[keyof BreakerLimits, number, Array<[number, number]>, Array<[number, number]>, string]>)(
		'%s %p',
		(limit, value, at, above, code) => {
			expect(verdict(stock(at), { [limit]: value })).toBeUndefined();
			expect(verdict(stock(above), { [limit]: value })).toBe(code);
			expect(verdict(stock(above), {})).toBeUndefined();
			expect(verdict(stock(above), 'off')).toBeUndefined();
		},
	);

	test('what was at zero already does not go to zero', () => {
		expect(
			verdict(
				stock([
					[0, 0],
					[0, 0],
				]),
				{ itemsToZero: 0 },
			),
		).toBeUndefined();
	});

	test('down to the safety stock is down to zero', () => {
		const input = stock([[9, 0]]);
		const shop = [...input.shop].map((row) => ({ ...row, safetyStock: 4 }));
		expect(verdict({ ...input, shop }, { itemsToZero: 0 })).toBe('STOCK_TOO_MANY_TO_ZERO');
	});

	test('units gained elsewhere do not hide units lost', () => {
		expect(
			verdict(
				stock([
					[10, 0],
					[10, 1000],
				]),
				{ unitsLostPercent: 30 },
			),
		).toBe('STOCK_TOO_MANY_UNITS_LOST');
	});

	test('percentages of a handful are not judged', () => {
		expect(
			verdict(
				stock([
					[5, 1],
					[5, undefined],
				]),
				{ ...DEFAULT_BREAKER, minimumItems: 3 },
			),
		).toBeUndefined();
	});

	test('a selection is judged by the items going to zero alone', () => {
		const settings = { scope: 'selection' } as const;
		const input = stock([
			[5, 0],
			[5, 0],
			[5, undefined],
		]);
		expect(
			verdict(input, { changedPercent: 0, unitsLostPercent: 0, missingPercent: 0 }, settings),
		).toBeUndefined();
		expect(verdict(input, { itemsToZero: 1 }, settings)).toBe('STOCK_TOO_MANY_TO_ZERO');
	});

	test.each([{}, { breaker: undefined }])('it is on by default: settings %p', (settings) => {
		const plan = planStock({ ...stock(Array.from({ length: 101 }, () => [5, 0])), settings });
		expect(plan.breaker?.code).toBe('STOCK_TOO_MANY_TO_ZERO');
		expect(plan.writes).toHaveLength(101);
	});
});

test('the totals the plan is judged by', () => {
	const { totals, unchanged } = planStock(
		stock([
			[10, 4],
			[10, 10],
			[0, 3],
			[2, 0],
			[7, undefined],
		]),
	);
	expect(totals).toEqual({
		figures: 4,
		changed: 3,
		toZero: 1,
		unitsBefore: 22,
		unitsAfter: 17,
		unitsLost: 8,
		stocked: 3,
		multiplied: 0,
		trackedSkus: 5,
		missingSkus: 1,
	});
	expect(unchanged).toHaveLength(1);
});

test('a full push writes what has not changed as well', () => {
	const plan = planStock({
		...stock([
			[10, 4],
			[10, 10],
		]),
		settings: { write: 'all' },
	});
	expect(plan.writes.map(({ before, after }) => [before, after])).toEqual([
		[10, 4],
		[10, 10],
	]);
	expect(plan.unchanged).toEqual([]);
});
