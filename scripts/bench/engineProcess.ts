import type { IDataObject } from 'n8n-workflow';
import isolateN8n from '../../testing/engine/isolateN8n';
import removeN8nFolder from '../../testing/engine/removeN8nFolder';
import { runWorkflow, type WorkflowRunOptions } from '../../testing/engine/runNode';
import { onExit } from '../../testing/onExit';
import { setClockAhead } from '../../testing/processClock';

isolateN8n();
onExit(removeN8nFolder);

/** What one run took, apart from the sandbox, which lives in another process. */
export interface EngineRun {
	error?: string;
	wallMs: number;
	cpuMs: number;
	/** Above what the process used before the run. */
	peakMemoryMb: number;
	/** Number of items by node, one count per output. */
	items: Record<string, number[]>;
	/** Wall milliseconds by node. */
	nodeMs: Record<string, number>;
	/** What n8n keeps with the workflow, after the run. */
	staticData: IDataObject;
}

/** What the parent asks for, and what it gets. */
export interface EngineJob {
	id: number;
	options: WorkflowRunOptions;
	/** How far the clock of the process is ahead of the machine's from now on. */
	clockAheadMs: number;
}
export interface EngineAnswer {
	id: number;
	run: EngineRun;
}

/** Runs a chain of our nodes in n8n-core's engine each time the parent asks, keeping what nodes keep in memory. */
process.on('message', ({ id, options, clockAheadMs }: EngineJob) => {
	setClockAhead(clockAheadMs);
	void measure(options).then((run) => process.send!({ id, run } satisfies EngineAnswer));
});

async function measure(job: WorkflowRunOptions): Promise<EngineRun> {
	globalThis.gc?.();
	const idle = process.memoryUsage().rss;
	let peak = idle;
	const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
	const cpuBefore = process.cpuUsage();
	const start = performance.now();
	const result = await runWorkflow(job);
	const wallMs = performance.now() - start;
	const { user, system } = process.cpuUsage(cpuBefore);
	clearInterval(sampler);
	const names = job.nodes.map(({ name }) => name);
	return {
		error: result.error?.message,
		wallMs,
		cpuMs: (user + system) / 1000,
		peakMemoryMb: (peak - idle) / 2 ** 20,
		items: Object.fromEntries(
			names.map((name) => [name, result.outputsOf(name).map(({ length }) => length)]),
		),
		staticData: job.staticData ?? {},
		nodeMs: Object.fromEntries(names.map((name) => [name, result.runData[name]?.[0]?.executionTime ?? 0])),
	};
}
