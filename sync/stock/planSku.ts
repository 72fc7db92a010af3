import type { Reason } from '../reason';
import type { StockMatch } from './matchStock';
import { isBlank } from './quantity';
import { identityOf } from './shopStock';
import type { SkuTables } from './skuTables';
import type { SourceFigure } from './sourceStock';
import { onHandToWrite, stockToSell } from './stockFormula';
import type { StockPlan, StockSettings } from './stockPlan';
import {
	figureMissing,
	figureNegative,
	figureNotANumber,
	figureNotEverywhere,
	ruleInvalid,
} from './stockReasons';
import { isInvalidRule, layRule, type StockRule } from './stockRule';

/** What planning one SKU needs to know besides the SKU itself. */
export interface PlanContext {
	settings: StockSettings;
	tables: SkuTables;
	generalRule: StockRule;
	/** Sold units SOS does not know, by SKU key, and the location they are sold from. */
	pending: Map<string, number>;
	pendingLocationId: number | undefined;
	/** How many reads of the source go to each location. */
	readsPerLocation: Map<number, number>;
	/** Why nothing can be written to a location, or null. */
	locationCondition: (locationId: number) => Reason | null;
}

/** Adds to the plan what becomes of one matched SKU, at each location it has a figure for. */
export function planSku(match: StockMatch, context: PlanContext, plan: StockPlan): void {
	const { shop, source } = match;
	const rule = ruleOf(match, context);
	if ('code' in rule) {
		plan.skipped.push({ sku: shop.sku, sourceSku: source.sku, reason: rule });
		return;
	}
	for (const figure of source.figures) {
		const reason =
			context.locationCondition(figure.locationId) ??
			figureCondition(match, figure, context.readsPerLocation);
		if (reason) {
			const { locationId } = figure;
			plan.skipped.push({ sku: shop.sku, sourceSku: source.sku, locationId, reason });
		} else planFigure(match, figure, rule, context, plan);
	}
}

/** The general rule, under the item's own, under the shop SKU's. */
function ruleOf({ shop, source }: StockMatch, { tables, generalRule }: PlanContext): StockRule | Reason {
	const itemRule = layRule(generalRule, source.rule);
	if (isInvalidRule(itemRule)) return ruleInvalid(shop.sku, itemRule);
	const rule = layRule(itemRule, tables.overrides.get(tables.key(shop.sku)));
	return isInvalidRule(rule) ? ruleInvalid(shop.sku, rule) : rule;
}

function figureCondition(
	{ shop, source }: StockMatch,
	figure: SourceFigure,
	readsPerLocation: Map<number, number>,
): Reason | null {
	if (Number.isNaN(figure.value)) {
		return isBlank(figure.unreadable)
			? figureMissing(shop.sku)
			: figureNotANumber(shop.sku, figure.unreadable);
	}
	// SOS may well be below zero and the shop is then at zero; someone who gives a negative figure made a mistake.
	if (source.item === null) return figure.value < 0 ? figureNegative(shop.sku, figure.value) : null;
	return figure.reads < (readsPerLocation.get(figure.locationId) ?? 0) ? figureNotEverywhere(shop.sku) : null;
}

function planFigure(
	{ shop, source, packSize }: StockMatch,
	{ locationId, value }: SourceFigure,
	rule: StockRule,
	context: PlanContext,
	plan: StockPlan,
): void {
	const { settings, tables, pending, pendingLocationId } = context;
	const sold = pending.size > 0 && locationId === pendingLocationId ? pending.get(tables.key(source.sku)) : 0;
	const toSell = stockToSell(value - (sold ?? 0), packSize, rule);
	const row = shop.rows.find((known) => known.locationId === locationId);
	const safetyStock = row?.safetyStock ?? 0;
	const before = row?.onHand ?? null;
	const after = settings.safetyStock === 'addBack' ? onHandToWrite(toSell, safetyStock) : toSell;
	count(plan, before, after, safetyStock);
	const isRight = before === after && settings.write === 'changed';
	const identity = identityOf(shop.rows[0]);
	const planned = { locationId, identity, sku: shop.sku, sourceSku: source.sku, before, after };
	(isRight ? plan.unchanged : plan.writes).push(planned);
}

/** Counts in units on sale, which is what customers see and what the breaker guards. */
function count({ totals }: StockPlan, before: number | null, after: number, safetyStock: number): void {
	const onSaleBefore = Math.max(0, (before ?? 0) - safetyStock);
	const onSaleAfter = Math.max(0, after - safetyStock);
	totals.figures++;
	totals.unitsBefore += onSaleBefore;
	totals.unitsAfter += onSaleAfter;
	totals.unitsLost += Math.max(0, onSaleBefore - onSaleAfter);
	if (before !== after) totals.changed++;
	if (onSaleBefore > 0 && onSaleAfter === 0) totals.toZero++;
}
