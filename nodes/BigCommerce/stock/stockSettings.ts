import type { IExecuteFunctions } from 'n8n-workflow';
import { pick } from 'lodash';
import { DEFAULT_BREAKER } from '../../../sync/stock/breaker';
import type { BreakerLimits, StockSettings } from '../../../sync/stock/stockPlan';
import type { StockRuleInput } from '../../../sync/stock/stockRule';

/** The whole run's settings: they are read once, from the first item. */
export interface UpdateSettings {
	plan: Partial<StockSettings>;
	planOnly: boolean;
	output: 'eachSku' | 'changes' | 'summary';
	/** Shown by BigCommerce in the history of the item. */
	reason: string;
}

export function readUpdateSettings(context: IExecuteFunctions): UpdateSettings {
	const read = <T>(name: string, fallback: T) => context.getNodeParameter(name, 0, fallback) as T;
	const options = read<
		Partial<Pick<StockSettings, 'requireUpdateBigCommerce' | 'safetyStock'>> & { reason?: string }
	>('options', {});
	const isGuarded = read('circuitBreaker', true);
	return {
		plan: {
			figure: 'given',
			matching: { ignoreCase: true },
			scope: read<StockSettings['scope']>('inputHolds', 'selection'),
			write: read('onlyChanged', true) ? 'changed' : 'all',
			rule: read<StockRuleInput>('stockRule', {}),
			breaker: isGuarded ? { ...DEFAULT_BREAKER, ...read<Partial<BreakerLimits>>('limits', {}) } : null,
			...pick(options, 'requireUpdateBigCommerce', 'safetyStock'),
		},
		planOnly: read('planOnly', false),
		output: read<UpdateSettings['output']>('output', 'eachSku'),
		reason: options.reason?.trim() || 'Stock from SOS Inventory',
	};
}
