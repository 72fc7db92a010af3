import { join } from 'node:path';
import { step } from '../progress';
import { cacheFolder, fillOnce } from './cacheFolder';
import { ensureNode, environmentWith } from './node24';
import { installPackages, npmIn } from './npm';

export const n8nVersion = '2.41.1';

export interface N8nInstall {
	/** The Node program that runs it. */
	node: string;
	/** n8n's command, to be run by `node`. */
	command: string;
	/** The folder whose `node_modules` holds n8n. */
	folder: string;
}

/** n8n from the cache folder; the first time it is installed there, which takes some minutes and 2.5 GB. */
export async function ensureN8n(): Promise<N8nInstall> {
	const runtime = await ensureNode();
	const folder = join(cacheFolder(), `n8n-${n8nVersion}-${process.platform}-${process.arch}`);
	await fillOnce(folder, async (draft) => {
		const env = { ...environmentWith(runtime), npm_config_nodedir: runtime.headers };
		await step(`Installing n8n ${n8nVersion} (once, about two minutes)`, () =>
			installPackages(draft, [`n8n@${n8nVersion}`], env),
		);
		await step("Building n8n's database driver (once, about a minute)", () =>
			npmIn(draft, ['rebuild', 'sqlite3', '--ignore-scripts=false'], env),
		);
	});
	return { node: runtime.executable, command: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'), folder };
}
