import Table from 'cli-table3';
import { groupBy, map } from 'lodash';
import { noneOf, type Figure } from '../../testing/figures/figure';
import { measures, type Measure } from './judge';
import type { RunReport } from './runReport';

const LEAST_RUNS = 10_000;

/** So many failing cases are printed one by one. */
const MOST_LINES = 60;

const names = Object.keys(measures) as Measure[];

function runsWith(reports: RunReport[], measure: Measure): number {
	return reports.filter(({ findings }) => findings.some((finding) => finding.measure === measure)).length;
}

/** One row for each kind of spoiled answer, and the cases that failed, each with what it was. */
export function printReports(reports: RunReport[]): void {
	const table = new Table({
		head: ['Spoiled', 'Runs', ...names],
		colAligns: ['left', 'right', ...names.map(() => 'right' as const)],
		style: { head: [], border: [], compact: true },
	});
	const rows = map(groupBy(reports, 'kind'), (own, kind) => {
		return [kind, own.length, ...names.map((measure) => runsWith(own, measure))];
	});
	table.push(...rows.sort(([one], [other]) => String(one).localeCompare(String(other))));
	console.log(`\n${table.toString()}\n`);
	const failed = reports.filter(({ findings }) => findings.length > 0);
	for (const { id, title, findings } of failed.slice(0, MOST_LINES)) {
		console.log(`✗ ${id}  ${title}`);
		for (const { measure, text } of findings.slice(0, 3)) console.log(`    ${measure}: ${text}`);
	}
	if (failed.length > MOST_LINES) console.log(`✗ and ${failed.length - MOST_LINES} more`);
	if (failed.length > 0) console.log('\nRun one of them again: npm run test:fuzz -- --only <its number>\n');
}

/** The figures that `results/fuzz.json` holds, each a number of runs. */
export function fuzzFigures(reports: RunReport[]): Figure[] {
	const runs: Figure = {
		id: 'fuzzRuns',
		title: 'Runs with a spoiled answer',
		value: reports.length,
		unit: 'runs',
		bar: LEAST_RUNS,
		atLeast: true,
	};
	return [
		runs,
		...names.map((measure) => noneOf(measure, measures[measure], runsWith(reports, measure), 'runs')),
	];
}
