import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { DEFAULT_BREAKER } from '../../../../sync/stock/breaker';
import { isBlank, readQuantity } from '../../../../sync/stock/quantity';
import type { BreakerLimits } from '../../../../sync/stock/stockPlan';
import { yesOrNo } from '../../../shared/parameters/yesOrNo';
import { refuse } from '../../../shared/parameters/refuse';
import { settingLabels } from '../../../shared/parameters/settingLabels';
import { amount } from './amount';

const isOn: INodeProperties = {
	displayName: settingLabels['stock.circuitBreaker'],
	name: 'circuitBreaker',
	type: 'boolean',
	default: true,
	description: 'Whether to write nothing at all when the run would change more than the limits allow',
};

const limits = {
	changedPercent: amount(
		'Changed Percent',
		'changedPercent',
		DEFAULT_BREAKER.changedPercent,
		'Most of the stock figures that may change, in percent',
	),
	itemsToZero: amount(
		'Items to Zero',
		'itemsToZero',
		DEFAULT_BREAKER.itemsToZero,
		'Most SKUs that may go from something to sell to nothing',
	),
	minimumItems: amount(
		'Minimum Items',
		'minimumItems',
		DEFAULT_BREAKER.minimumItems,
		'Percentages of fewer SKUs than this are not judged',
	),
	missingPercent: amount(
		'Missing Percent',
		'missingPercent',
		DEFAULT_BREAKER.missingPercent,
		'Most tracked SKUs of the shop that the input may lack, in percent',
	),
	riseFactor: amount(
		'Rise Factor',
		'riseFactor',
		DEFAULT_BREAKER.riseFactor,
		'A SKU may rise beyond Rise Units up to this many times what the shop has',
	),
	riseUnits: amount(
		settingLabels['stock.riseUnits'],
		'riseUnits',
		DEFAULT_BREAKER.riseUnits,
		'A SKU that would rise beyond this many units on sale is left alone; the other SKUs are written',
	),
	risenPercent: amount(
		'Risen Percent',
		'risenPercent',
		DEFAULT_BREAKER.risenPercent,
		'Most of the SKUs with stock that may rise to more than Rise Factor times what they have, in percent',
	),
	unitsLostPercent: amount(
		'Units Lost Percent',
		'unitsLostPercent',
		DEFAULT_BREAKER.unitsLostPercent,
		'Most of the units on sale that may vanish, in percent',
	),
} satisfies Record<keyof BreakerLimits, INodeProperties>;

const limitCollection: INodeProperties = {
	displayName: 'Limits',
	name: 'limits',
	type: 'collection',
	placeholder: 'Add Limit',
	default: {},
	displayOptions: { show: { [isOn.name]: [true] } },
	description: 'Percentages are judged only when the input is all items of the shop',
	options: Object.values(limits),
};

export const safetyLimits: INodeProperties[] = [isOn, limitCollection];

/**
 * The limits of a run; those left empty are as the node comes.
 *
 * @throws {NodeOperationError} when one is not a number of 0 or more: compared with anything else it would never be passed;
 *   and when the switch is neither on nor off
 */
export function readSafetyLimits(context: IExecuteFunctions): BreakerLimits | 'off' {
	if (!yesOrNo(context, isOn, 0)) return 'off';
	const given = context.getNodeParameter(limitCollection.name, 0, {}) as Record<string, unknown>;
	const chosen = { ...DEFAULT_BREAKER };
	for (const [name, { displayName }] of Object.entries(limits)) {
		const value = given[name];
		if (isBlank(value)) continue;
		const limit = readQuantity(value);
		if (limit === undefined || limit < 0) {
			throw refuse(
				context,
				`'${displayName}' under '${limitCollection.displayName}' is "${String(value)}", which is not a number of 0 or more`,
				'Give a plain number such as 30.',
			);
		}
		chosen[name as keyof BreakerLimits] = limit;
	}
	return chosen;
}
