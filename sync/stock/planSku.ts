import type { Reason } from '../reason';
import type { StockMatch } from './matchStock';
import type { PendingUnits } from './pendingUnits';
import { isBlank } from './quantity';
import { identityOf } from './shopStock';
import type { SkuTables } from './skuTables';
import type { SourceFigure } from './sourceStock';
import { isMultiplied, risesTooFar } from './rises';
import { isBeyondShop, onHandToWrite, stockToSell } from './stockFormula';
import type { ShopStockRow, StockPlan, StockSettings } from './stockPlan';
import { figureReasons } from './reasons/figureReasons';
import { shopReasons } from './reasons/shopReasons';
import { tableReasons } from './reasons/tableReasons';
import { isInvalidRule, layRule, type StockRule } from './stockRule';

/** What planning one SKU needs to know besides the SKU itself. */
export interface PlanContext {
	settings: StockSettings;
	tables: SkuTables;
	generalRule: StockRule;
	/** Sold units SOS does not know, and the location they are sold from. */
	pending: PendingUnits;
	pendingLocationId: number | undefined;
	/** How many reads of the source go to each location. */
	readsPerLocation: Map<number, number>;
	/** Why nothing can be written to a location; undefined where it can. */
	locationCondition: (locationId: number) => Reason | undefined;
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
		const { locationId } = figure;
		const reason =
			context.locationCondition(locationId) ??
			figureCondition(match, figure, context) ??
			shopCondition(match, locationId);
		if (reason) plan.skipped.push({ sku: shop.sku, sourceSku: source.sku, locationId, reason });
		else planFigure(match, figure, rule, context, plan);
	}
}

/** The general rule, under the item's own, under the shop SKU's. */
function ruleOf({ shop, source }: StockMatch, { tables, generalRule }: PlanContext): StockRule | Reason {
	const itemRule = layRule(generalRule, source.rule);
	if (isInvalidRule(itemRule)) return tableReasons.ruleInvalid(shop.sku, itemRule);
	const overrides = tables.overridesOf(shop.sku);
	if (overrides.length > 1) return tableReasons.ruleAmbiguous(shop.sku, overrides);
	const rule = layRule(itemRule, overrides[0]);
	return isInvalidRule(rule) ? tableReasons.ruleInvalid(shop.sku, rule) : rule;
}

function figureCondition(
	{ shop, source, packSize }: StockMatch,
	{ locationId, reads, unreadable, value }: SourceFigure,
	{ pending, pendingLocationId, readsPerLocation, tables }: PlanContext,
): Reason | undefined {
	if (unreadable) {
		return isBlank(unreadable.raw)
			? figureReasons.missing(shop.sku)
			: figureReasons.notANumber(shop.sku, unreadable.raw);
	}
	if (!Number.isFinite(value)) return figureReasons.notANumber(shop.sku, value);
	if (isBeyondShop(value, packSize)) return figureReasons.tooLarge(shop.sku, value);
	if (locationId === pendingLocationId) {
		const unknown = pending.unknown.get(tables.key(source.sku));
		if (unknown) return unknown;
	}
	// SOS may well be below zero and the shop is then at zero; someone who gives a negative figure made a mistake.
	if (!source.item) return value < 0 ? figureReasons.negative(shop.sku, value) : undefined;
	return reads < (readsPerLocation.get(locationId) ?? 0) ? figureReasons.notEverywhere(shop.sku) : undefined;
}

/** What is compared and added up must be numbers: a limit that is compared with anything else never trips. */
function shopCondition({ shop }: StockMatch, locationId: number): Reason | undefined {
	const row = rowAt(shop.rows, locationId);
	if (row === undefined) return undefined;
	const { onHand = 0, safetyStock } = row;
	const isRight = Number.isSafeInteger(onHand) && Number.isSafeInteger(safetyStock) && safetyStock >= 0;
	return isRight ? undefined : shopReasons.figureNotANumber(shop.sku, row);
}

function rowAt(rows: ShopStockRow[], locationId: number): ShopStockRow | undefined {
	return rows.find((row) => row.locationId === locationId);
}

function planFigure(
	{ shop, source, packSize }: StockMatch,
	{ locationId, value }: SourceFigure,
	rule: StockRule,
	{ pending, pendingLocationId, settings, tables }: PlanContext,
	plan: StockPlan,
): void {
	const sold = locationId === pendingLocationId ? pending.units.get(tables.key(source.sku)) : undefined;
	const toSell = stockToSell(value - (sold ?? 0), packSize, rule);
	const { onHand: before, safetyStock = 0 } = rowAt(shop.rows, locationId) ?? {};
	const after = settings.safetyStock === 'addBack' ? onHandToWrite(toSell, safetyStock) : toSell;
	const onSale = { before: unitsOnSale(before, safetyStock), after: unitsOnSale(after, safetyStock) };
	const reason = riseCondition(shop.sku, onSale, settings, plan);
	if (reason !== undefined) {
		plan.skipped.push({ sku: shop.sku, sourceSku: source.sku, locationId, reason });
		return;
	}
	count(plan, before !== after, onSale);
	const isRight = before === after && settings.write === 'changed';
	const identity = identityOf(shop.rows[0]);
	const planned = { locationId, identity, sku: shop.sku, sourceSku: source.sku, before, after };
	(isRight ? plan.unchanged : plan.writes).push(planned);
}

/** Units on sale are what customers see and what the limits guard. */
interface OnSale {
	before: number;
	after: number;
}

function unitsOnSale(onHand: number | undefined, safetyStock: number): number {
	return Math.max(0, (onHand ?? 0) - safetyStock);
}

/** Counts a rise, also one that goes too far: where many do, it is not these SKUs that are the matter. */
function riseCondition(
	sku: string,
	{ before, after }: OnSale,
	{ breaker }: StockSettings,
	{ totals }: StockPlan,
): Reason | undefined {
	if (before > 0) totals.stocked++;
	if (breaker === 'off') return undefined;
	if (isMultiplied(before, after, breaker)) totals.multiplied++;
	return risesTooFar(before, after, breaker)
		? figureReasons.riseTooFar(sku, { before, after, limits: breaker })
		: undefined;
}

function count({ totals }: StockPlan, isChange: boolean, { before, after }: OnSale): void {
	totals.figures++;
	totals.unitsBefore += before;
	totals.unitsAfter += after;
	totals.unitsLost += Math.max(0, before - after);
	if (isChange) totals.changed++;
	if (before > 0 && after === 0) totals.toZero++;
}
