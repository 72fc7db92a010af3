import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOrThrow } from './runProcess';

/** Runs npm in a folder of its own, whatever project or npm script this was started from. */
export async function npm(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
	const options = ['--prefix', folder, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
	return await runOrThrow('npm', [...args, ...options], {
		cwd: folder,
		env,
		shell: process.platform === 'win32',
	});
}

/** Installs packages into an empty folder without running their scripts. */
export async function installPackages(
	folder: string,
	packages: string[],
	env: NodeJS.ProcessEnv,
): Promise<void> {
	await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
	await npm(folder, ['install', ...packages, '--ignore-scripts', '--legacy-peer-deps'], env);
}
