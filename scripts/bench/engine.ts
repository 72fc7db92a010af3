import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import type { WorkflowRunOptions } from '../../testing/engine/runNode';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import type { EngineRun } from './engineProcess';

/** n8n-core's engine in a process of its own, so that its CPU and memory are not the sandbox's. */
export class Engine {
	private readonly child: ChildProcess = fork(resolve(__dirname, 'engineProcess.ts'), {
		execArgv: ['--import', 'tsx', '--expose-gc'],
	});

	/** @throws Error when the workflow fails: a benchmark of something else than asked for is none. */
	async run(job: WorkflowRunOptions): Promise<EngineRun> {
		this.child.send(job);
		const [run] = (await once(this.child, 'message')) as [EngineRun];
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
