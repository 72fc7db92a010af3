import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import type { Browser } from 'playwright-core';
import { importWorkflows } from '../testing/n8n/commands';
import { startEditor } from '../testing/n8n/editor';
import { createWorkflow, loadedNodeTypes, logIn } from '../testing/n8n/restApi';
import { credentialsFor, setUpTemplate, templateFiles } from '../testing/templates/setUpTemplate';
import { step } from '../testing/progress';
import { launchBrowser, signedInPage } from './screenshots/browser';
import { captureCanvas, captureNode } from './screenshots/capture';
import { showpiecesOf, type Showpiece } from './screenshots/showcase';
import { openWorkbench, type Workbench } from '../testing/n8n/workbench';

interface ScreenshotOptions {
	out?: string;
	readme?: string;
	only: string;
}

const program = new Command('screenshots')
	.description("Saves pictures of the templates and of every node's panel in n8n's editor.")
	.option('--out <folder>', 'where the pictures go (default: a new temporary folder)')
	.option('--readme <file>', 'only the picture of the import template, to this file')
	.option('--only <text>', 'only panels with this text in their name', '');

async function main(): Promise<void> {
	const { out, readme, only } = program.parse().opts<ScreenshotOptions>();
	const workbench = await openWorkbench({ sos: { intervalMs: 50 } });
	try {
		const templates = await storeTemplates(workbench);
		const editor = await step("Starting n8n's editor", () => startEditor(workbench.host));
		try {
			await withBrowser(async (browser) => {
				if (readme) return await captureTemplate(workbench, browser, 'importOrders', readme);
				const folder = out ?? (await mkdtemp(join(tmpdir(), 'screenshots-')));
				for (const id of templates) await captureTemplate(workbench, browser, id, join(folder, `${id}.png`));
				await capturePanels(workbench, browser, folder, only);
				console.log(folder);
			});
		} finally {
			await editor.stop();
		}
	} finally {
		await workbench.close();
	}
}

async function withBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
	const browser = await launchBrowser();
	try {
		await work(browser);
	} finally {
		await browser.close();
	}
}

/** Stores every template; its name in {@link templateFiles} becomes its id. */
async function storeTemplates({ host, credentials }: Workbench): Promise<string[]> {
	const workflows = Object.entries(templateFiles).map(([name, file]) =>
		setUpTemplate(file, name, { credentials }),
	);
	await importWorkflows(host, await Promise.all(workflows));
	return Object.keys(templateFiles);
}

async function captureTemplate(
	{ host }: Workbench,
	browser: Browser,
	id: string,
	file: string,
): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	const page = await signedInPage(browser, host);
	await step(file, () => captureCanvas(page, id, file));
	await page.close();
}

async function capturePanels(
	{ host, credentials }: Workbench,
	browser: Browser,
	folder: string,
	only: string,
): Promise<void> {
	const cookie = await logIn(host);
	const types = await loadedNodeTypes(host, cookie);
	const showpieces = types
		.flatMap((type) => showpiecesOf(type, credentialsFor({ type: type.name, parameters: {} }, credentials)))
		.filter(({ node }) => node.name.includes(only));
	const id = await createWorkflow(host, cookie, showcaseWorkflow(showpieces));
	const page = await signedInPage(browser, host);
	for (const showpiece of showpieces) {
		await step(showpiece.node.name, () => captureNode(page, id, showpiece, folder));
	}
}

function showcaseWorkflow(showpieces: Showpiece[]) {
	const nodes = showpieces.map(({ node }, index) => ({
		...node,
		position: [0, index * 200] as [number, number],
	}));
	return { name: 'Every operation', nodes, connections: {}, settings: { executionOrder: 'v1' as const } };
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
