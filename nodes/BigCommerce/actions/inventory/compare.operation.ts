import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { driftReport } from '../../../../sync/stock/drift';
import { withLabels } from '../../../shared/parameters/settingLabels';
import { failedItem, nodeFailure } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { checkLastPush } from '../../stock/apply/checkLastPush';
import { readLastPushed } from '../../stock/apply/lastPushedStore';
import { planRun } from '../../stock/planRun';
import { inputIs, planOptions, readPlanSettings } from '../../stock/settings/planSettings';
import type { BigCommerceClient } from '../../transport/client';
import { subtractOrders } from '../../stock/settings/pendingSettings';
import { stockRule } from '../../stock/settings/stockRule';
import { rowParameters } from '../../stock/settings/rowSettings';

export const compare: Operation<BigCommerceClient> = {
	option: {
		name: 'Compare',
		value: 'compare',
		action: 'Compare inventory',
		description:
			'Say for each SKU whose stock differs what SOS, the shop and the last update have, and which side has moved',
	},
	parameters: [
		...rowParameters,
		inputIs,
		...subtractOrders,
		stockRule,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: planOptions,
		},
	],
	urgency: 'stock',
	async execute(context, store) {
		try {
			const startedAt = Date.now();
			const settings = readPlanSettings(context);
			const plan = { ...settings.plan, write: 'all', breaker: 'off' } as const;
			const { writes: figures } = (await planRun(context, store, { ...settings, plan }, false)).plan;
			const lastPushed = await readLastPushed(store);
			const warnings = await checkLastPush(store, figures, lastPushed, startedAt);
			const notTaken = new Map(
				[...warnings].map(([{ sku, locationId }, warning]) => [`${locationId} ${sku}`, warning]),
			);
			const known = new Map([...lastPushed].map(([locationId, { figures }]) => [locationId, figures]));
			const rows = driftReport(figures, known).map((row): INodeExecutionData => {
				const warning = notTaken.get(`${row.locationId} ${row.sku}`);
				return {
					json: {
						...row,
						shop: row.shop ?? null,
						lastPushed: row.lastPushed ?? null,
						...(warning && { warning: withLabels(warning) }),
					} as unknown as IDataObject,
					pairedItem: { item: 0 },
				};
			});
			return [rows];
		} catch (error) {
			const failure = nodeFailure(context, error, 0);
			if (!context.continueOnFail()) throw failure;
			return [context.getInputData().map((_, itemIndex) => failedItem(failure, itemIndex))];
		}
	},
};
