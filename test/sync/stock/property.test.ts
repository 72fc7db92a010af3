import * as fc from 'fast-check';
import { planStock } from '../../../sync/stock/planStock';
import type { ShopStockRow, StockPlan, StockPlanInput } from '../../../sync/stock/stockPlan';
import { catalogue, type Catalogue } from './catalogues';

const inputOf = ({ items, shop, pending, total, limits, aliases, ...rules }: Catalogue): StockPlanInput => ({
	source: { kind: 'sos', reads: [{ locationId: 1, items, total }] },
	shop,
	pendingOrders: { updateStockBehavior: 'order_placed', locationId: 1, lines: pending },
	settings: { ...rules, matching: { aliases }, breaker: limits },
});

const standsFor = ({ aliases }: Catalogue, sku: string) => {
	const alias = aliases.find(({ shopSku }) => shopSku === sku);
	return { sku: alias?.sosSku ?? sku, packSize: alias?.packSize ?? 1 };
};

/** The live SOS items with the SKU that a shop row stands for; archived ones where there are no live ones. */
function itemsFor(one: Catalogue, sku: string) {
	const items = one.items.filter((item) => item.sku === standsFor(one, sku).sku);
	const live = items.filter(({ archived }) => !archived);
	return live.length > 0 ? live : items.slice(0, 1);
}

/** Who keeps the stock of a row. */
const keeper = (row: ShopStockRow) =>
	row.tracking === 'product' ? `product ${row.productId}` : `variant ${row.variantId}`;

/** Whether anything at all but a shared figure may keep the row from being written, by plain search. */
function eligible(one: Catalogue, row: ShopStockRow): boolean {
	if (row.sku === '' || row.tracking === 'none') return false;
	const keepers = new Set(one.shop.filter(({ sku }) => sku === row.sku).map(keeper));
	const [item, ...more] = itemsFor(one, row.sku as string);
	return (
		keepers.size === 1 &&
		item !== undefined &&
		more.length === 0 &&
		!item.archived &&
		item.type !== 'Service' &&
		item.updateBigCommerce === true
	);
}

/** The on-hand figure a row must end up with, worked out the long way; null where it must stay as it is. */
function expectedFigure(one: Catalogue, row: ShopStockRow): number | null {
	if (!eligible(one, row)) return null;
	const { sku, packSize } = standsFor(one, row.sku as string);
	if (row.tracking === 'product') {
		const claims = one.shop
			.filter((other) => other.productId === row.productId && eligible(one, other))
			.map((other) => JSON.stringify(standsFor(one, other.sku as string)));
		if (new Set(claims).size > 1) return null;
	}
	const { available } = itemsFor(one, row.sku as string)[0];
	if (available === null || available === '' || available === 'many') return null;
	const sold = one.pending
		.filter((line) => line.sku !== '' && standsFor(one, line.sku).sku === sku)
		.reduce((sum, line) => sum + line.quantity * standsFor(one, line.sku).packSize, 0);
	const part = (name: 'percentage' | 'buffer' | 'threshold' | 'minimum' | 'maximum', unset: number) => {
		const set = [one.overrides.find(({ sku: named }) => named === row.sku)?.[name], one.rule[name]].find(
			(value) => value !== undefined && value !== null && value !== '',
		);
		return set === undefined ? unset : Number(set);
	};
	let units = Number(available) - sold;
	if (packSize > 1) units = Math.floor(units / packSize);
	units = (units * part('percentage', 100)) / 100;
	units = units - part('buffer', 0);
	if (units < part('threshold', 0)) units = 0;
	if (units < part('minimum', 0)) units = part('minimum', 0);
	if (units > part('maximum', 1e9)) units = part('maximum', 1e9);
	// The catalogue's figures have two decimals, which binary fractions may miss by a hair.
	units = Math.floor(units + 1e-9);
	return (units < 0 ? 0 : units) + row.safetyStock;
}

/** The row whose figure a write is judged by: the first the plan can see for its keeper and SKU. */
const rowOf = (one: Catalogue, sku: string) => one.shop.find((row) => row.sku === sku) as ShopStockRow;

