import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { holds, printMeasurements, resultRows, type Measurement } from './bench/measurement';
import { orderBenchmarks } from './bench/orderBenchmark';
import { n8nBenchmarks } from './bench/n8nBenchmark';
import { stockBenchmarks } from './bench/stockBenchmark';

const results = resolve(__dirname, '../bench/results.json');

const onEngine: Record<string, () => Promise<Measurement[]>> = { ...orderBenchmarks, ...stockBenchmarks };

const benchmarks: typeof onEngine = { ...onEngine, ...n8nBenchmarks };

const program = new Command('bench')
	.description('Counts API calls, time and memory against the local sandbox.')
	.addOption(new Option('--only <names...>', 'measure only this').choices(Object.keys(benchmarks)))
	.option('--n8n', 'in a real n8n too, against workflows built by hand', false);

/** Measures against the sandbox with its limits on; a figure that misses its bar makes the command fail. */
async function main(): Promise<void> {
	const { n8n, only = Object.keys(n8n ? benchmarks : onEngine) } = program
		.parse()
		.opts<{ n8n: boolean; only?: string[] }>();
	const measurements: Measurement[] = [];
	for (const name of only) {
		process.stderr.write(`Measuring ${name} …\n`);
		measurements.push(...(await benchmarks[name]()));
	}
	printMeasurements(measurements);
	await mkdir(resolve(results, '..'), { recursive: true });
	await writeFile(results, `${JSON.stringify(resultRows(measurements), null, '\t')}\n`);
	process.exitCode = measurements.every(holds) ? 0 : 1;
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
