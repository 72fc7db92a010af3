import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { holds, printMeasurements, resultRows, type Measurement } from './bench/measurement';
import { orderBenchmarks } from './bench/orderBenchmark';
import { stockBenchmarks } from './bench/stockBenchmark';

const results = resolve(__dirname, '../bench/results.json');

const benchmarks: Record<string, () => Promise<Measurement[]>> = { ...orderBenchmarks, ...stockBenchmarks };

const program = new Command('bench')
	.description('Counts API calls, time and memory against the local sandbox.')
	.addOption(
		new Option('--only <names...>', 'measure only this')
			.choices(Object.keys(benchmarks))
			.default(Object.keys(benchmarks)),
	);

/** Measures against the sandbox with its limits on; a figure that misses its bar makes the command fail. */
async function main(): Promise<void> {
	const { only } = program.parse().opts<{ only: string[] }>();
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
