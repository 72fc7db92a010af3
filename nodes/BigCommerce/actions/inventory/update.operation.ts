import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { omit } from 'lodash';
import { planStock } from '../../../../sync/stock/planStock';
import type { StockPlan } from '../../../../sync/stock/stockPlan';
import { failedItem, nodeFailure } from '../../../shared/forEachItem';
import type { Operation } from '../../../shared/operation';
import { applyWrites, type Applied } from '../../stock/applyPlan';
import { readInputRows } from '../../stock/inputRows';
import { readDefaultLocationId, readLocations } from '../../stock/locations';
import { outcomesOf, type StockOutcome } from '../../stock/outcomes';
import { readShopStock } from '../../stock/shopStock';
import { stockSource } from '../../stock/stockSource';
import { readUpdateSettings, type UpdateSettings } from '../../stock/stockSettings';
import { summaryOf } from '../../stock/summary';
import type { BigCommerceClient } from '../../transport/client';
import { updateParameters } from './updateParameters';

const NOTHING_APPLIED: Applied = { written: new Set(), refused: new Map() };

export const update: Operation<BigCommerceClient> = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update inventory',
		description: 'Set the stock of products and variants by SKU, one input item for each SKU',
	},
	parameters: updateParameters,
	async execute(context, store) {
		try {
			const settings = readUpdateSettings(context);
			const { plan, outcomes } = await planUpdate(context, store, settings);
			const mayWrite = plan.breaker === null && !settings.planOnly;
			const applied = mayWrite ? await applyWrites(store, plan.writes, settings.reason) : NOTHING_APPLIED;
			return output(settle(outcomes, plan, applied), applied, plan, settings);
		} catch (error) {
			const failure = nodeFailure(context, error, 0);
			if (!context.continueOnFail()) throw failure;
			return [context.getInputData().map((_, itemIndex) => failedItem(failure, itemIndex)), []];
		}
	},
};

async function planUpdate(
	context: IExecuteFunctions,
	store: BigCommerceClient,
	{ plan: settings }: UpdateSettings,
): Promise<{ plan: StockPlan; outcomes: StockOutcome[] }> {
	const shopLocations = await readLocations(store);
	const locationId = await readDefaultLocationId(store, shopLocations);
	const rows = readInputRows(context, locationId, settings.requireUpdateBigCommerce ?? true);
	const planned = rows.filter(({ reason }) => reason === undefined);
	const skus = [...new Set(planned.map(({ sku }) => sku))];
	const shop = await readShopStock(store, skus, settings.scope === 'catalogue');
	const plan = planStock({ source: stockSource(planned), shop, shopLocations, settings });
	return { plan, outcomes: outcomesOf(rows, plan, shop) };
}

/** The outcomes after the writes: those that were not done carry the reason. */
function settle(outcomes: StockOutcome[], { breaker }: StockPlan, { refused }: Applied): StockOutcome[] {
	return outcomes.map((outcome) => {
		const reason = outcome.write && (breaker ?? refused.get(outcome.write));
		return reason ? { ...outcome, reason } : outcome;
	});
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
	const shown = outcomes.filter(({ write, reason }) => kind === 'eachSku' || write || reason);
	const items = shown.map((outcome) => asItem(outcome, written.has(outcome.write!)));
	return [items.filter(({ json }) => !json.reason), items.filter(({ json }) => json.reason)];
}

function asItem({ itemIndex, reason, ...outcome }: StockOutcome, written: boolean): INodeExecutionData {
	const json = { ...omit(outcome, 'write'), written, ...(reason && { reason }) } as IDataObject;
	return itemIndex === undefined ? { json } : { json, pairedItem: { item: itemIndex } };
}
