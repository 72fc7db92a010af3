import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { omitBy } from 'lodash';
import packageJson from '../../package.json';
import { freePorts } from './freePorts';
import { ensureN8n, type N8nInstall } from './install';
import { unpackPackage } from './packedPackage';

/** One n8n with a database of its own and this package installed as a community package. */
export interface Host {
	install: N8nInstall;
	env: NodeJS.ProcessEnv;
	editorUrl: string;
	owner: { email: string; password: string };
	/** Deletes the database and all else this n8n wrote. */
	remove(): Promise<void>;
}

/** Sets up an empty n8n in a temporary folder; installs n8n first where needed. Needs a build in `dist/`. */
export async function createHost(): Promise<Host> {
	const install = await ensureN8n();
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-'));
	await unpackPackage(join(userFolder, '.n8n', 'nodes', 'node_modules', packageJson.name));
	const [port, brokerPort] = await freePorts(2);
	const owner = { email: 'owner@example.com', password: `${randomBytes(9).toString('hex')}A1` };
	return {
		install,
		env: { ...inherited(), ...settings(userFolder, port, brokerPort), ...ownerSettings(install, owner) },
		editorUrl: `http://127.0.0.1:${port}`,
		owner,
		remove: () => rm(userFolder, { recursive: true, force: true, maxRetries: 5 }),
	};
}

/** The environment without what would change how n8n behaves: its own settings, a test runner's, npm's. */
function inherited(): NodeJS.ProcessEnv {
	return omitBy(process.env, (_, name) =>
		/^(N8N|DB|EXECUTIONS|QUEUE|JEST|npm)_|^NODE_(ENV|OPTIONS)$/i.test(name),
	);
}

/** n8n on its own: one database file, one address on this machine, and no calls to its makers. */
function settings(userFolder: string, port: number, brokerPort: number): NodeJS.ProcessEnv {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		DB_TYPE: 'sqlite',
		EXECUTIONS_MODE: 'regular',
		EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'all',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_LOG_OUTPUT: 'console',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
	};
}

function ownerSettings({ folder }: N8nInstall, { email, password }: Host['owner']): NodeJS.ProcessEnv {
	const fromN8n = createRequire(join(folder, 'node_modules', 'n8n', 'package.json'));
	const { hashSync } = fromN8n('bcryptjs') as { hashSync(text: string, rounds: number): string };
	return {
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: email,
		N8N_INSTANCE_OWNER_PASSWORD_HASH: hashSync(password, 10),
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Shop',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Keeper',
	};
}
