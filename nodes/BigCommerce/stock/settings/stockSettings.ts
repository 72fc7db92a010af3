import type { IExecuteFunctions } from 'n8n-workflow';
import { pick } from 'lodash';
import type { SkuMatchOptions } from '../../../../sync/skuMatching';
import { DEFAULT_BREAKER } from '../../../../sync/stock/breaker';
import type { RuleFieldNames } from '../../../../sync/stock/customFieldRule';
import type { BreakerLimits, StockFigure, StockSettings } from '../../../../sync/stock/stockPlan';
import type { StockRuleInput } from '../../../../sync/stock/stockRule';
import { readAliases } from '../../../shared/parameters/aliases';
import type { RowFields } from '../input/inputRows';
import { readPendingSettings, type PendingSettings } from '../input/pendingOrders';
import { readSkuRules } from './skuRules';

/** What a plan is made by. All settings of a run are read once, from the first item. */
export interface PlanSettings {
	plan: Partial<StockSettings> & { matching: SkuMatchOptions };
	rows: RowFields;
	/** Which orders to take off the figures; undefined for none. */
	pending?: PendingSettings;
}

/** What *Inventory: Update* does with the plan. */
export interface UpdateSettings {
	planOnly: boolean;
	/** `all` is a full push. */
	write: StockSettings['write'];
	output: 'eachSku' | 'changes' | 'summary';
	/** Shown by BigCommerce in the history of the item. */
	reason: string;
	switchTracking: boolean;
	/** Keep the figures for the check of the next run. */
	remember: boolean;
}

interface PlanOptions extends Record<string, unknown> {
	ignoreOuterSpaces?: boolean;
	locationMap?: { row?: Array<{ sosLocation: string; locationId?: number | string }> };
	requireUpdateBigCommerce?: boolean;
	ruleFields?: { fields?: RuleFieldNames };
	safetyStock?: StockSettings['safetyStock'];
}

type QuantityFrom = 'available' | 'onHand' | 'field' | 'expression';

export function readPlanSettings(context: IExecuteFunctions): PlanSettings {
	const read = <T>(name: string, fallback: T) => context.getNodeParameter(name, 0, fallback) as T;
	const options = read<PlanOptions>('options', {});
	const quantityFrom = read<QuantityFrom>('quantityFrom', 'available');
	const { requireUpdateBigCommerce = true } = options;
	return {
		plan: {
			figure: figureOf(quantityFrom),
			// BigCommerce tells no SKUs apart by case.
			matching: {
				ignoreCase: true,
				ignoreOuterSpaces: options.ignoreOuterSpaces ?? false,
				aliases: readAliases(context, options),
			},
			overrides: readSkuRules(context, options),
			scope: read<StockSettings['scope']>('inputHolds', 'selection'),
			rule: read<StockRuleInput>('stockRule', {}),
			requireUpdateBigCommerce,
			...pick(options, 'safetyStock'),
		},
		rows: {
			skuField: read('skuField', 'sku'),
			quantityField: fieldOf(quantityFrom, read('quantityField', 'quantity')),
			locationMap: new Map(
				(options.locationMap?.row ?? []).map(({ sosLocation, locationId }) => [
					sosLocation.trim(),
					String(locationId ?? ''),
				]),
			),
			ruleFields: options.ruleFields?.fields ?? {},
			requireUpdate: requireUpdateBigCommerce,
		},
		pending: read('subtractOrders', false) ? readPendingSettings(context) : undefined,
	};
}

export function readUpdateSettings(context: IExecuteFunctions): UpdateSettings {
	const read = <T>(name: string, fallback: T) => context.getNodeParameter(name, 0, fallback) as T;
	return {
		planOnly: read('planOnly', false),
		write: read('options.fullPush', false) ? 'all' : 'changed',
		output: read<UpdateSettings['output']>('output', 'eachSku'),
		reason: read('options.reason', '').trim() || 'Stock from SOS Inventory',
		switchTracking: read('options.switchTracking', false),
		remember: read('options.remember', true),
	};
}

/** The limits of the circuit breaker. */
export function readBreaker(context: IExecuteFunctions): BreakerLimits | 'off' {
	if (!context.getNodeParameter('circuitBreaker', 0, true)) return 'off';
	return { ...DEFAULT_BREAKER, ...(context.getNodeParameter('limits', 0, {}) as Partial<BreakerLimits>) };
}

function figureOf(quantityFrom: QuantityFrom): StockFigure {
	return quantityFrom === 'available' || quantityFrom === 'onHand' ? quantityFrom : 'given';
}

function fieldOf(quantityFrom: QuantityFrom, chosen: string): string | undefined {
	const fields = { available: 'available', onHand: 'onhand', field: chosen, expression: undefined };
	return fields[quantityFrom];
}
