import type { Figure } from '../../testing/figures/figure';
import { importChain } from '../../testing/templates/chains';
import { anyCustomer, importAll, linesFor, withShop } from './importRun';

/** Time at the pace that SOS allows. */
export const paceBenchmarks = { 'order-pace': realPace };

const ORDERS = 200;
const REAL_INTERVAL_MS = 500;
const ROWS_PER_PAGE = 200;

async function realPace(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		const { state, settings } = sandbox.sos;
		settings.intervalMs = REAL_INTERVAL_MS;
		sandbox.bigCommerce.settings.windowMs = 30_000;
		sandbox.bigCommerce.addOrders(ORDERS, linesFor(ORDERS));
		const pages = [state.items, state.salesOrders, state.salesReceipts].map(({ size }) =>
			Math.max(1, Math.ceil(size / ROWS_PER_PAGE)),
		);
		const calls = ORDERS + pages.reduce((sum, count) => sum + count, 0);
		const nodes = importChain({ customer: anyCustomer(sandbox) });
		const { run } = await importAll(sandbox, engine, nodes, ORDERS);
		return [
			{
				id: 'orderWallOverBound',
				title:
					'Wall time at 500 ms ÷ (200 documents + pages of items and of both books, once each) × 500 ms, first run',
				value: run.wallMs / (calls * REAL_INTERVAL_MS),
				unit: '',
				bar: 1.06,
			},
		];
	});
}
