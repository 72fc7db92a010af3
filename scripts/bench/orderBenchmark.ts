import type { Sandbox } from '../../sandbox';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { FAST_LIMITS, importChain, SOS_INTERVAL_MS } from '../../testing/templates/chains';
import { withEngine, type Engine } from './engine';
import type { EngineRun } from './engineProcess';
import type { Figure } from '../../testing/figures/figure';
import { calls } from './calls';

const CATALOGUE_ITEMS = 2000;

/** 100 orders, 300 lines, 150 SKUs. */
const HUNDRED = { count: 100, options: { totalLines: 300, distinctSkus: 150 } };

/** Importing orders, by what is measured. */
export const orderBenchmarks = {
	'order-calls': callsOfHundreds,
	'order-time': thousandOrders,
	'order-memory': memoryOfFiveThousand,
};

/** Counting calls needs no hurry: at this interval a machine's hiccup is no refused request, as at SOS's 500 ms. */
const CALM_INTERVAL_MS = 100;

async function callsOfHundreds(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		sandbox.sos.settings.intervalMs = CALM_INTERVAL_MS;
		const customer = await anyCustomer(sandbox);
		const importHundred = async (nodes: ReturnType<typeof importChain>) => {
			sandbox.bigCommerce.addOrders(HUNDRED.count, HUNDRED.options);
			return await importAll(sandbox, engine, nodes, HUNDRED.count);
		};
		const first = await importHundred(importChain({ customer }));
		const next = await importHundred(importChain({ customer }));
		// The same orders under other numbers, so that every shopper is a customer already.
		await importHundred(unmarked(importChain({ prefix: 'FIRST-' })));
		const byEmail = await importAll(sandbox, engine, importChain(), 100);
		return [
			calls('sosCallsFirstRun100', 'SOS calls, first run of 100 orders, 2,000 items', first.sos, 110),
			calls('sosCallsNextRun100', 'SOS calls, next run of 100 new orders', next.sos, 102),
			calls('sosCallsPerOrderFixedCustomer', 'SOS calls per order, fixed customer', next.sos / 100, 1.05),
			calls(
				'sosCallsPerOrderByEmail',
				'SOS calls per order, customers by e-mail, all known',
				byEmail.sos / 100,
				2.1,
			),
			calls('bigCommerceCallsPerOrder', 'BigCommerce calls per order read', next.bigCommerceReads / 100, 0.1),
		];
	});
}

async function thousandOrders(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		const customer = await anyCustomer(sandbox);
		sandbox.bigCommerce.addOrders(1000, { totalLines: 3000, distinctSkus: 150 });
		const { run } = await importAll(sandbox, engine, importChain({ customer }), 1000);
		const wallOverBound = run.wallMs / (1000 * SOS_INTERVAL_MS);
		const total = Object.values(run.nodeMs).reduce((sum, ms) => sum + ms, 0);
		return [
			{
				id: 'orderWallOverBound',
				title: 'Wall time ÷ (orders × SOS interval), 1,000 orders',
				value: wallOverBound,
				unit: '',
				bar: 1.15,
			},
			{ id: 'cpuMsPerOrder', title: 'CPU per order', value: run.cpuMs / 1000, unit: 'ms' },
			...Object.entries(run.nodeMs).map(([node, ms]) => ({
				id: `wallShare ${node}`,
				title: `  share of wall time: ${node}`,
				value: (100 * ms) / total,
				unit: '%',
			})),
		];
	});
}

async function memoryOfFiveThousand(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		const customer = await anyCustomer(sandbox);
		sandbox.bigCommerce.addOrders(5000, { totalLines: 15_000, distinctSkus: 150 });
		sandbox.sos.settings.intervalMs = 0;
		const { run } = await importAll(sandbox, engine, importChain({ customer }), 5000);
		return [
			{
				id: 'peakMemoryMb5000Orders',
				title: 'Peak memory above idle, 5,000 orders in one run',
				value: run.peakMemoryMb,
				unit: 'MB',
				bar: 300,
			},
		];
	});
}

async function withShop<T>(work: (sandbox: Sandbox, engine: Engine) => Promise<T>): Promise<T> {
	const options = { shop: { items: CATALOGUE_ITEMS, orders: 0 }, ...FAST_LIMITS };
	return await withEngine(options, [importChain().slice(0, 1), readCustomers()], work);
}

/** Touches SOS without learning anything that a figure counts. */
function readCustomers(): ReturnType<typeof importChain> {
	const parameters = { resource: 'customer', operation: 'getAll', limit: 1 };
	return [1, 2, 3].map((count) => ({ name: `Read ${count}`, node: 'sosInventory', parameters }));
}

/** @throws Error unless exactly `expected` orders were imported */
async function importAll(
	sandbox: Sandbox,
	engine: Engine,
	nodes: ReturnType<typeof importChain>,
	expected: number,
): Promise<{ run: EngineRun; sos: number; bigCommerceReads: number }> {
	sandbox.sos.counters.reset();
	sandbox.bigCommerce.counters.reset();
	const run = await engine.run({ nodes, credentials: sandboxCredentials(sandbox) });
	const imported = run.items['Create sales orders']?.[0] ?? 0;
	if (imported !== expected) throw new Error(`${imported} orders were imported instead of ${expected}`);
	const { byRoute } = sandbox.bigCommerce.counters;
	const reads = Object.entries(byRoute).filter(([route]) => route.startsWith('GET '));
	return {
		run,
		sos: sandbox.sos.counters.total,
		bigCommerceReads: reads.reduce((sum, [, count]) => sum + count, 0),
	};
}

/** The chain as it would be if the run ended before the orders were marked. */
function unmarked(nodes: ReturnType<typeof importChain>): ReturnType<typeof importChain> {
	return nodes.slice(0, -1);
}

async function anyCustomer({ sos }: Sandbox): Promise<number> {
	const [customer] = sos.state.customers.values();
	return customer.id;
}
