import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runNpm } from './npm';
import { runOrThrow } from './runProcess';

const root = resolve(__dirname, '../..');

/** What `npm pack --json` prints per package. */
interface PackResult {
	filename: string;
	files: Array<{ path: string }>;
}

/** Puts what `npm publish` would upload, and nothing else, into `folder`. Needs a build in `dist/`. Returns the paths. */
export async function unpackPackage(folder: string): Promise<string[]> {
	const packed = await mkdtemp(join(tmpdir(), 'npm-pack-'));
	try {
		const output = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed], {
			cwd: root,
		});
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
