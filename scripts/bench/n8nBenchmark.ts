import type { StoredWorkflow } from '../../testing/n8n/commands';
import { storeAndRun } from '../../testing/n8n/runStored';
import { fixedCustomer } from '../../testing/templates/fixedCustomer';
import { setUpTemplate, templateFiles, withoutLimits } from '../../testing/templates/setUpTemplate';
import { openWorkbench, type Workbench } from '../../testing/n8n/workbench';
import { FAST_LIMITS } from '../../testing/templates/chains';
import { handBuiltImport, handBuiltStock } from './handBuilt';
import type { Figure } from '../../testing/figures/figure';

/** Against what people build today, in the same n8n against the same sandbox. */
export const n8nBenchmarks = {
	'n8n-orders': ordersAgainstHandBuilt,
	'n8n-stock': stockAgainstHandBuilt,
};

const ORDERS = 1000;
const SKUS = 10_000;

async function ordersAgainstHandBuilt(): Promise<Figure[]> {
	return await withWorkbench({ items: 2000, orders: 0 }, async (bench) => {
		const { sandbox } = bench;
		const [customer] = sandbox.sos.state.customers.values();
		sandbox.bigCommerce.addOrders(ORDERS, { totalLines: 3 * ORDERS, distinctSkus: 150 });
		const before = sandbox.sos.state.salesOrders.size;
		const created = () => sandbox.sos.state.salesOrders.size - before;

		const ours = await seconds(bench, await ourImport(bench, customer.id));
		expectCount('sales orders by the template', created(), ORDERS);
		const byHand = await seconds(bench, handBuiltImport(sandbox, customer.id));
		expectCount('sales orders by hand', created(), 2 * ORDERS);
		return compared('speedVsHandBuilt', `${ORDERS} orders`, ours, byHand, 3);
	});
}

async function stockAgainstHandBuilt(): Promise<Figure[]> {
	return await withWorkbench({ items: SKUS, orders: 0 }, async (bench) => {
		const ours = await seconds(
			bench,
			await setUpTemplate(templateFiles.updateStock, 'updateStock', {
				credentials: bench.credentials,
				settings: { planOnly: false, ...withoutLimits },
			}),
		);
		const byHand = await seconds(bench, handBuiltStock(bench.sandbox));
		return compared('stockSpeedVsHandBuilt', `${SKUS} SKUs`, ours, byHand);
	});
}

/** The template with one customer for all orders, which is what the other workflow does. */
async function ourImport({ credentials }: Workbench, customerId: number): Promise<StoredWorkflow> {
	return await setUpTemplate(templateFiles.importOrders, 'importOrders', {
		credentials,
		settings: { planOnly: false, ordersPerRun: ORDERS },
		parameters: { 'Create sales orders': fixedCustomer(customerId) },
	});
}

/** How long n8n worked on it, without starting and stopping n8n itself. */
async function seconds({ host }: Workbench, workflow: StoredWorkflow): Promise<number> {
	const { run } = await storeAndRun(host, workflow);
	return (new Date(run.stoppedAt!).getTime() - new Date(run.startedAt).getTime()) / 1000;
}

function compared(id: string, what: string, ours: number, byHand: number, bar?: number): Figure[] {
	return [
		{ id: `${id}Ours`, title: `Real n8n, ${what}: the template`, value: ours, unit: 's' },
		{ id: `${id}ByHand`, title: `Real n8n, ${what}: built by hand`, value: byHand, unit: 's' },
		{ id, title: `Times faster, ${what}`, value: byHand / ours, unit: 'times', bar, atLeast: true },
	];
}

function expectCount(what: string, count: number, expected: number): void {
	if (count !== expected) throw new Error(`${count} ${what} instead of ${expected}`);
}

async function withWorkbench(
	shop: { items: number; orders: number },
	work: (bench: Workbench) => Promise<Figure[]>,
): Promise<Figure[]> {
	const bench = await openWorkbench({ shop, ...FAST_LIMITS });
	try {
		return await work(bench);
	} finally {
		await bench.close();
	}
}
