import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { RuleFieldNames } from '../../../../sync/stock/customFieldRule';
import type { StockSettings } from '../../../../sync/stock/stockPlan';
import { aliasParameters, readAliases } from '../../../shared/parameters/aliases';
import { oneOf } from '../../../shared/parameters/oneOf';
import { ignoreOuterSpaces } from '../../../shared/parameters/skuComparison';
import { optionOrDefault, yesOrNoOption } from '../../../shared/parameters/yesOrNo';
import { locationMap, readLocationMap } from './locationMap';
import { readPendingSettings, type PendingSettings } from './pendingSettings';
import { readRowSettings, type RowSettings } from './rowSettings';
import { readRuleFields, ruleFields } from './ruleFields';
import { readSkuRules, skuRuleParameters } from './skuRules';
import { readStockRule } from './stockRule';

/** How input items become rows. */
export interface RowFields extends Pick<RowSettings, 'skuField' | 'quantityField'> {
	/** BigCommerce locations, '' for the default one, by the SOS location whose stock they show; empty: none is mapped. */
	locationMap: ReadonlyMap<string, string>;
	/** The SOS custom fields that hold the item's own rule. */
	ruleFields: RuleFieldNames;
	/** Leave rows alone that carry `updateBigCommerce: false`. */
	requireUpdate: boolean;
}

/** What a plan is made by. All settings of a run are read once, from the first item. */
export interface PlanSettings {
	plan: Omit<StockSettings, 'write' | 'breaker'>;
	rows: RowFields;
	/** Which orders to take off the figures; undefined for none. */
	pending?: PendingSettings;
}

/** With what the operation adds: what to write, and when not to. */
export type RunSettings = PlanSettings & { plan: StockSettings };

export const inputIs: INodeProperties = {
	displayName: 'The Input Is',
	name: 'inputHolds',
	type: 'options',
	default: 'selection',
	options: [
		{
			name: 'All Items',
			value: 'catalogue',
			description:
				'SKUs of the shop that are not in the input are reported as skipped, and the safety limits count them',
		},
		{
			name: 'Some Items',
			value: 'selection',
			description: 'SKUs of the shop that are not in the input are left out of account',
		},
	],
	description: 'What a SKU that is missing from the input means',
};

const requireUpdate: INodeProperties = {
	displayName: 'Only Items to Update in BigCommerce',
	name: 'requireUpdateBigCommerce',
	type: 'boolean',
	default: true,
	description: 'Whether to leave SOS items alone whose "Update inventory in BigCommerce" is off',
};

const safetyStock: INodeProperties = {
	displayName: 'Safety Stock',
	name: 'safetyStock',
	type: 'options',
	default: 'addBack',
	options: [
		{
			name: 'Add to the Quantity',
			value: 'addBack',
			description: 'The shop sells exactly the quantity',
		},
		{
			name: 'Hold Back From the Quantity',
			value: 'heldBack',
			description: 'The quantity is what is on hand, and the shop sells that less its safety stock',
		},
	],
	description: 'BigCommerce sells what is on hand less the safety stock set on the item',
};

/** The options of everything that plans stock. */
export const planOptions: INodeProperties[] = [
	...aliasParameters,
	ignoreOuterSpaces,
	locationMap,
	requireUpdate,
	ruleFields,
	...skuRuleParameters,
	safetyStock,
];

/** @throws {NodeOperationError} when one of them makes no sense */
export function readPlanSettings(context: IExecuteFunctions): PlanSettings {
	const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const { figure, ...rowFields } = readRowSettings(context);
	const mustBeOn = yesOrNoOption(context, options, requireUpdate, 0);
	return {
		plan: {
			figure,
			// BigCommerce tells no SKUs apart by case.
			matching: {
				ignoreCase: true,
				ignoreOuterSpaces: optionOrDefault(context, options, ignoreOuterSpaces, 0),
				aliases: readAliases(context, options),
			},
			overrides: readSkuRules(context, options),
			scope: oneOf<StockSettings['scope']>(context, inputIs, 0),
			rule: readStockRule(context),
			requireUpdateBigCommerce: mustBeOn,
			safetyStock: readSafetyStock(context, options),
		},
		rows: {
			...rowFields,
			locationMap: readLocationMap(options),
			ruleFields: readRuleFields(options),
			requireUpdate: mustBeOn,
		},
		pending: readPendingSettings(context),
	};
}

function readSafetyStock(
	context: IExecuteFunctions,
	options: Record<string, unknown>,
): StockSettings['safetyStock'] {
	if (options[safetyStock.name] === undefined) return 'addBack';
	return oneOf<StockSettings['safetyStock']>(
		context,
		{ ...safetyStock, name: `options.${safetyStock.name}` },
		0,
	);
}
