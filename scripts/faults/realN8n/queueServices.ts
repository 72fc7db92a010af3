import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../../../testing/n8n/freePorts';
import { runOrThrow, runProcess } from '../../../testing/n8n/runProcess';
import { deleteOnExit, onExit } from '../../../testing/onExit';
import type { QueuePrograms } from './queuePrograms';

/** A Redis and a Postgres of their own, on 127.0.0.1, in a temporary folder. */
export interface QueueServices {
	/** What tells n8n to use them. */
	env: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

/** Postgres refuses to run as root; Debian's package has a user for it. */
const POSTGRES_USER = 'postgres';

const START_SECONDS = 30;

export async function startQueueServices({ redis, postgres }: QueuePrograms): Promise<QueueServices> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	const [redisPort, postgresPort] = await freePorts(2);
	const user = await userFor();
	const servers: Server[] = [];
	const forget = deleteOnExit(folder);
	const stop = async () => {
		for (const server of servers) await server.stop();
		await rm(folder, { recursive: true, force: true });
		forget();
	};
	try {
		if (user !== undefined) await chown(folder, user.uid, user.gid);
		const inMemory = ['--save', '', '--appendonly', 'no', '--dir', folder];
		servers.push(
			startServer(redis, ['--port', String(redisPort), '--bind', '127.0.0.1', ...inMemory], 'SIGTERM'),
		);

		const data = join(folder, 'postgres');
		const asUser = { cwd: folder, ...user };
		await runOrThrow(
			join(postgres, 'initdb'),
			['-D', data, '-U', 'n8n', '--auth=trust', '--encoding=UTF8', '--locale=C'],
			asUser,
		);
		const listen = ['-p', String(postgresPort), '-c', 'listen_addresses=127.0.0.1', '-k', folder];
		// An interrupt ends Postgres at once and in order.
		servers.push(startServer(join(postgres, 'postgres'), ['-D', data, ...listen], 'SIGINT', asUser));
		await untilItWorks(join(postgres, 'createdb'), [
			'-h',
			'127.0.0.1',
			'-p',
			String(postgresPort),
			'-U',
			'n8n',
			'n8n',
		]);
	} catch (error) {
		await stop();
		throw error;
	}
	return { env: { ...redisSettings(redisPort), ...postgresSettings(postgresPort) }, stop };
}

function redisSettings(port: number): NodeJS.ProcessEnv {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
		// How soon n8n notices that a worker is gone, in milliseconds: a tenth of what is usual.
		QUEUE_WORKER_LOCK_DURATION: '6000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
		QUEUE_WORKER_STALLED_INTERVAL: '3000',
	};
}

function postgresSettings(port: number): NodeJS.ProcessEnv {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'n8n',
		DB_POSTGRESDB_USER: 'n8n',
	};
}

interface Server {
	stop(): Promise<void>;
}

function startServer(
	command: string,
	args: string[],
	stopSignal: NodeJS.Signals,
	options: SpawnOptions = {},
): Server {
	const child = spawn(command, args, { ...options, stdio: 'ignore' });
	const forget = onExit(() => child.kill(stopSignal));
	const ended = once(child, 'close').then(forget);
	return {
		stop: async () => {
			child.kill(stopSignal);
			await ended;
		},
	};
}

async function untilItWorks(command: string, args: string[]): Promise<void> {
	for (const deadline = Date.now() + START_SECONDS * 1000; ; await sleep(250)) {
		const { exitCode, output } = await runProcess(command, args);
		if (exitCode === 0) return;
		if (Date.now() > deadline) throw new Error(`Postgres did not start: ${output.trim()}`);
	}
}

/** The user to run Postgres as; undefined where the present one will do. */
async function userFor(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const id = async (option: string) => Number((await runOrThrow('id', [option, POSTGRES_USER])).trim());
	return { uid: await id('-u'), gid: await id('-g') };
}
