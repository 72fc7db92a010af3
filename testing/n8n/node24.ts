import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { step } from '../progress';
import { cacheFolder, fillOnce } from './cacheFolder';
import { installPackages } from './npm';

/** n8n 2.36 and later run on nothing older; its native modules are built for this one. */
const major = 24;

export interface NodeRuntime {
	/** The program itself. */
	executable: string;
	/** The folder with `include/node`, which native modules are compiled against. */
	headers: string;
}

/** The running Node if it will do, else one from npm, kept in the cache folder. */
export async function ensureNode(): Promise<NodeRuntime> {
	const own = runtimeAt(dirname(dirname(process.execPath)), process.execPath);
	if (process.versions.node.startsWith(`${major}.`) && existsSync(join(own.headers, 'include', 'node')))
		return own;
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const folder = join(cacheFolder(), `${name}-${major}`);
	await fillOnce(folder, (draft) =>
		step(`Fetching Node ${major} for n8n`, () => installPackages(draft, [`${name}@${major}`], process.env)),
	);
	return runtimeAt(join(folder, 'node_modules', name));
}

function runtimeAt(headers: string, executable = join(headers, 'bin', nodeFileName())): NodeRuntime {
	return { executable, headers };
}

function nodeFileName(): string {
	return process.platform === 'win32' ? 'node.exe' : 'node';
}

/** The environment in which `node`, for npm and every script it starts, is this one. */
export function environmentWith({ executable }: NodeRuntime): NodeJS.ProcessEnv {
	const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	return { ...process.env, [pathName]: [dirname(executable), process.env[pathName]].join(delimiter) };
}
