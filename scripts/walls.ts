import { resolve } from 'node:path';
import { Command } from 'commander';
import { walls } from '../testing/walls/walls';

const { root } = new Command('walls')
	.description('Checks that the code keeps to its walls; docs/architecture.md describes them.')
	.option('--root <folder>', 'the repository', resolve(__dirname, '..'))
	.parse()
	.opts<{ root: string }>();

void main();

async function main(): Promise<void> {
	for (const [name, wall] of Object.entries(walls)) {
		const breaches = await wall(resolve(root));
		console.log(`${breaches.length === 0 ? '✓' : '✗'} ${name}`);
		for (const { place, what } of breaches) console.log(`    ${place}: ${what}`);
		if (breaches.length > 0) process.exitCode = 1;
	}
}