function apply(shop: ShopStockRow[], { writes }: StockPlan): ShopStockRow[] {
	return shop.map((row) => {
		const write = writes.find(({ identity }) =>
			'product_id' in identity
				? row.tracking === 'product' && identity.product_id === row.productId
				: 'variant_id' in identity && row.tracking === 'variant' && identity.variant_id === row.variantId,
		);
		return write ? { ...row, onHand: write.after } : row;
	});
}

const holds = (check: (one: Catalogue) => void) => fc.assert(fc.property(catalogue, check), { numRuns: 400 });

test('no SKU that is untracked, unmatched, doubled or opted out is ever written', () => {
	holds((one) => {
		for (const { sku } of planStock({ ...inputOf(one) }).writes) {
			const rows = one.shop.filter((row) => row.sku === sku);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) expect(eligible(one, row)).toBe(true);
		}
	});
});

test('a full push writes each SKU the figure of an independent formula, and every other SKU has its reason', () => {
	holds((one) => {
		const input = inputOf(one);
		const plan = planStock({ ...input, settings: { ...input.settings, write: 'all' } });
		const written = new Map(plan.writes.map((write) => [write.sku, write.after]));
		const skipped = new Set(plan.skipped.map(({ sku }) => sku));
		const productsWritten = new Set(
			plan.writes
				.map(({ sku }) => rowOf(one, sku))
				.filter(({ tracking }) => tracking === 'product')
				.map(keeper),
		);
		for (const row of one.shop) {
			const expected = expectedFigure(one, rowOf(one, row.sku as string));
			if (expected === null) {
				expect(written.has(row.sku as string)).toBe(false);
				expect(skipped).toContain(row.sku);
			} else if (written.has(row.sku as string)) expect(written.get(row.sku as string)).toBe(expected);
			// Several SKUs that stand for one item on one product stock: one of them speaks for all.
			else expect(productsWritten).toContain(keeper(row));
		}
		expect(plan.writes.every(({ after }) => Number.isInteger(after) && after >= 0)).toBe(true);
		expect(new Set(plan.writes.map(({ identity }) => JSON.stringify(identity))).size).toBe(
			plan.writes.length,
		);
	});
});

test('a second plan right after the first was applied writes nothing', () => {
	holds((one) => {
		const input = inputOf(one);
		const first = planStock(input);
		const second = planStock({ ...input, shop: apply(one.shop, first) });
		expect(second.writes).toEqual([]);
		expect(second.skipped).toEqual(first.skipped);
		expect(second.unchanged).toHaveLength(first.unchanged.length + first.writes.length);
	});
});

test('the breaker trips exactly when the source is not whole or a limit is passed', () => {
	holds((one) => {
		const input = inputOf(one);
		const { writes, breaker } = planStock({ ...input, settings: { ...input.settings, write: 'all' } });
		const moves = writes.map(({ sku, before, after }) => {
			const { safetyStock } = rowOf(one, sku);
			return {
				changed: before !== after,
				from: Math.max(0, (before ?? 0) - safetyStock),
				to: after - safetyStock,
			};
		});
		const tracked = [...new Set(one.shop.map(({ sku }) => sku as string))].filter(
			(sku) => sku !== '' && rowOf(one, sku).tracking !== 'none',
		);
		const missing = tracked.filter((sku) => !one.items.some((item) => item.sku === standsFor(one, sku).sku));
		const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0);
		const above = (part: number, whole: number, limit: number, count: number) =>
			count >= one.limits.minimumItems && part * 100 > limit * whole;
		const { itemsToZero, changedPercent, unitsLostPercent, missingPercent } = one.limits;
		const trips =
			one.items.length === 0 ||
			(one.total !== undefined && one.items.length < one.total) ||
			moves.filter(({ from, to }) => from > 0 && to === 0).length > itemsToZero ||
			above(moves.filter(({ changed }) => changed).length, moves.length, changedPercent, moves.length) ||
			above(
				sum(moves.map(({ from, to }) => Math.max(0, from - to))),
				sum(moves.map(({ from }) => from)),
				unitsLostPercent,
				moves.length,
			) ||
			above(missing.length, tracked.length, missingPercent, tracked.length);
		expect(breaker !== undefined).toBe(trips);
	});
});
