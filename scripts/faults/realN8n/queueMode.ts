import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../../../testing/n8n/freePorts';
import { startN8n, type N8nProcess } from '../../../testing/n8n/n8nProcess';
import { step } from '../../../testing/progress';
import type { Outcome } from '../outcome';
import { queuePrograms } from './queuePrograms';
import { ImportBench } from './importBench';
import { startQueueServices } from './queueServices';

const ORDERS = 80;
const JOBS = 50;
const WORKERS = 2;
const CONCURRENCY = 5;

/** A worker is killed when this many sales orders have been sent, then another when that many have. */
const KILL_AT = [30, 120];

/**
 * n8n in queue mode: one main and two workers that share nothing but Redis and Postgres. The import is
 * started many times over the same orders, and workers are killed in the middle of it.
 */
export async function queueMode(): Promise<Outcome[]> {
	const programs = await step('Looking for Redis and Postgres', queuePrograms);
	if ('missing' in programs) {
		console.log(`– Queue mode is skipped. ${programs.missing}`);
		return [];
	}
	const services = await step('Starting Redis and Postgres', () => startQueueServices(programs));
	try {
		const bench = await step('Setting up an n8n in queue mode', () =>
			ImportBench.open(23, ORDERS, (env) => ({ ...env, ...services.env })),
		);
		try {
			return [await importInQueue(bench)];
		} finally {
			await bench.close();
		}
	} finally {
		await services.stop();
	}
}

async function importInQueue(bench: ImportBench): Promise<Outcome> {
	const workers: Worker[] = [];
	const main = await step('Starting n8n', () => bench.startN8n());
	const addWorker = async () => void workers.push(await Worker.start(bench));
	try {
		await step(`Starting ${WORKERS} workers`, async () => {
			for (let count = 0; count < WORKERS; count++) await addWorker();
		});
		await step(`Running ${JOBS} imports and killing ${KILL_AT.length} workers`, async () => {
			for (let job = 0; job < JOBS; job++) await bench.start();
			for (const [index, salesOrders] of KILL_AT.entries()) {
				await untilSent(bench, salesOrders);
				await workers[index].kill();
				await addWorker();
			}
			await bench.untilEnded();
		});
		const outcome = await step('Importing what is left', () => bench.outcome('queue mode'));
		const jobs = await Promise.all(workers.map(async (worker) => await worker.countJobs()));
		outcome.group = `queue mode, 2 workers and ${KILL_AT.length} in place of killed ones, jobs ${jobs.join(' + ')}`;
		outcome.injected.processKilled = KILL_AT.length;
		if (Math.min(...jobs) === 0) outcome.findings.wrong.push('a worker had no job');
		return outcome;
	} finally {
		for (const worker of workers) await worker.stop();
		await main.stop();
	}
}

/** One of n8n's workers, which may be killed. */
class Worker {
	private isKilled = false;

	private jobs = 0;

	private constructor(private readonly n8n: N8nProcess) {}

	static async start({ host }: ImportBench): Promise<Worker> {
		const [brokerPort] = await freePorts(1);
		const env = { ...host.env, N8N_RUNNERS_BROKER_PORT: String(brokerPort) };
		const command = ['worker', `--concurrency=${CONCURRENCY}`];
		return new Worker(
			await startN8n({ ...host, env }, command, (log) => log.includes('worker is now ready')),
		);
	}

	/** How many executions it has started, up to its end if that has come. */
	async countJobs(): Promise<number> {
		if (!this.isKilled) this.jobs = (await this.n8n.log()).split('Worker started execution').length - 1;
		return this.jobs;
	}

	async kill(): Promise<void> {
		await this.countJobs();
		this.isKilled = true;
		await this.n8n.kill();
	}

	async stop(): Promise<void> {
		if (!this.isKilled) await this.n8n.stop();
	}
}

async function untilSent({ shop: { sandbox } }: ImportBench, salesOrders: number): Promise<void> {
	const { byRoute } = sandbox.sos.counters;
	for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(2)) {
		if ((byRoute['POST /api/v2/salesorder'] ?? 0) >= salesOrders) return;
	}
	throw new Error(`The workers did not send ${salesOrders} sales orders`);
}
