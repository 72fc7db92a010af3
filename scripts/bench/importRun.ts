import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { FAST_LIMITS, importChain } from '../../testing/templates/chains';
import { withEngine, type Engine } from './engine';
import type { EngineRun } from './engineProcess';

const CATALOGUE_ITEMS = 2000;

/** Counting calls needs no hurry: at this interval a machine's hiccup is no refused request, as at SOS's 500 ms. */
export const CALM_INTERVAL_MS = 100;

export type ImportNodes = ReturnType<typeof importChain>;

/** Orders of three lines each, over 150 SKUs. */
export function linesFor(orders: number) {
	return { totalLines: 3 * orders, distinctSkus: 150 };
}

/** Measures imports in a shop of 2,000 items without orders. */
export async function withShop<T>(work: (sandbox: Sandbox, engine: Engine) => Promise<T>): Promise<T> {
	const options = { shop: { items: CATALOGUE_ITEMS, orders: 0 }, ...FAST_LIMITS };
	return await withEngine(options, [importChain().slice(0, 1), readCustomers()], work);
}

/** Touches SOS without learning anything that a figure counts. */
function readCustomers(): ImportNodes {
	const parameters = { resource: 'customer', operation: 'getAll', limit: 1 };
	return [1, 2, 3].map((count) => ({ name: `Read ${count}`, node: 'sosInventory', parameters }));
}

/** What an import took of each service. */
export interface ImportCost {
	run: EngineRun;
	sos: number;
	bigCommerce: number;
	bigCommerceReads: number;
}

/**
 * Runs an import and counts its calls from 0.
 *
 * @param staticData what n8n keeps with the workflow from run to run
 *
 * @throws Error unless exactly `expected` documents were written
 */
export async function importAll(
	sandbox: Sandbox,
	engine: Engine,
	nodes: ImportNodes,
	expected: number,
	staticData: IDataObject = {},
): Promise<ImportCost> {
	resetCounters(sandbox);
	const before = documentsIn(sandbox);
	const run = await engine.run({
		nodes,
		credentials: sandboxCredentials(sandbox),
		staticData,
	});
	Object.assign(staticData, run.staticData);
	const written = documentsIn(sandbox) - before;
	if (written !== expected) throw new Error(`${written} documents were written instead of ${expected}`);
	const { byRoute, total } = sandbox.bigCommerce.counters;
	const reads = Object.entries(byRoute).filter(([route]) => route.startsWith('GET '));
	return {
		run,
		sos: sandbox.sos.counters.total,
		bigCommerce: total,
		bigCommerceReads: reads.reduce((sum, [, count]) => sum + count, 0),
	};
}

export function resetCounters({ sos, bigCommerce }: Sandbox): void {
	sos.counters.reset();
	bigCommerce.counters.reset();
}

export function documentsIn({ sos: { state } }: Sandbox): number {
	return state.salesOrders.size + state.salesReceipts.size;
}

/** A customer to book every order on. */
export function anyCustomer({ sos }: Sandbox): number {
	return sos.state.customers.values()[0].id;
}
