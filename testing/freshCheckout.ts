import { cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** What git does not keep. */
const leftOut = ['.git', 'node_modules', 'dist', 'coverage', 'results'];

/** A copy of this repository as someone has it who cloned and installed it, with no build. Returns its folder. */
export async function freshCheckout(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'checkout-'));
	// With their times, by which ensure-installed sees that the packages are those of the lockfile.
	await cp(root, folder, {
		recursive: true,
		preserveTimestamps: true,
		filter: (path) => !leftOut.includes(basename(path)),
	});
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
	return folder;
}
