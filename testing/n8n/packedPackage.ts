import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runNpm } from './npm';
import { runOrThrow } from './runProcess';

const root = resolve(__dirname, '../..');

/** What `npm pack --json` prints per package. */
interface PackResult {
	filename: string;
}

/**
 * Puts what `npm publish` would upload, and nothing else, into `folder`. Needs a build in `dist/`.
 *
 * @param repository another than the one this stands in
 */
export async function unpackPackage(folder: string, repository = root): Promise<void> {
	const packed = await mkdtemp(join(tmpdir(), 'npm-pack-'));
	try {
		const output = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', packed], {
			cwd: repository,
		});
		const [{ filename }] = JSON.parse(output.slice(output.indexOf('['))) as PackResult[];
		await mkdir(folder, { recursive: true });
		await runOrThrow('tar', ['-xzf', filename, '--strip-components=1', '-C', resolve(folder)], {
			cwd: packed,
		});
	} finally {
		await rm(packed, { recursive: true, force: true });
	}
}
