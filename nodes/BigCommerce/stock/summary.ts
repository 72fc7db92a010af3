import type { IDataObject } from 'n8n-workflow';
import { groupBy } from 'lodash';
import type { StockPlan } from '../../../sync/stock/stockPlan';
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
	const reasons = Object.values(groupBy(skipped, ({ reason }) => reason!.code)).map((alike) => ({
		code: alike[0].reason!.code,
		count: alike.length,
		message: alike[0].reason!.message,
		fix: alike[0].reason!.fix,
		skus: alike.slice(0, EXAMPLES).map(({ sku }) => sku),
	}));
	return {
		planOnly,
		planned: plan.writes.length,
		written,
		unchanged: plan.unchanged.length,
		skipped: skipped.length,
		toZero: plan.totals.toZero,
		unitsBefore: plan.totals.unitsBefore,
		unitsAfter: plan.totals.unitsAfter,
		breaker: plan.breaker as IDataObject | null,
		reasons,
	};
}
