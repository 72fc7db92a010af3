import { planStock } from '../../../sync/stock/planStock';
import type {
	PendingOrders,
	SosStockRead,
	StockPlanInput,
	StockSettings,
} from '../../../sync/stock/stockPlan';
import { given, shopRow, sos, sosItem } from './rows';

const mug = sosItem('MUG', 10);
const at = (location: string, locationId: number, ...available: unknown[]): SosStockRead => ({
	location,
	locationId,
	items: available.map((figure) => ({ ...mug, available: figure as number })),
});
const figures = (input: StockPlanInput) =>
	planStock(input).writes.map(({ locationId, after }) => [locationId, after]);

describe('several SOS locations', () => {
	const shop = [shopRow('MUG', 99)];
	const both = [shop[0], { ...shop[0], locationId: 2 }];

	test('are summed where they go to one BigCommerce location', () => {
		const source = { kind: 'sos', reads: [at('East', 1, 10.5), at('West', 1, '4.5')] } as const;
		expect(figures({ source: { ...source, reads: [...source.reads] }, shop })).toEqual([[1, 15]]);
	});

	test('are mapped where they go to different ones', () => {
		expect(
			figures({ source: { kind: 'sos', reads: [at('East', 1, 10), at('West', 2, 4)] }, shop: both }),
		).toEqual([
			[1, 10],
			[2, 4],
		]);
	});

	test('a location where the item never had stock gets its first figure', () => {
		const { writes } = planStock({ source: { kind: 'sos', reads: [at('West', 2, 4)] }, shop });
		expect(writes).toMatchObject([{ locationId: 2, before: undefined, after: 4 }]);
	});

	test('an item that one of the summed reads lacks is not written: its sum is not known', () => {
		const plan = planStock({ source: { kind: 'sos', reads: [at('East', 1, 10), at('West', 1)] }, shop });
		expect(plan.writes).toEqual([]);
		expect(plan.skipped.map(({ reason }) => reason.code)).toEqual(['STOCK_LOCATION_NOT_READ']);
	});

	test('a sum with an unreadable part is not written', () => {
		const plan = planStock({ source: { kind: 'sos', reads: [at('East', 1, null), at('West', 1, 4)] }, shop });
		expect(plan.skipped.map(({ reason }) => reason.code)).toEqual(['STOCK_FIGURE_MISSING']);
	});

	test('the same row twice in one read counts once', () => {
		expect(
			figures({ source: { kind: 'sos', reads: [at('East', 1, 10, 10), at('West', 1, 4)] }, shop }),
		).toEqual([[1, 14]]);
	});

	test('each location is written under the same identity, and only where it differs', () => {
		const source = given({ quantity: 99 }, { quantity: 5, locationId: 2 });
		const plan = planStock({ source, shop: both });
		expect(plan.unchanged).toHaveLength(1);
		expect(plan.writes).toMatchObject([
			{ locationId: 2, identity: { variant_id: shop[0].variantId }, after: 5 },
		]);
	});
});

describe('orders SOS does not know yet', () => {
	const pending = (lines: PendingOrders['lines'], other: Partial<PendingOrders> = {}): PendingOrders => ({
		updateStockBehavior: 'order_placed',
		locationId: 1,
		lines,
		...other,
	});
	const after = (pendingOrders: PendingOrders, settings: Partial<StockSettings> = {}) =>
		planStock({
			source: sos(sosItem('MUG', 20, { onhand: 30 })),
			shop: [shopRow('MUG', 99), shopRow('MUG6', 99)],
			pendingOrders,
			settings: { matching: { aliases: [{ shopSku: 'MUG6', sosSku: 'MUG', packSize: 6 }] }, ...settings },
		}).writes.map((write) => write.after);

	test('their units are taken off, so that a push never undoes a sale', () => {
		expect(
			after(
				pending([
					{ sku: 'MUG', quantity: 2 },
					{ sku: 'MUG', quantity: 1 },
				]),
			),
		).toEqual([17, 2]);
	});

	test('a sold pack takes its units off the single too', () => {
		expect(after(pending([{ sku: 'MUG6', quantity: 2 }]))).toEqual([8, 1]);
	});

	test('more sold than there is leaves nothing, not less than nothing', () => {
		expect(after(pending([{ sku: 'MUG', quantity: 50 }]))).toEqual([0, 0]);
	});

	test('lines without SKU and SKUs nobody asked for take nothing off', () => {
		expect(
			after(
				pending([
					{ sku: '', quantity: 5 },
					{ sku: 'CUP', quantity: 5 },
				]),
			),
		).toEqual([20, 3]);
	});

	test('they are sold from one location, and no other is touched', () => {
		expect(after(pending([{ sku: 'MUG', quantity: 2 }], { locationId: 2 }))).toEqual([20, 3]);
	});

	test.each([
		// available falls by every order once SOS knows it
		['available', 'order_placed', 14],
		['available', 'order_completed_or_shipped', 14],
		// on hand: only what BigCommerce itself has deducted
		['onHand', 'order_placed', 24],
		['onHand', 'order_completed_or_shipped', 28],
	] as const)('%s where BigCommerce deducts at %s', (figure, updateStockBehavior, expected) => {
		const lines = [
			{ sku: 'MUG', quantity: 4 },
			{ sku: 'MUG', quantity: 2, shipped: true },
		];
		expect(after(pending(lines, { updateStockBehavior }), { figure })[0]).toBe(expected);
	});
});
