import { once } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { asTable, checks } from './demo/report';
import { runDemo } from './demo/runDemo';
import { startEditor } from '../testing/n8n/editor';
import type { Host } from '../testing/n8n/host';
import { step } from '../testing/progress';
import { openWorkbench, type Workbench } from '../testing/n8n/workbench';

interface DemoOptions {
	open: boolean;
	orders: number;
	seed: number;
}

/** @throws InvalidArgumentError for anything but a whole number of 1 or more */
function count(text: string): number {
	if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a whole number of 1 or more.');
	return Number(text);
}

const program = new Command('demo')
	.description('Runs both templates in a real n8n against a local BigCommerce and a local SOS Inventory.')
	.option('--open', "leave n8n's editor running afterwards", false)
	.option('--orders <number>', 'orders placed in the shop', count, 90)
	.option('--seed <number>', 'the same seed makes the same shop', count, 1);

async function main(): Promise<void> {
	const { open, orders, seed } = program.parse().opts<DemoOptions>();
	// Ten times SOS's own pace, or the wait between two calls would be most of what there is to see.
	const workbench = await openWorkbench({ seed, shop: { orders }, sos: { intervalMs: 50 } });
	const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	try {
		await Promise.race([show(workbench), interrupted]);
		if (open) await keepEditorOpen(workbench.host, interrupted);
	} finally {
		await workbench.close();
	}
}

async function show(workbench: Workbench): Promise<void> {
	const figures = await runDemo(workbench);
	console.log(`\n${asTable(figures)}\n`);
	for (const { holds, text } of checks(figures)) {
		console.log(`${holds ? '✓' : '✗'} ${text}`);
		if (!holds) process.exitCode = 1;
	}
}

async function keepEditorOpen(host: Host, interrupted: Promise<unknown>): Promise<void> {
	const editor = await step("Starting n8n's editor", () => startEditor(host));
	console.log(`\n  ${editor.url}\n  ${host.owner.email}\n  ${host.owner.password}\n\nPress Ctrl-C to stop.`);
	await interrupted;
	await editor.stop();
}

main().catch((error: Error) => {
	console.error(`\n${error.message}`);
	process.exitCode = 1;
});
