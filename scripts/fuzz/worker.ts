import isolateN8n from '../../testing/engine/isolateN8n';
import removeN8nFolder from '../../testing/engine/removeN8nFolder';
import { onExit } from '../../testing/onExit';
import { Fuzzer } from './fuzzer';
import { reportOf } from './runReport';
import { shortenBackOff } from './shortWaits';

/** What one of several processes is to do. */
export interface Job {
	seed: number;
	runs: number;
	/** Counted from 0; takes every so-many-th case. */
	worker: number;
	workers: number;
}

/** Several benches at a time, since a run waits for its servers as well. */
const BENCHES = 3;

/** Runs the cases of one job, reports each, and ends. */
process.once('message', (job: Job) => {
	void work(job).then(
		() => process.disconnect(),
		(error: Error) => {
			console.error(error.stack);
			process.exit(1);
		},
	);
});

async function work({ seed, runs, worker, workers }: Job): Promise<void> {
	isolateN8n();
	onExit(removeN8nFolder);
	shortenBackOff();
	const fuzzer = await Fuzzer.open(BENCHES);
	const ids = fuzzer.idsOf(seed, runs).filter((_, index) => index % workers === worker);
	await fuzzer.run(ids, (result) => process.send!(reportOf(result)));
	await fuzzer.close();
}
