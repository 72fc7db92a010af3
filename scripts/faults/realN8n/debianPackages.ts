import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProcess } from '../../n8n/runProcess';

/** The programs that queue mode needs besides n8n. */
export interface QueuePrograms {
	redis: string;
	/** The folder with `initdb`, `postgres` and `createdb`. */
	postgres: string;
}

const PACKAGES = ['redis-server', 'postgresql'];
const REDIS = '/usr/bin/redis-server';
const POSTGRES = '/usr/lib/postgresql';

/** Asked by Debian before it starts a server that was just installed; 101 forbids it. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Finds Redis and Postgres, installing Debian's packages where that is possible; else says why there are none. */
export async function queuePrograms(): Promise<QueuePrograms | { missing: string }> {
	const found = await findPrograms();
	if (found !== undefined) return found;
	const command = `apt-get install -y ${PACKAGES.join(' ')}`;
	if (process.getuid?.() !== 0) return { missing: `Redis or Postgres is not installed: ${command}` };
	const { exitCode, output } = await withoutStartingServers(() =>
		runProcess('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		}).catch((error: Error) => ({ exitCode: null, output: error.message })),
	);
	const installed = exitCode === 0 ? await findPrograms() : undefined;
	return installed ?? { missing: `${command} failed: ${output.trim().split('\n').at(-1)}` };
}

async function findPrograms(): Promise<QueuePrograms | undefined> {
	const versions = existsSync(POSTGRES) ? await readdir(POSTGRES) : [];
	const folders = versions.map((version) => join(POSTGRES, version, 'bin'));
	const postgres = folders.find((folder) => existsSync(join(folder, 'initdb')));
	return postgres !== undefined && existsSync(REDIS) ? { redis: REDIS, postgres } : undefined;
}

async function withoutStartingServers<T>(install: () => Promise<T>): Promise<T> {
	if (existsSync(POLICY)) return await install();
	await writeFile(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		return await install();
	} finally {
		await rm(POLICY, { force: true });
	}
}
