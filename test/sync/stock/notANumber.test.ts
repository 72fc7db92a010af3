import * as fc from 'fast-check';
import { DEFAULT_BREAKER } from '../../../sync/stock/breaker';
import { decodeLastPushed, encodeLastPushed } from '../../../sync/stock/lastPushed';
import { planStock } from '../../../sync/stock/planStock';
import { MOST_STOCK } from '../../../sync/stock/stockFormula';
import type { StockPlanInput } from '../../../sync/stock/stockPlan';
import { shopRow, sos, sosItem } from './rows';

const figure = fc.oneof(
	fc.constantFrom<unknown>(
		NaN,
		Infinity,
		-Infinity,
		1e308,
		-1e308,
		'9'.repeat(400),
		'abc',
		null,
		{},
		[],
		'5',
		0,
	),
	fc.integer({ min: -5, max: 50 }),
);
const asNumber = figure as fc.Arbitrary<number>;

const input = fc.record({
	available: figure,
	onHand: asNumber,
	safetyStock: asNumber,
	packSize: asNumber,
	sold: fc.oneof(fc.constant(undefined), fc.integer({ min: 1, max: 5 }), fc.constant(1e308)),
	rule: fc.record(
		{ percentage: figure, buffer: figure, threshold: figure, minimum: figure, maximum: figure },
		{ requiredKeys: [] },
	),
});

test('whatever the figures are, nothing but whole units is planned, and all sums are numbers', () => {
	fc.assert(
		fc.property(fc.array(input, { maxLength: 6 }), fc.boolean(), (all, heldBack) => {
			const plan = planStock({
				source: sos(...all.map(({ available }, n) => sosItem(`SKU-${n}`, available))),
				shop: all.map(({ onHand, safetyStock }, n) => shopRow(`PACK-${n}`, onHand, { safetyStock })),
				pendingOrders: {
					updateStockBehavior: 'order_placed',
					locationId: 1,
					lines: all.map(({ sold }, n) => ({ sku: `PACK-${n}`, quantity: sold })),
				},
				settings: {
					safetyStock: heldBack ? 'heldBack' : 'addBack',
					matching: {
						aliases: all.map(({ packSize }, n) => ({ shopSku: `PACK-${n}`, sosSku: `SKU-${n}`, packSize })),
					},
					overrides: all.map(({ rule }, n) => ({ ...rule, sku: `PACK-${n}` })) as never,
				},
			});
			for (const { after, before } of [...plan.writes, ...plan.unchanged]) {
				expect(Number.isInteger(after) && after >= 0 && after <= MOST_STOCK).toBe(true);
				expect(before === undefined || Number.isSafeInteger(before)).toBe(true);
			}
			for (const sum of Object.values(plan.totals)) expect(sum).toBeGreaterThanOrEqual(0);
			expect(plan.writes.length + plan.unchanged.length + plan.skipped.length).toBe(all.length);
		}),
		{ numRuns: 500 },
	);
});

const plan = (changes: Partial<StockPlanInput>) =>
	planStock({ source: sos(sosItem('MUG', 5)), shop: [shopRow('MUG', 1)], ...changes });
const codes = (changes: Partial<StockPlanInput>) => plan(changes).skipped.map(({ reason }) => reason.code);

test.each([NaN, Infinity, '5' as never, 1.5, -1])(
	'a safety stock of %p is a reason of its SKU',
	(safetyStock) => {
		expect(codes({ shop: [shopRow('MUG', 1, { safetyStock })] })).toEqual(['STOCK_SHOP_FIGURE_NOT_A_NUMBER']);
	},
);

test.each([NaN, 'abc' as never])('%p on hand is a reason of its SKU', (onHand) => {
	expect(codes({ shop: [shopRow('MUG', onHand)] })).toEqual(['STOCK_SHOP_FIGURE_NOT_A_NUMBER']);
});

test.each([NaN, Infinity, '9'.repeat(400)])('%p available is a reason of its SKU', (available) => {
	expect(codes({ source: sos(sosItem('MUG', available)) })).toEqual(['STOCK_FIGURE_NOT_A_NUMBER']);
});

test('units that are sold in a pack of no known size are a reason of what they are made of', () => {
	const aliases = [{ shopSku: 'SIX', sosSku: 'MUG', packSize: 'six' as never }];
	const lines = [{ sku: 'SIX', quantity: 1 }];
	const pendingOrders = { updateStockBehavior: 'order_placed' as const, locationId: 1, lines };
	expect(codes({ pendingOrders, settings: { matching: { aliases } } })).toEqual(['STOCK_PACK_SIZE_INVALID']);
});

test('units that are sold under an alias without its SKU are a reason of what else their own SKU is sold as', () => {
	const aliases = [
		{ shopSku: 'MUG', packSize: 6 },
		{ shopSku: 'CUP', sosSku: 'MUG' },
	];
	const pendingOrders = {
		updateStockBehavior: 'order_placed' as const,
		locationId: 1,
		lines: [{ sku: 'MUG', quantity: 1 }],
	};
	const shop = [shopRow('MUG', 1), shopRow('CUP', 1)];
	expect(codes({ shop, pendingOrders, settings: { matching: { aliases } } })).toEqual([
		'STOCK_ALIAS_INCOMPLETE',
		'STOCK_ALIAS_INCOMPLETE',
	]);
});

test.each(['itemsToZero', 'changedPercent', 'unitsLostPercent', 'missingPercent'] as const)(
	'a limit that cannot be compared lets nothing pass: %s',
	(limit) => {
		for (const value of [NaN, 'abc' as never, undefined as never]) {
			const breaker = { ...DEFAULT_BREAKER, changedPercent: 100, minimumItems: 0, [limit]: value };
			expect(plan({ settings: { breaker } }).breaker).toBeDefined();
		}
	},
);

test.each(['1;1;1;!!!!', '1;1;1;gIA ', '1;1;1;_____________38B', '1;1;1;AP_______fwE'])(
	'a damaged value of what was pushed is left out, and what is read can be kept: %s',
	(value) => {
		const { figures, unreadable } = decodeLastPushed([value]);
		expect([figures.size, unreadable]).toEqual([0, 1]);
		expect(() => encodeLastPushed(figures, 1)).not.toThrow();
	},
);
