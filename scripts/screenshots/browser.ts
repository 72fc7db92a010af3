import { chromium, type Browser, type Page } from 'playwright-core';
import type { Host } from '../../testing/n8n/host';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Chromium without a window; CHROMIUM names the program where it is not /usr/bin/chromium. */
export async function launchBrowser(): Promise<Browser> {
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	return await chromium.launch({ executablePath, args: flags });
}

/** A page that is signed in to the running editor. */
export async function signedInPage(browser: Browser, { editorUrl, owner }: Host): Promise<Page> {
	const context = await browser.newContext({
		baseURL: editorUrl,
		viewport: { width: 1600, height: 1000 },
		deviceScaleFactor: 1.5,
	});
	const answer = await context.request.post('/rest/login', {
		data: { emailOrLdapLoginId: owner.email, password: owner.password },
	});
	if (!answer.ok()) throw new Error(`n8n refused the login: HTTP ${answer.status()} ${await answer.text()}`);
	return await context.newPage();
}
