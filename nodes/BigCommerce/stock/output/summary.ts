import type { IDataObject } from 'n8n-workflow';
import { groupBy } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import type { StockPlan } from '../../../../sync/stock/stockPlan';
import { withLabels } from '../../../shared/parameters/settingLabels';
import type { StockOutcome } from './outcomes';

/** Enough SKUs to start looking with. */
const EXAMPLES = 5;

/** The run in one item: how many SKUs were written, left alone and skipped, and why. */
export function summaryOf(
	outcomes: StockOutcome[],
	written: number,
	plan: StockPlan,
	planOnly: boolean,
): IDataObject {
	const skipped = outcomes.filter(({ reason }) => reason !== undefined);
	const warned = outcomes.filter(({ warning }) => warning !== undefined);
	return {
		planOnly,
		planned: plan.writes.length,
		written,
		unchanged: plan.unchanged.length,
		skipped: skipped.length,
		toZero: plan.totals.toZero,
		unitsBefore: plan.totals.unitsBefore,
		unitsAfter: plan.totals.unitsAfter,
		breaker: (plan.breaker ? withLabels(plan.breaker) : null) as IDataObject | null,
		reasons: counted(skipped, ({ reason }) => reason!),
		warnings: counted(warned, ({ warning }) => warning!),
	};
}

function counted(outcomes: StockOutcome[], reasonOf: (outcome: StockOutcome) => Reason) {
	return Object.values(groupBy(outcomes, (outcome) => reasonOf(outcome).code)).map((alike) => {
		const { code, message, fix } = withLabels(reasonOf(alike[0]));
		return { code, count: alike.length, message, fix, skus: alike.slice(0, EXAMPLES).map(({ sku }) => sku) };
	});
}
