import { defaults } from 'lodash';
import type { Reason } from '../reason';
import { DEFAULT_BREAKER, judgePlan } from './breaker';
import { matchStock } from './matchStock';
import { pendingUnits } from './pendingUnits';
import { planSku } from './planSku';
import { readShop } from './shopStock';
import { skuTables } from './skuTables';
import { readSource } from './sourceStock';
import type { ShopLocation, StockPlan, StockPlanInput, StockSettings, StockTotals } from './stockPlan';
import { locationReasons } from './reasons/locationReasons';
import { isInvalidRule, layRule, PLAIN_RULE, type StockRule, type StockRuleInput } from './stockRule';

export const DEFAULT_STOCK_SETTINGS: StockSettings = {
	figure: 'available',
	rule: {},
	overrides: [],
	matching: {},
	requireUpdateBigCommerce: true,
	safetyStock: 'addBack',
	scope: 'catalogue',
	write: 'changed',
	breaker: DEFAULT_BREAKER,
};

/**
 * The absolute adjustments that bring the shop's stock to the source's, and why everything else is
 * left alone. An apply sends `writes` as they are, and only while there is no `breaker`.
 *
 * @throws RangeError when the general rule of the settings is not a rule (a buffer of "ten", say)
 */
export function planStock(input: StockPlanInput): StockPlan {
	const settings: StockSettings = defaults({}, input.settings, DEFAULT_STOCK_SETTINGS);
	const tables = skuTables(settings);
	const source = readSource(input.source, settings.figure, tables.key);
	const shop = readShop(input.shop, tables.key);
	const { matches, skipped, trackedSkus, missingSkus } = matchStock(shop, source, tables, settings);
	const totals: StockTotals = { ...NOTHING_COUNTED, trackedSkus, missingSkus };
	const plan: StockPlan = { writes: [], skipped, unchanged: [], totals, breaker: undefined };
	const context = {
		settings,
		tables,
		generalRule: generalRule(settings.rule),
		pending: pendingUnits(input.pendingOrders, settings.figure, tables),
		pendingLocationId: input.pendingOrders?.locationId,
		readsPerLocation: source.readsPerLocation,
		locationCondition: locationConditions(input.shopLocations),
	};
	for (const match of matches) planSku(match, context, plan);
	plan.breaker = judgePlan(source, totals, settings);
	return plan;
}

const NOTHING_COUNTED: StockTotals = {
	figures: 0,
	changed: 0,
	toZero: 0,
	unitsBefore: 0,
	unitsAfter: 0,
	unitsLost: 0,
	stocked: 0,
	multiplied: 0,
	trackedSkus: 0,
	missingSkus: 0,
};

function generalRule(input: StockRuleInput): StockRule {
	const rule = layRule(PLAIN_RULE, input);
	if (!isInvalidRule(rule)) return rule;
	throw new RangeError(
		`The ${rule.part} of the stock settings cannot be used: ${JSON.stringify(rule.value)}`,
	);
}

/** One reason per location, shared by all the SKUs it stops. */
function locationConditions(
	locations: Iterable<ShopLocation> | undefined,
): (locationId: number) => Reason | undefined {
	if (!locations) return () => undefined;
	const conditions = new Map<number, Reason | undefined>();
	for (const { id, enabled } of locations)
		conditions.set(id, enabled ? undefined : locationReasons.disabled(id));
	return (locationId) => {
		if (conditions.has(locationId)) return conditions.get(locationId);
		const unknown = locationReasons.unknown(locationId);
		conditions.set(locationId, unknown);
		return unknown;
	};
}
