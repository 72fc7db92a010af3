import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { holds, printMeasurements, resultRows } from './bench/measurement';
import { orderBenchmark } from './bench/orderBenchmark';

const results = resolve(__dirname, '../bench/results.json');

/** Measures against the sandbox with its limits on; a figure that misses its bar makes the command fail. */
async function main(): Promise<void> {
	new Command('bench').description('Counts API calls, time and memory against the local sandbox.').parse();
	const measurements = await orderBenchmark();
	printMeasurements(measurements);
	await mkdir(resolve(results, '..'), { recursive: true });
	await writeFile(results, `${JSON.stringify(resultRows(measurements), null, '\t')}\n`);
	process.exitCode = measurements.every(holds) ? 0 : 1;
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
