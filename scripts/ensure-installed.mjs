// Runs before `npm test`, `npm run demo` and the like, so that a fresh clone needs no other command.
// Installs exactly what package-lock.json names, and only when that is not there already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const marker = 'node_modules/.installed-from';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!isInstalled()) {
	console.log('Installing the development packages (about a minute, once) …');
	const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (install.status !== 0) process.exit(install.status ?? 1);
	writeFileSync(marker, wanted);
}

/** By this script, or by an `npm ci` of one's own since package-lock.json was last changed. */
function isInstalled() {
	if (existsSync(marker)) return readFileSync(marker, 'utf8') === wanted;
	const installed = 'node_modules/.package-lock.json';
	return existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs;
}
