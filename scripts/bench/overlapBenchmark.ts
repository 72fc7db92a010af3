import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox';
import type { Figure } from '../../testing/figures/figure';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { importChain } from '../../testing/templates/chains';
import { Engine } from './engine';
import {
	anyCustomer,
	CALM_INTERVAL_MS,
	documentsIn,
	importAll,
	linesFor,
	resetCounters,
	withShop,
} from './importRun';

/** Imports that run at the same time. */
export const overlapBenchmarks = { overlap };

const ORDERS = 200;

/** The second import starts when the first has written so many documents. */
const UNDER_WAY = 20;

async function overlap(): Promise<Figure[]> {
	const alone = await withShop(async (sandbox, engine) => {
		prepare(sandbox);
		const nodes = importChain({ customer: anyCustomer(sandbox) });
		return (await importAll(sandbox, engine, nodes, ORDERS)).sos;
	});
	const both = await withShop(async (sandbox, engine) => {
		prepare(sandbox);
		return await importTwice(sandbox, engine, engine);
	});
	const byWorkers = await withShop(async (sandbox, engine) => {
		prepare(sandbox);
		const worker = new Engine();
		try {
			return await importTwice(sandbox, engine, worker);
		} finally {
			worker.stop();
		}
	});
	return [
		{
			id: 'sosCallsOverlap',
			title: 'SOS calls of two overlapping imports of 200 orders ÷ those of one',
			value: both / alone,
			unit: '',
			bar: 1.1,
		},
		{
			id: 'sosCallsOverlapWorkers',
			// Two processes keep a pace each until SOS has refused some of their requests, which count.
			title: 'The same in two processes, which share neither memory nor pace',
			value: byWorkers / alone,
			unit: '',
		},
	];
}

function prepare(sandbox: Sandbox): void {
	sandbox.sos.settings.intervalMs = CALM_INTERVAL_MS;
	sandbox.bigCommerce.addOrders(ORDERS, linesFor(ORDERS));
}

/** @throws Error unless the two together wrote each order once */
async function importTwice(sandbox: Sandbox, one: Engine, other: Engine): Promise<number> {
	const before = documentsIn(sandbox);
	const job = {
		nodes: importChain({ customer: anyCustomer(sandbox) }),
		credentials: sandboxCredentials(sandbox),
	};
	resetCounters(sandbox);
	const first = one.run(job);
	while (documentsIn(sandbox) < before + UNDER_WAY) await sleep(10);
	await Promise.all([first, other.run(job)]);
	const written = documentsIn(sandbox) - before;
	if (written !== ORDERS) throw new Error(`${written} documents were written for ${ORDERS} orders`);
	return sandbox.sos.counters.total;
}
