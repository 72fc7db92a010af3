import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runOrThrow } from './runProcess';

const root = resolve(__dirname, '../..');

/** A file in the package as npm would publish it. */
interface PackResult {
	filename: string;
	files: Array<{ path: string }>;
}

/** Puts what `npm publish` would upload, and nothing else, into `folder`. Needs a build in `dist/`. Returns the paths. */
export async function unpackPackage(folder: string): Promise<string[]> {
	const packed = await mkdtemp(join(tmpdir(), 'npm-pack-'));
	try {
		const shell = process.platform === 'win32';
		const args = ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', packed];
		const output = await runOrThrow('npm', args, { cwd: root, shell });
		const [{ filename, files }] = JSON.parse(output.slice(output.indexOf('['))) as PackResult[];
		await mkdir(folder, { recursive: true });
		await runOrThrow('tar', ['-xzf', filename, '--strip-components=1', '-C', resolve(folder)], {
			cwd: packed,
		});
		return files.map(({ path }) => path);
	} finally {
		await rm(packed, { recursive: true, force: true });
	}
}
