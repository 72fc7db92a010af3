// Runs before `npm test`, `npm run demo` and the like, so that a fresh clone needs no other command.
// Installs exactly what package-lock.json names, and only when that is not there already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const marker = 'node_modules/.installed-from';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
	console.log('Installing the development packages (about a minute, once) …');
	const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (install.status !== 0) process.exit(install.status ?? 1);
	writeFileSync(marker, wanted);
}
