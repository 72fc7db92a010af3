import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The programs that queue mode needs besides n8n. */
export interface QueuePrograms {
	redis: string;
	/** The folder with `initdb`, `postgres` and `createdb`. */
	postgres: string;
}

/** Where Debian's packages put them. */
const REDIS = '/usr/bin/redis-server';
const POSTGRES = '/usr/lib/postgresql';

/** Finds Redis and Postgres, or says what to install. */
export async function queuePrograms(): Promise<QueuePrograms | { missing: string }> {
	const versions = existsSync(POSTGRES) ? await readdir(POSTGRES) : [];
	const folders = versions.map((version) => join(POSTGRES, version, 'bin'));
	const postgres = folders.find((folder) => existsSync(join(folder, 'initdb')));
	if (postgres !== undefined && existsSync(REDIS)) return { redis: REDIS, postgres };
	return { missing: 'It needs Redis and Postgres: apt-get install redis-server postgresql' };
}
