import { Command, Option } from 'commander';
import { figureTable, holds, type Figure } from '../testing/figures/figure';
import { resultsFile, writeResults } from '../testing/figures/results';
import { orderBenchmarks } from './bench/orderBenchmark';
import { idleBenchmarks } from './bench/idleBenchmark';
import { overlapBenchmarks } from './bench/overlapBenchmark';
import { paceBenchmarks } from './bench/paceBenchmark';
import { shopperBenchmarks } from './bench/shopperBenchmark';
import { n8nBenchmarks } from './bench/n8nBenchmark';
import { stockBenchmarks } from './bench/stockBenchmark';

const onEngine: Record<string, () => Promise<Figure[]>> = {
	...orderBenchmarks,
	...shopperBenchmarks,
	...overlapBenchmarks,
	...idleBenchmarks,
	...paceBenchmarks,
	...stockBenchmarks,
};

const benchmarks: typeof onEngine = { ...onEngine, ...n8nBenchmarks };

const program = new Command('bench')
	.description('Counts API calls, time and memory against the local sandbox.')
	.addOption(new Option('--only <names...>', 'measure only this').choices(Object.keys(benchmarks)))
	.option('--n8n', 'in a real n8n too, against workflows built by hand', false);

/** Measures against the sandbox with its limits on; a figure that misses its bar makes the command fail. */
async function main(): Promise<void> {
	const { n8n, only } = program.parse().opts<{ n8n: boolean; only?: string[] }>();
	const figures: Figure[] = [];
	let isComplete = true;
	for (const name of only ?? Object.keys(n8n ? benchmarks : onEngine)) {
		process.stderr.write(`Measuring ${name} …\n`);
		try {
			figures.push(...(await benchmarks[name]()));
		} catch (error) {
			console.error(`${name} could not be measured:`, error);
			isComplete = false;
		}
	}
	console.log(figureTable(figures));
	await writeResults(resultsFile('bench'), figures, only !== undefined);
	process.exitCode = isComplete && figures.every(holds) ? 0 : 1;
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
