import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Reason } from '../../../../sync/reason';
import { withLabels } from '../../../shared/parameters/settingLabels';
import { failedItem, nodeFailure } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { applyPlan, NOTHING_APPLIED } from '../../stock/apply/applyPlan';
import { checkAndRemember } from '../../stock/apply/checkAndRemember';
import { oneRunAtATime } from '../../stock/apply/oneRunAtATime';
import { outcomesOf } from '../../stock/output/outcomes';
import { planRun } from '../../stock/planRun';
import { readPlanSettings, type RunSettings } from '../../stock/settings/planSettings';
import { readSafetyLimits } from '../../stock/settings/safetyLimits';
import { outputOf } from '../../stock/output/outputItems';
import type { BigCommerceClient } from '../../transport/client';
import {
	readUpdateSettings,
	updateParameters,
	type UpdateSettings,
} from '../../stock/settings/updateSettings';

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
			// What is set wrong is told at once, not after the wait for another run.
			const { run, update: settings } = readSettings(context);
			return await oneRunAtATime(store, async () => await updateStock(context, store, run, settings));
		} catch (error) {
			const failure = nodeFailure(context, error, 0);
			if (!context.continueOnFail()) throw failure;
			return [context.getInputData().map((_, itemIndex) => failedItem(failure, itemIndex)), []];
		}
	},
};

function readSettings(context: IExecuteFunctions): { run: RunSettings; update: UpdateSettings } {
	const settings = readPlanSettings(context);
	const update = readUpdateSettings(context);
	const plan = { ...settings.plan, write: update.write, breaker: readSafetyLimits(context) };
	return { run: { ...settings, plan }, update };
}

async function updateStock(
	context: IExecuteFunctions,
	store: BigCommerceClient,
	runSettings: RunSettings,
	settings: UpdateSettings,
): Promise<INodeExecutionData[][]> {
	const startedAt = Date.now();
	const run = await planRun(context, store, runSettings, settings.switchTracking);
	const { plan } = run;
	const mayWrite = plan.breaker === undefined && !settings.planOnly;
	if (plan.breaker !== undefined) sayWhyNothingIsWritten(context, plan.breaker);
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
		? await checkAndRemember(context, store, { plan, applied: mayWrite ? applied : undefined, startedAt })
		: new Map<never, never>();
	return outputOf({ outcomes, plan, applied, warnings }, settings);
}

function sayWhyNothingIsWritten(context: IExecuteFunctions, reason: Reason): void {
	const { message, fix } = withLabels(reason);
	context.addExecutionHints({ message: `${message} ${fix}`, type: 'warning', location: 'outputPane' });
}
