import { buildOrder } from './buildOrder';
import { moneyCases } from './moneyCases';
import type { OrderCase } from './orderCase';
import { orderCases } from './orderCases';
import type { OrderPlan, PlannedLine } from './orderPlan';
import { OrderIds, type OrderRecord } from './orderRecord';
import { planLine, planOrder, type Shop } from './planOrder';

/** What to generate besides ordinary orders. */
export interface OrderOptions {
	/** Every order is paid, unsent, in the store's currency and holds only SKUs that SOS Inventory knows letter for letter. */
	onlyEligible?: boolean;
	/** Exactly so many lines in all the orders together, spread evenly. Implies one plain kind of order. */
	totalLines?: number;
	/** Together with `totalLines`: exactly so many different SKUs. */
	distinctSkus?: number;
	/** Names of {@link orderCases} to go through, instead of all that fit. */
	cases?: string[];
	/** Milliseconds between one order and the next. */
	spacingMs?: number;
}

/** Money cases that leave an order paid, unsent and free of lines without SKU. */
const eligibleCases = Object.keys(moneyCases).filter(
	(name) => !['giftCertificateSold', 'customLine'].includes(name),
);

/**
 * Makes up `count` orders, the oldest first, the last one placed at `until` (milliseconds since 1970).
 * Each case comes once, then orders draw one or two money cases by chance.
 * @throws Error for an unknown case, or when the shop has too few items for `distinctSkus`
 */
export function generateOrders(
	shop: Shop,
	ids: OrderIds,
	count: number,
	until: number,
	options: OrderOptions = {},
): OrderRecord[] {
	const spacing = options.spacingMs ?? 3 * 3600_000;
	const plan =
		options.totalLines === undefined ? casePlanner(shop, options) : evenPlanner(shop, count, options);
	return Array.from({ length: count }, (_, index) =>
		buildOrder(plan(index, until - (count - 1 - index) * spacing), ids),
	);
}

type Planner = (index: number, createdAt: number) => OrderPlan;

function casePlanner(shop: Shop, { onlyEligible = false, cases }: OrderOptions): Planner {
	const names = cases ?? (onlyEligible ? eligibleCases : Object.keys(orderCases));
	const unknown = names.filter((name) => !(name in orderCases));
	if (unknown.length > 0) throw new Error(`Unknown kinds of order: ${unknown.join(', ')}`);
	return (index, createdAt) => {
		const plan = planOrder(shop, createdAt);
		for (const change of casesOf(index, names, shop)) change(plan, shop);
		return plan;
	};
}

function casesOf(index: number, names: string[], { faker }: Shop): OrderCase[] {
	if (index < names.length) return [orderCases[names[index]]];
	const money = names.filter((name) => name in moneyCases && name !== 'manyLines');
	const drawn = faker.helpers.arrayElements(money.length > 0 ? money : names, { min: 1, max: 2 });
	return drawn.map((name) => orderCases[name]);
}

/** Plain orders over a fixed number of lines and SKUs, so that what a run must cost can be told beforehand. */
function evenPlanner(shop: Shop, count: number, { totalLines = count, distinctSkus }: OrderOptions): Planner {
	const pool = shop.matching.slice(0, distinctSkus ?? shop.matching.length);
	if (distinctSkus !== undefined && (pool.length < distinctSkus || totalLines < distinctSkus)) {
		throw new Error(`${distinctSkus} different SKUs need as many matching items and lines.`);
	}
	return (index, createdAt) => {
		const first = Math.floor((index * totalLines) / count);
		const next = Math.floor(((index + 1) * totalLines) / count);
		const lines: PlannedLine[] = [];
		for (let line = first; line < next; line += 1)
			lines.push(planLine(pool[line % pool.length], 1 + (line % 3)));
		return { ...planOrder(shop, createdAt), lines };
	};
}
