import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import packageJson from '../../package.json';
import { quickParts, tests } from '../../scripts/check/parts';
import { commandsFor } from '../../scripts/check/watchFile';
import { freshCheckout } from '../../testing/freshCheckout';
import { runProcess } from '../../testing/n8n/runProcess';

const root = resolve(__dirname, '../..');

describe('npm run check', () => {
	it('runs scripts that are there', () => {
		const names = [...quickParts, tests].map(({ name }) => name);
		expect(names.filter((name) => !(name in packageJson.scripts))).toEqual([]);
		expect([...names].sort()).toEqual(['format', 'lint', 'test', 'typecheck', 'walls']);
	});

	it('fails for a planted breach, and says where it is, what took how long, and what to do', async () => {
		const folder = await freshCheckout();
		const planted = join(folder, 'nodes/BigCommerce/actions/store/get.operation.ts');
		await writeFile(planted, `${await readFile(planted, 'utf8')}\nexport const planted = '/v3/channels';\n`);
		const { exitCode, output } = await runProcess('npm', ['run', 'check', '--', '--only', 'walls'], {
			cwd: folder,
			shell: process.platform === 'win32',
		});
		expect(exitCode).toBe(1);
		expect(output).toMatch(/✗ walls: .* \(\d+\.\d s\)/);
		expect(output).toMatch(/nodes\/BigCommerce\/actions\/store\/get\.operation\.ts:\d+: "\/v3\/channels"/);
		expect(output).toMatch(/walls failed\. Move the code/);
		await rm(folder, { recursive: true });
	});
});

describe('npm run check -- --watch', () => {
	const commands = (path: string) => commandsFor(join(root, path)).map((words) => words.join(' '));

	it('looks at published code with the rules of n8n', () => {
		expect(commands('sync/money.ts')).toEqual([
			'prettier/bin/prettier.cjs --check sync/money.ts',
			'eslint/bin/eslint.js --max-warnings 0 sync/money.ts',
			'jest/bin/jest.js --passWithNoTests --findRelatedTests sync/money.ts',
		]);
	});

	it('runs the tests of a node for its files, which Jest cannot see that they need', () => {
		expect(commands('nodes/BigCommerce/api/channels.ts')[2]).toBe(
			'jest/bin/jest.js --passWithNoTests test/nodes/bigCommerce',
		);
		expect(commands('nodes/shared/request/send.ts')[2]).toBe('jest/bin/jest.js --passWithNoTests test/nodes');
	});

	it('looks at all other code with our own, and at pages for their format', () => {
		expect(commands('sandbox/cli.ts')[1]).toBe(
			'eslint/bin/eslint.js --max-warnings 0 --config eslint.tools.config.mjs sandbox/cli.ts',
		);
		expect(commands('docs/stock.md')).toEqual(['prettier/bin/prettier.cjs --check docs/stock.md']);
	});
});
