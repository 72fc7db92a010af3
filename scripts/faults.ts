import { Command, InvalidArgumentError, Option } from 'commander';
import isolateN8n from '../testing/engine/isolateN8n';
import removeN8nFolder from '../testing/engine/removeN8nFolder';
import { figureTable } from '../testing/figures/figure';
import { resultsFile, writeResults } from '../testing/figures/results';
import { campaignFigures } from './faults/campaignFigures';
import { doorParts } from './faults/doors';
import { engineCampaign } from './faults/engineCampaign';
import { isGood, type Outcome } from './faults/outcome';
import { killedN8n } from './faults/realN8n/killed';
import { twoAtOnce } from './faults/realN8n/parallel';
import { queueMode } from './faults/realN8n/queueMode';
import { printTables } from './faults/report';
import { onExit } from '../testing/onExit';

const parts: Record<string, (orders: number) => Promise<Outcome[]>> = {
	engine: engineCampaign,
	...doorParts,
	killed: killedN8n,
	parallel: twoAtOnce,
	queue: queueMode,
};

function count(text: string): number {
	if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a whole number of 1 or more.');
	return Number(text);
}

const program = new Command('test:faults')
	.description(
		'Runs both templates under faults, crashes and parallel executions: no order twice, none lost.',
	)
	.option(
		'--orders <number>',
		'orders of the campaign on the engine; the doors add two thirds of that',
		count,
		5000,
	)
	.option('--short', 'in a few minutes: few orders, and no real n8n', false)
	.addOption(new Option('--only <parts...>', 'only these').choices(Object.keys(parts)));

/** Orders of the short campaign: each kind of fault and each door still has some. */
const SHORT_ORDERS = 300;

const onEngine = ['engine', ...Object.keys(doorParts)];

async function main(): Promise<void> {
	const { short, ...chosen } = program.parse().opts<{ orders: number; short: boolean; only?: string[] }>();
	const orders = short ? SHORT_ORDERS : chosen.orders;
	const only = chosen.only ?? (short ? onEngine : Object.keys(parts));
	isolateN8n();
	onExit(removeN8nFolder);
	// Ends the processes that were started, too.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	const outcomes: Outcome[] = [];
	let broken = 0;
	for (const part of only) {
		try {
			outcomes.push(...(await parts[part](orders)));
		} catch (error) {
			console.error(`✗ ${part} did not come to an end: ${(error as Error).stack}`);
			broken += 1;
		}
	}
	printTables(outcomes);
	const figures = campaignFigures(outcomes, broken);
	console.log(`${figureTable(figures)}\n`);
	await writeResults(resultsFile('faults'), figures);
	const good = outcomes.filter(isGood).length;
	const failed = outcomes.length - good + broken;
	console.log(`${good} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: Error) => {
	console.error(error.stack);
	process.exitCode = 1;
});
