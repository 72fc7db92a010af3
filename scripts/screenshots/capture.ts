import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { kebabCase } from 'lodash';
import type { Showpiece } from './showcase';

const options = '.el-select-dropdown__item:visible, [data-test-id="rlc-item"]:visible';

/** Saves a picture of the whole workflow. Returns the file. */
export async function captureCanvas(page: Page, workflowId: string, file: string): Promise<string> {
	await page.goto(`/workflow/${workflowId}`);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await page.locator('[data-test-id="zoom-to-fit"]').click();
	await settled(page);
	await page.locator('[data-test-id="canvas-wrapper"]').screenshot({ path: file });
	return file;
}

/** Saves a picture of the node's panel and one of each of its loaded drop-downs, open. Returns the files. */
export async function captureNode(
	page: Page,
	workflowId: string,
	{ node, loadedFields }: Showpiece,
	folder: string,
): Promise<string[]> {
	await page.goto(`/workflow/${workflowId}/${node.id}`);
	await page.locator('[data-test-id="node-parameters"]').waitFor();
	await settled(page);
	const files = [join(folder, `${kebabCase(node.name)}.png`)];
	await page.screenshot({ path: files[0] });
	for (const field of loadedFields) {
		const file = join(folder, `${kebabCase(node.name)}-${kebabCase(field)}.png`);
		if (await captureOpen(page, field, file)) files.push(file);
	}
	return files;
}

async function captureOpen(page: Page, field: string, file: string): Promise<boolean> {
	const input = page.locator(
		`[data-test-id="resource-locator-${field}"] [data-test-id="rlc-input"], [data-test-id="parameter-input-${field}"]`,
	);
	if (!(await input.first().isVisible())) return false;
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
	return true;
}

/** n8n draws with animations and loads in the background; there is no sign of the end to wait for. */
async function settled(page: Page): Promise<void> {
	await page.waitForTimeout(1200);
}
