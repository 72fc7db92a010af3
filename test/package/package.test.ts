import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import packageJson from '../../package.json';
import { runNpm } from '../../testing/n8n/npm';
import { unpackPackage } from '../../testing/n8n/packedPackage';

const root = resolve(__dirname, '../..');
let folder: string;
let files: string[];
let loader: PackageDirectoryLoader;

beforeAll(async () => {
	// Inside the repository, so that the packed code finds n8n-workflow and lodash as it does inside n8n.
	folder = await mkdtemp(join(root, 'node_modules', '.packed-'));
	await runNpm(['run', 'build'], { cwd: root });
	files = await unpackPackage(folder);
	loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
}, 120_000);
afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe('package.json', () => {
	it('asks for nothing but n8n itself', () => {
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(packageJson).not.toHaveProperty('dependencies');
		expect(packageJson).not.toHaveProperty('optionalDependencies');
	});

	it('runs nothing on a user machine', () => {
		const hooks = [
			'preinstall',
			'install',
			'postinstall',
			'prepare',
			'prepublish',
			'preprepare',
			'postprepare',
		];
		expect(Object.keys(packageJson.scripts).filter((name) => hooks.includes(name))).toEqual([]);
	});

	it('has the marks n8n looks for', () => {
		expect(packageJson.keywords).toContain('n8n-community-node-package');
		expect(packageJson.n8n).toMatchObject({ n8nNodesApiVersion: 1, strict: true });
		expect(packageJson.license).toBe('MIT');
	});

	it('lists every node and credential that was built', async () => {
		const built = (await readdir(join(root, 'dist'), { recursive: true })).map((file) => `dist/${file}`);
		const listed = [...packageJson.n8n.nodes, ...packageJson.n8n.credentials];
		expect(built.filter((file) => /\.(node|credentials)\.js$/.test(file)).sort()).toEqual(listed.sort());
	});
});

describe('what npm would publish', () => {
	it('is the built code, what n8n loads beside it, the templates and three papers', () => {
		const allowed = [
			/^dist\/(nodes|credentials|sync)\/.+\.(js|d\.ts)$/,
			/^dist\/nodes\/.+\.node\.json$/,
			/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
			/^dist\/nodes\/.+\.(svg|png)$/,
			/^workflows\/[^/]+\.json$/,
			/^(package\.json|README\.md|LICENSE)$/,
		];
		expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
	});

	it.each(['package.json', 'README.md', 'LICENSE', ...packageJson.n8n.nodes, ...packageJson.n8n.credentials])(
		'holds %s',
		(file) => expect(files).toContain(file),
	);

	it('holds both templates', () => {
		expect(files.filter((file) => file.startsWith('workflows/')).length).toBeGreaterThanOrEqual(2);
	});
});

describe("n8n's loader", () => {
	it('finds every node with its codex and both icons', () => {
		const types = loader.types.nodes.map(({ name, codex, iconUrl }) => ({ name, codex, iconUrl }));
		expect(types.map(({ name }) => name).sort()).toEqual(['bigCommerce', 'sosInventory']);
		for (const { codex, iconUrl } of types) {
			expect(codex?.categories).toEqual(expect.arrayContaining([expect.any(String)]));
			expect(iconUrl).toEqual({ light: expect.any(String), dark: expect.any(String) });
		}
	});

	it('finds every credential', () => {
		const names = loader.types.credentials.map(({ name }) => name).sort();
		expect(names).toEqual(['bigCommerceApi', 'sosInventoryApi', 'sosInventoryOAuth2Api']);
	});

	it('finds the icons in the package', () => {
		const urls = [...loader.types.nodes, ...loader.types.credentials].flatMap(({ iconUrl }) =>
			Object.values(iconUrl ?? {}),
		);
		const prefix = `icons/${packageJson.name}/`;
		expect(urls.filter((url) => !existsSync(join(folder, String(url).replace(prefix, ''))))).toEqual([]);
	});
});
