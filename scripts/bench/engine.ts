import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import type { WorkflowRunOptions } from '../../testing/engine/runNode';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import type { EngineAnswer, EngineJob, EngineRun } from './engineProcess';

/** n8n-core's engine in a process of its own, so that its CPU and memory are not the sandbox's. */
export class Engine {
	private readonly child: ChildProcess = fork(resolve(__dirname, 'engineProcess.ts'), {
		execArgv: ['--import', 'tsx', '--expose-gc'],
	});

	private readonly waiting = new Map<number, (run: EngineRun) => void>();

	private jobs = 0;

	/** How far n8n's clock is ahead of the machine's in runs that start from now on. */
	clockAheadMs = 0;

	constructor() {
		this.child.on('message', ({ id, run }: EngineAnswer) => this.waiting.get(id)?.(run));
	}

	/**
	 * Runs a workflow; several may run at the same time, as they do in one n8n.
	 *
	 * @throws Error when the workflow fails: a benchmark of something else than asked for is none.
	 */
	async run(options: WorkflowRunOptions): Promise<EngineRun> {
		const id = (this.jobs += 1);
		const ended = new Promise<EngineRun>((resolve) => this.waiting.set(id, resolve));
		this.child.send({ id, options, clockAheadMs: this.clockAheadMs } satisfies EngineJob);
		const run = await ended;
		this.waiting.delete(id);
		if (run.error !== undefined) throw new Error(`The workflow failed: ${run.error}`);
		return run;
	}

	stop(): void {
		this.child.disconnect();
	}
}

/**
 * Measures on an engine against a sandbox of its own.
 *
 * @param warmUp loads the engine and the nodes, which is no part of any figure
 */
export async function withEngine<T>(
	options: SandboxOptions,
	warmUp: Array<WorkflowRunOptions['nodes']>,
	work: (sandbox: Sandbox, engine: Engine) => Promise<T>,
): Promise<T> {
	const sandbox = await startSandbox(options);
	const engine = new Engine();
	try {
		for (const nodes of warmUp) await engine.run({ nodes, credentials: sandboxCredentials(sandbox) });
		return await work(sandbox, engine);
	} finally {
		engine.stop();
		await sandbox.stop();
	}
}
