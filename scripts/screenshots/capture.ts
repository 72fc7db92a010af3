import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { kebabCase } from 'lodash';
import type { Showpiece } from './showcase';

const options = '.el-select-dropdown__item:visible, [data-test-id="rlc-item"]:visible';

/** Saves a picture of the workflow's nodes and notes, without the editor around them. */
export async function captureCanvas(page: Page, workflowId: string, file: string): Promise<void> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await page.locator('[data-test-id="zoom-to-fit"]').click();
	await settled(page);
	await page.screenshot({ path: file, clip: await boxAround(page.locator('.vue-flow__node')) });
}

async function boxAround(elements: Locator): Promise<Box> {
	const boxes = (await Promise.all((await elements.all()).map((element) => element.boundingBox()))).filter(
		isBox,
	);
	// Names stand below their nodes.
	const margin = { x: 30, y: 40 };
	const left = Math.min(...boxes.map(({ x }) => x)) - margin.x;
	const top = Math.min(...boxes.map(({ y }) => y)) - margin.y;
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin.x;
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin.y;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

const isBox = (box: Box | null): box is Box => box !== null;

/** Saves a picture of the node's panel and one of each of its loaded drop-downs, open. */
export async function captureNode(
	page: Page,
	workflowId: string,
	{ node, loadedFields }: Showpiece,
	folder: string,
): Promise<void> {
	await page.goto(`/workflow/${workflowId}/${node.id}`);
	await page.locator('[data-test-id="node-parameters"]').waitFor();
	await settled(page);
	const picture = (...parts: string[]) =>
		join(folder, `${[node.name, ...parts].map(kebabCase).join('-')}.png`);
	await page.screenshot({ path: picture() });
	for (const field of loadedFields) await captureOpen(page, field, picture(field));
}

async function captureOpen(page: Page, field: string, file: string): Promise<void> {
	const input = page.locator(
		`[data-test-id="resource-locator-${field}"] [data-test-id="rlc-input"], [data-test-id="parameter-input-${field}"]`,
	);
	if (!(await input.first().isVisible())) return;
	await input.first().click();
	// A list that stays empty is worth a picture too.
	await page
		.locator(options)
		.first()
		.waitFor({ timeout: 5000 })
		.catch(() => undefined);
	await settled(page);
	await page.screenshot({ path: file });
	await page.keyboard.press('Escape');
	await page.keyboard.press('Tab');
}

/** n8n draws with animations and loads in the background; there is no sign of the end to wait for. */
async function settled(page: Page): Promise<void> {
	await page.waitForTimeout(1200);
}
