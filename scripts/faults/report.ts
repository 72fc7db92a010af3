import Table from 'cli-table3';
import { groupBy, map } from 'lodash';
import { countOf, isGood, sumUp, type Outcome } from './outcome';

const plainStyle = { style: { head: [], border: [], compact: true } };

/** One line while the campaign runs, with what is wrong below it. */
export function printOutcome(outcome: Outcome): void {
	const { title, orders, injected, runs, calls, findings } = outcome;
	console.log(
		`${isGood(outcome) ? '✓' : '✗'} ${title}: ${orders} orders, ${countOf(injected)} faults, ${runs} runs, ${calls} calls`,
	);
	for (const [kind, found] of Object.entries(findings) as Array<[string, string[]]>) {
		for (const text of found.slice(0, 10)) console.log(`    ${kind}: ${text}`);
		if (found.length > 10) console.log(`    ${kind}: ${found.length - 10} more`);
	}
}

/** All shops in one table, those of a kind in one row and those under faults summed up, and how often each kind of fault came. */
export function printTables(outcomes: Outcome[]): void {
	const table = new Table({
		head: [
			'',
			'Orders',
			'Faults',
			'Duplicates',
			'Losses',
			'Oversold',
			'Wrong',
			'Runs (failed)',
			'Calls',
			'Extra',
		],
		colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
		...plainStyle,
	});
	const all = sumUp(
		'All under faults',
		outcomes.filter(({ injected }) => countOf(injected) > 0),
	);
	const groups = map(groupBy(outcomes, 'group'), (members, group) => {
		return sumUp(members.length > 1 ? `${group} (${members.length} shops)` : group, members);
	});
	table.push(...[...groups, all].map(row));
	console.log(`\n${table.toString()}`);

	const kinds = new Table({ head: ['Kind of fault', 'Made'], colAligns: ['left', 'right'], ...plainStyle });
	kinds.push(...Object.entries(all.injected));
	console.log(`\n${kinds.toString()}\n`);
}

function row({ title, orders, injected, findings, runs, failedRuns, calls, extraCalls }: Outcome) {
	const { duplicates, losses, oversold, wrong } = findings;
	return [
		title,
		orders,
		countOf(injected),
		duplicates.length,
		losses.length,
		oversold.length,
		wrong.length,
		failedRuns === 0 ? runs : `${runs} (${failedRuns})`,
		calls,
		extraCalls ?? '–',
	];
}
