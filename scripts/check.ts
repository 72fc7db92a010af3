import { Command, Option } from 'commander';
import { quickParts, tests, type Part } from './check/parts';
import { runScript, type ScriptResult } from './check/runScript';
import { watchFile } from './check/watchFile';

const parts = [...quickParts, tests];

const program = new Command('check')
	.description('Everything a change must pass, in one go.')
	.addOption(new Option('--only <parts...>', 'only these').choices(parts.map(({ name }) => name)))
	.option('--watch <file>', 'format, lint and the related tests of one file, each time it is saved');

void main();

async function main(): Promise<void> {
	const { only, watch } = program.parse().opts<{ only?: string[]; watch?: string }>();
	if (watch !== undefined) return watchFile(watch);
	const chosen = ({ name }: Part) => only === undefined || only.includes(name);
	const failed = await inTwoLanes(quickParts.filter(chosen));
	if (failed.length === 0 && chosen(tests)) {
		console.log(`… ${tests.what}`);
		const result = await runScript(tests.name, { show: true });
		report(tests, result);
		if (!result.succeeded) failed.push(tests);
	}
	for (const { name, whatToDo } of failed) console.log(`\n${name} failed. ${whatToDo}`);
	process.exitCode = failed.length === 0 ? 0 : 1;
}

/** Runs parts two at a time; returns those that failed. */
async function inTwoLanes(waiting: Part[]): Promise<Part[]> {
	const failed: Part[] = [];
	const queue = [...waiting];
	const lane = async () => {
		for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
			const result = await runScript(part.name);
			report(part, result);
			if (!result.succeeded) failed.push(part);
		}
	};
	await Promise.all([lane(), lane()]);
	return failed;
}

function report({ name, what }: Part, { succeeded, seconds, output }: ScriptResult): void {
	console.log(`${succeeded ? '✓' : '✗'} ${name}: ${what} (${seconds.toFixed(1)} s)`);
	if (!succeeded && output !== '') console.log(output.replace(/^/gm, '    ').trimEnd());
}
