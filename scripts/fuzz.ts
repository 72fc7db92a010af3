import { Command, InvalidArgumentError } from 'commander';
import isolateN8n from '../testing/engine/isolateN8n';
import removeN8nFolder from '../testing/engine/removeN8nFolder';
import { figureTable, holds } from '../testing/figures/figure';
import { resultsFile, writeResults } from '../testing/figures/results';
import { onExit } from '../testing/onExit';
import { fuzzFigures, printReports } from './fuzz/report';
import { runAlone } from './fuzz/runAlone';
import type { RunReport } from './fuzz/runReport';
import { runInWorkers } from './fuzz/workers';

function count(text: string): number {
	if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a whole number of 1 or more.');
	return Number(text);
}

const program = new Command('test:fuzz')
	.description(
		'Runs everything both nodes can do with spoiled answers: nothing raw, hung, leaked or written.',
	)
	.option('--runs <number>', 'runs in all', count, 10_200)
	.option('--seed <number>', 'the same seed makes the same runs', count, 1)
	.option('--only <cases...>', 'only these, by their numbers, with all that came of them');

interface FuzzOptions {
	runs: number;
	seed: number;
	only?: string[];
}

async function main(): Promise<void> {
	const { runs, seed, only } = program.parse().opts<FuzzOptions>();
	isolateN8n();
	onExit(removeN8nFolder);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	const reports: RunReport[] = [];
	const broken = only
		? void reports.push(...(await runAlone(only)))
		: await runInWorkers({ seed, runs }, (report) => {
				if (reports.push(report) % 1000 === 0) process.stderr.write(`${reports.length} runs …\n`);
			});
	printReports(reports);
	if (only === undefined) {
		const figures = fuzzFigures(reports);
		console.log(`${figureTable(figures)}\n`);
		await writeResults(resultsFile('fuzz'), figures);
		if (!figures.every(holds)) process.exitCode = 1;
	}
	const failed = reports.filter(({ findings }) => findings.length > 0).length;
	console.log(`${reports.length - failed} passed, ${failed + (broken ?? 0)} failed`);
	if (failed + (broken ?? 0) > 0) process.exitCode = 1;
}

main().catch((error: Error) => {
	console.error(error.stack);
	process.exitCode = 1;
});
