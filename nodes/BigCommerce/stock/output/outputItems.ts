import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { mapValues, partition } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import type { StockPlan, StockWrite } from '../../../../sync/stock/stockPlan';
import { withLabels } from '../../../shared/parameters/settingLabels';
import type { Applied } from '../apply/applyPlan';
import type { UpdateSettings } from '../settings/updateSettings';
import type { StockOutcome } from './outcomes';
import { reasonItems } from './reasonItems';
import { summaryOf } from './summary';

/** All that is known when a run is over. */
export interface FinishedRun {
	outcomes: StockOutcome[];
	plan: StockPlan;
	applied: Applied;
	/** What was noticed about figures of the plan. */
	warnings: ReadonlyMap<StockWrite, Reason>;
}

/** The items of the two outputs, as the user wants them: what the shop has now, and what was skipped. */
export function outputOf(
	{ applied, outcomes, plan, warnings }: FinishedRun,
	{ output, planOnly }: Pick<UpdateSettings, 'output' | 'planOnly'>,
): INodeExecutionData[][] {
	const { written } = applied;
	const settled = outcomes.map((outcome) => settledOutcome(outcome, plan, applied, warnings));
	if (output === 'summary') {
		return [[{ json: summaryOf(settled, written.size, plan, planOnly), pairedItem: { item: 0 } }], []];
	}
	const shown = settled.filter(
		({ before, after, reason, warning }) => output === 'eachSku' || before !== after || reason || warning,
	);
	const done = shown.filter(({ reason }) => reason === undefined);
	const left = shown.filter(({ reason }) => reason !== undefined);
	const asItems = (some: StockOutcome[]) => some.map((outcome) => asItem(outcome, written));
	if (output !== 'byReason') return [asItems(done), asItems(left)];
	// What has a planned figure is looked at one by one: whether the limit that stopped it was right.
	const [planned, skipped] = partition(left, ({ figure }) => figure !== undefined);
	return [asItems(done), [...asItems(planned), ...reasonItems(skipped)]];
}

/** The outcome after the writes: one that was not done carries the reason. */
function settledOutcome(
	outcome: StockOutcome,
	{ breaker }: StockPlan,
	{ refused }: Applied,
	warnings: FinishedRun['warnings'],
): StockOutcome {
	const { figure, isChange } = outcome;
	if (figure === undefined) return outcome;
	const reason = isChange ? (breaker ?? refused.get(figure)) : undefined;
	const warning = warnings.get(figure);
	return reason || warning ? { ...outcome, reason, warning } : outcome;
}

function asItem(outcome: StockOutcome, writtenFigures: Applied['written']): INodeExecutionData {
	const { items, sku, productId, variantId, locationId, before, after, figure, reason, warning } = outcome;
	const json = {
		sku,
		...mapValues({ productId, variantId, locationId, before, after }, (value) => value ?? null),
		written: figure !== undefined && writtenFigures.has(figure),
		...(reason && { reason: withLabels(reason) }),
		...(warning && { warning: withLabels(warning) }),
	} as IDataObject;
	return items.length === 0 ? { json } : { json, pairedItem: pairedWith(items) };
}

function pairedWith(items: number[]) {
	return items.length === 1 ? { item: items[0] } : items.map((item) => ({ item }));
}
