import type { IExecuteFunctions } from 'n8n-workflow';
import type { Reason } from '../../../../sync/reason';
import type { StockPlan, StockWrite } from '../../../../sync/stock/stockPlan';
import type { BigCommerceClient } from '../../transport/client';
import type { Applied } from './applyPlan';
import { failureWords } from './failureWords';
import { remember } from '../settings/updateSettings';
import { checkLastPush } from './checkLastPush';
import { readLastPushed, rememberPushed } from './lastPushedStore';

/**
 * Checks what the last run left the shop with, and keeps what this one does. Both come after the writes,
 * and neither is worth failing a run for whose stock is set: whatever goes wrong, the node shows a hint.
 *
 * @param run `applied` is undefined for a run that writes nothing, which keeps nothing either; `startedAt` in ms
 * @returns a warning for each figure of the last run that did not take
 */
export async function checkAndRemember(
	context: IExecuteFunctions,
	store: BigCommerceClient,
	{ plan, applied, startedAt }: { plan: StockPlan; applied: Applied | undefined; startedAt: number },
): Promise<Map<StockWrite, Reason>> {
	const { writes, unchanged } = plan;
	let warnings = new Map<StockWrite, Reason>();
	try {
		await checkThenKeep();
	} catch (error) {
		context.addExecutionHints({
			message: `What was pushed could not be checked or kept: ${failureWords(context, error)}. This needs the Store Locations (modify) scope; without it, switch '${remember.displayName}' off.`,
			location: 'outputPane',
		});
	}
	return warnings;

	async function checkThenKeep(): Promise<void> {
		const lastPushed = await readLastPushed(store);
		warnings = await checkLastPush(store, [...writes, ...unchanged], lastPushed, startedAt);
		if (applied) await rememberPushed(store, lastPushed, [...applied.written, ...unchanged], startedAt);
	}
}
