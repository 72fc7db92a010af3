import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

const root = resolve(__dirname, '../..');

/** Code that runs inside n8n is held to n8n's community rules, anything else to our own. */
const publishedRooms = ['nodes', 'credentials', 'sync'];

/** Format, lint and the tests that need a file, now and each time it is saved, until Ctrl+C. */
export function watchFile(file: string): void {
	let round = new Round(file);
	let timer: NodeJS.Timeout | undefined;
	// The folder, since many editors put a new file in place of the old one.
	watch(dirname(resolve(file)), (_event, name) => {
		if (name !== basename(file)) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			round.end();
			round = new Round(file);
		}, 100);
	});
}

/** The commands that look at one file. */
export function commandsFor(file: string): string[][] {
	const path = relative(root, resolve(file)).split(sep).join('/');
	const isCode = /\.(ts|mjs|js)$/.test(path);
	const isPublished = publishedRooms.includes(path.split('/')[0]);
	const config = isPublished ? [] : ['--config', 'eslint.tools.config.mjs'];
	return [
		['prettier/bin/prettier.cjs', '--check', path],
		...(isCode ? [['eslint/bin/eslint.js', '--max-warnings', '0', ...config, path]] : []),
		...(path.endsWith('.ts') ? [['jest/bin/jest.js', '--passWithNoTests', ...testsOf(path)]] : []),
	];
}

/** Tests run a node on n8n's engine, which loads it by name: Jest cannot see that they need its files. */
const testsOfNodes: Record<string, string> = {
	BigCommerce: 'test/nodes/bigCommerce',
	SosInventory: 'test/nodes/sosInventory',
	shared: 'test/nodes',
};

/** What tells Jest which tests need a file. */
function testsOf(path: string): string[] {
	const [room, node] = path.split('/');
	if (room === 'credentials') return ['test/nodes/credentials'];
	return room === 'nodes' && node in testsOfNodes ? [testsOfNodes[node]] : ['--findRelatedTests', path];
}

/** The commands one after the other, up to the first that fails. */
class Round {
	private child: ChildProcess | undefined;
	private isEnded = false;

	constructor(file: string) {
		void this.run(file);
	}

	end(): void {
		this.isEnded = true;
		this.child?.kill();
	}

	private async run(file: string): Promise<void> {
		for (const [program, ...rest] of commandsFor(file)) {
			const code = await this.start(join(root, 'node_modules', program), rest);
			if (this.isEnded) return;
			if (code !== 0) return console.log(`✗ ${file}: waiting for it to be saved`);
		}
		console.log(`✓ ${file}: waiting for it to be saved`);
	}

	private async start(program: string, rest: string[]): Promise<number | null> {
		const child = spawn(process.execPath, [program, ...rest], { cwd: root, stdio: 'inherit' });
		this.child = child;
		return await new Promise((done) => child.once('close', done));
	}
}
