import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { Host } from './host';

export interface RunningEditor {
	url: string;
	/** Ends n8n and waits until it has. */
	stop(): Promise<void>;
}

/** Starts n8n and waits until it answers. Throws with the end of its log when it does not within two minutes. */
export async function startEditor(host: Host): Promise<RunningEditor> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-log-'));
	const logFile = join(folder, 'n8n.log');
	const log = await open(logFile, 'w');
	const { node, command } = host.install;
	const child = spawn(node, [command, 'start'], { env: host.env, stdio: ['ignore', log.fd, log.fd] });
	const ended = once(child, 'close').then(() => undefined);
	const stop = async () => {
		child.kill();
		await ended;
		await log.close();
		await rm(folder, { recursive: true, force: true });
	};
	const deadline = Date.now() + 120_000;
	while (!(await answers(`${host.editorUrl}/healthz/readiness`))) {
		if (child.exitCode === null && Date.now() < deadline) {
			await sleep(250);
			continue;
		}
		const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
		await stop();
		throw new Error(`n8n did not start:\n${lines.slice(-30).join('\n')}`);
	}
	return { url: host.editorUrl, stop };
}

async function answers(url: string): Promise<boolean> {
	try {
		await axios.get(url, { timeout: 2000 });
		return true;
	} catch {
		return false;
	}
}
