import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { deleteOnExit, onExit } from '../onExit';
import type { Host } from './host';

/** An n8n that runs until it is ended. */
export interface N8nProcess {
	/** All that it wrote so far. */
	log(): Promise<string>;
	/** Ends it as a shutdown does, and waits until it has ended. */
	stop(): Promise<void>;
	/** Ends it as a power cut does: it gets no chance to finish anything. */
	kill(): Promise<void>;
}

/**
 * Starts one of n8n's servers and waits until `isReady`. Throws with the end of its log when it is not
 * within two minutes.
 *
 * @param args the command, such as `start` or `worker`, with its options
 */
export async function startN8n(
	{ env, install }: Pick<Host, 'env' | 'install'>,
	args: string[],
	isReady: (log: string) => boolean | Promise<boolean>,
): Promise<N8nProcess> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-log-'));
	const logFile = join(folder, 'n8n.log');
	const file = await open(logFile, 'w');
	const child = spawn(install.node, [install.command, ...args], { env, stdio: ['ignore', file.fd, file.fd] });
	const forget = [deleteOnExit(folder), onExit(() => child.kill('SIGKILL'))];
	const ended = once(child, 'close').then(async () => {
		await file.close();
	});
	const log = async () => await readFile(logFile, 'utf8');
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		await ended;
		await rm(folder, { recursive: true, force: true });
		for (const one of forget) one();
	};
	const n8n = { log, stop: async () => await end('SIGTERM'), kill: async () => await end('SIGKILL') };
	for (const deadline = Date.now() + 120_000; !(await isReady(await log())); await sleep(250)) {
		if (child.exitCode === null && child.signalCode === null && Date.now() < deadline) continue;
		const lines = (await log()).trim().split('\n');
		await n8n.stop();
		throw new Error(`"n8n ${args.join(' ')}" did not start:\n${lines.slice(-30).join('\n')}`);
	}
	return n8n;
}
