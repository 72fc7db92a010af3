import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { onExit } from '../../testing/onExit';
import type { RunReport } from './runReport';
import type { Job } from './worker';

/** One for each of the two cores that this is made for. */
const WORKERS = 2;

/**
 * Runs all cases of a seed in several processes.
 *
 * @returns how many processes did not come to an end
 */
export async function runInWorkers(
	{ seed, runs }: Pick<Job, 'seed' | 'runs'>,
	onRun: (report: RunReport) => void,
): Promise<number> {
	const ends = Array.from({ length: WORKERS }, async (_, worker) => {
		const child = fork(resolve(__dirname, 'worker.ts'), { execArgv: ['--import', 'tsx'] });
		const forget = onExit(() => child.kill());
		child.on('message', (report) => onRun(report as RunReport));
		child.send({ seed, runs, worker, workers: WORKERS } satisfies Job);
		const code = await new Promise<number | null>((done) => child.on('exit', done));
		forget();
		return code;
	});
	return (await Promise.all(ends)).filter((code) => code !== 0).length;
}
