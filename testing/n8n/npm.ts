import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOrThrow, type ProcessOptions } from './runProcess';

/** Runs npm and returns what it wrote. Throws with the end of that when npm fails. */
export async function runNpm(args: string[], options: ProcessOptions): Promise<string> {
	// npm is a batch file on Windows, which only a shell can start.
	return await runOrThrow('npm', [...args, '--loglevel=error'], {
		...options,
		shell: process.platform === 'win32',
	});
}

/** Runs npm in a folder of its own, whatever project or npm script this was started from. */
export async function npmIn(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
	await runNpm([...args, '--prefix', folder, '--no-audit', '--no-fund'], { cwd: folder, env });
}

/** Installs packages into an empty folder without running their scripts. */
export async function installPackages(
	folder: string,
	packages: string[],
	env: NodeJS.ProcessEnv,
): Promise<void> {
	await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
	await npmIn(folder, ['install', ...packages, '--ignore-scripts', '--legacy-peer-deps'], env);
}
