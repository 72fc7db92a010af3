import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { unionBy } from 'lodash';
import { holds, printMeasurements, resultRows, type Measurement } from '../testing/figures/figure';
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
	const { n8n, only } = program.parse().opts<{ n8n: boolean; only?: string[] }>();
	const measurements: Measurement[] = [];
	let isComplete = true;
	for (const name of only ?? Object.keys(n8n ? benchmarks : onEngine)) {
		process.stderr.write(`Measuring ${name} …\n`);
		try {
			measurements.push(...(await benchmarks[name]()));
		} catch (error) {
			console.error(`${name} could not be measured:`, error);
			isComplete = false;
		}
	}
	printMeasurements(measurements);
	await writeResults(measurements, only === undefined ? [] : await readResults());
	process.exitCode = isComplete && measurements.every(holds) ? 0 : 1;
}

type Row = ReturnType<typeof resultRows>[number];

async function readResults(): Promise<Row[]> {
	return existsSync(results) ? (JSON.parse(await readFile(results, 'utf8')) as Row[]) : [];
}

/** @param before rows that stay, unless they were measured again */
async function writeResults(measurements: Measurement[], before: Row[]): Promise<void> {
	const rows = unionBy(resultRows(measurements), before, 'id');
	await mkdir(resolve(results, '..'), { recursive: true });
	await writeFile(results, `${JSON.stringify(rows, null, '\t')}\n`);
}

main().catch((error: Error) => {
	console.error(error);
	process.exitCode = 1;
});
