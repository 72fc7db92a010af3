import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** Where this machine keeps n8n between runs; N8N_BIGCOMMERCE_SOS_CACHE names another folder. */
export function cacheFolder(): string {
	const { N8N_BIGCOMMERCE_SOS_CACHE, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
	if (N8N_BIGCOMMERCE_SOS_CACHE) return resolve(N8N_BIGCOMMERCE_SOS_CACHE);
	const ofUser =
		process.platform === 'win32'
			? (LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
			: (XDG_CACHE_HOME ?? join(homedir(), '.cache'));
	return join(ofUser, 'n8n-nodes-bigcommerce-sos');
}

/**
 * Fills a folder once. It is filled under another name and gets its own when complete, so a folder
 * that is there is complete, also after an interrupted run and with several runs at a time.
 */
export async function fillOnce(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
	if (existsSync(folder)) return;
	await removeAbandonedDrafts(folder);
	const draft = `${folder}.draft-${process.pid}`;
	await mkdir(draft, { recursive: true });
	try {
		await fill(draft);
		await rename(draft, folder);
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		if (!existsSync(folder)) throw error;
	}
}

async function removeAbandonedDrafts(folder: string): Promise<void> {
	await mkdir(dirname(folder), { recursive: true });
	const prefix = `${basename(folder)}.draft-`;
	for (const name of await readdir(dirname(folder))) {
		if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue;
		await rm(join(dirname(folder), name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
