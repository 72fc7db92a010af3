import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Breach } from './breach';

interface Violation {
	from: string;
	to: string;
	rule: { name: string };
	cycle?: Array<{ name: string }>;
}

const repository = resolve(__dirname, '../..');
const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rooms = ['nodes', 'credentials', 'sync', 'sandbox', 'testing', 'scripts'];

/** Imports that cross a wall or run in a circle, by the rules in .dependency-cruiser.cjs. */
export function forbiddenImports(root: string): Breach[] {
	const config = join(repository, '.dependency-cruiser.cjs');
	const there = rooms.filter((room) => existsSync(join(root, room)));
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[program, '--config', config, '--output-type', 'json', ...there],
		{ cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
	);
	if (stdout === '') throw new Error(`dependency-cruiser gave no result: ${stderr}`);
	const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
	return summary.violations.map(({ from, to, rule, cycle }) => ({
		place: from,
		what: `${rule.name}: imports ${cycle ? cycle.map(({ name }) => name).join(', which imports ') : to}`,
	}));
}
