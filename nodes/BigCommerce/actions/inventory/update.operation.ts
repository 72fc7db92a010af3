import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { mapValues } from 'lodash';
import type { StockPlan } from '../../../../sync/stock/stockPlan';
import { failedItem, nodeFailure } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { applyPlan, NOTHING_APPLIED, type Applied } from '../../stock/apply/applyPlan';
import { checkAndRemember } from '../../stock/apply/checkAndRemember';
import { oneRunAtATime } from '../../stock/apply/oneRunAtATime';
import { outcomesOf, type StockOutcome } from '../../stock/output/outcomes';
import { planRun } from '../../stock/planRun';
import {
	readBreaker,
	readPlanSettings,
	readUpdateSettings,
	type UpdateSettings,
} from '../../stock/settings/stockSettings';
import { summaryOf } from '../../stock/output/summary';
import type { BigCommerceClient } from '../../transport/client';
import { updateParameters } from '../../stock/settings/updateParameters';

export const update: Operation<BigCommerceClient> = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update inventory',
		description: 'Set the stock of products and variants by SKU, one input item for each SKU',
	},
	parameters: updateParameters,
	urgency: 'stock',
	async execute(context, store) {
		try {
			return await oneRunAtATime(store, async () => await updateStock(context, store));
		} catch (error) {
			const failure = nodeFailure(context, error, 0);
			if (!context.continueOnFail()) throw failure;
			return [context.getInputData().map((_, itemIndex) => failedItem(failure, itemIndex)), []];
		}
	},
};

async function updateStock(
	context: IExecuteFunctions,
	store: BigCommerceClient,
): Promise<INodeExecutionData[][]> {
	const startedAt = Date.now();
	const planSettings = readPlanSettings(context);
	const settings = readUpdateSettings(context);
	Object.assign(planSettings.plan, { write: settings.write, breaker: readBreaker(context) });
	const run = await planRun(context, store, planSettings, settings.switchTracking);
	const { plan } = run;
	const mayWrite = plan.breaker === undefined && !settings.planOnly;
	const outcomes = outcomesOf(run);
	const applied = mayWrite ? await applyPlan(store, plan, outcomes, settings.reason) : NOTHING_APPLIED;
	if (applied.stoppedBy !== undefined) {
		context.addExecutionHints({
			message: `The run stopped before all stock was set: ${applied.stoppedBy}`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	const warnings = settings.remember
		? await checkAndRemember(context, store, plan, mayWrite ? applied : undefined, startedAt)
		: new Map();
	const settled = outcomes.map((outcome) => settle(outcome, plan, applied, warnings));
	return output(settled, applied, plan, settings);
}

/** The outcome after the writes: one that was not done carries the reason. */
function settle(
	outcome: StockOutcome,
	{ breaker }: StockPlan,
	{ refused }: Applied,
	warnings: Map<unknown, StockOutcome['warning']>,
): StockOutcome {
	const { figure, isChange } = outcome;
	if (figure === undefined) return outcome;
	const reason = isChange ? (breaker ?? refused.get(figure)) : undefined;
	const warning = warnings.get(figure);
	return reason || warning ? { ...outcome, reason, warning } : outcome;
}

function output(
	outcomes: StockOutcome[],
	{ written }: Applied,
	plan: StockPlan,
	{ output: kind, planOnly }: UpdateSettings,
): INodeExecutionData[][] {
	if (kind === 'summary') {
		return [[{ json: summaryOf(outcomes, written.size, plan, planOnly), pairedItem: { item: 0 } }], []];
	}
	const shown = outcomes.filter(
		({ before, after, reason, warning }) => kind === 'eachSku' || before !== after || reason || warning,
	);
	const items = shown.map((outcome) => asItem(outcome, written));
	return [items.filter(({ json }) => !json.reason), items.filter(({ json }) => json.reason)];
}

function asItem(outcome: StockOutcome, writtenFigures: Applied['written']): INodeExecutionData {
	const { items, sku, productId, variantId, locationId, before, after, figure, reason, warning } = outcome;
	const json = {
		sku,
		...mapValues({ productId, variantId, locationId, before, after }, (value) => value ?? null),
		written: figure !== undefined && writtenFigures.has(figure),
		...(reason && { reason }),
		...(warning && { warning }),
	} as IDataObject;
	return items.length === 0 ? { json } : { json, pairedItem: pairedWith(items) };
}

function pairedWith(items: number[]) {
	return items.length === 1 ? { item: items[0] } : items.map((item) => ({ item }));
}
