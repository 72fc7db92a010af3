import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import packageJson from '../../package.json';
import { freshCheckout } from '../../testing/freshCheckout';
import { runNpm } from '../../testing/n8n/npm';
import { unpackPackage } from '../../testing/n8n/packedPackage';

let fresh: string;
let files: string[];
let folder: string;
let loader: PackageDirectoryLoader;

beforeAll(async () => {
	fresh = await freshCheckout();
	files = await filesToPublish(fresh);
	folder = join(fresh, 'unpacked');
	await unpackPackage(folder, fresh);
	loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
});
afterAll(async () => await rm(fresh, { recursive: true, force: true }));

/** What `npm publish` would upload from a folder, by its own account. Nothing is asked of a registry. */
async function filesToPublish(checkout: string): Promise<string[]> {
	const output = await runNpm(['publish', '--dry-run', '--force', '--json'], { cwd: checkout });
	type Answer = { files: Array<{ path: string }> };
	// npm 10 and earlier give the package itself, npm 11 one for each name.
	const answer = JSON.parse(output.slice(output.search(/^\{/m))) as Answer | Record<string, Answer>;
	const { files } = 'files' in answer ? (answer as Answer) : answer[packageJson.name];
	return files.map(({ path }) => path);
}

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
		const built = (await readdir(join(fresh, 'dist'), { recursive: true })).map((file) => `dist/${file}`);
		const listed = [...packageJson.n8n.nodes, ...packageJson.n8n.credentials];
		expect(built.filter((file) => /\.(node|credentials)\.js$/.test(file)).sort()).toEqual(listed.sort());
	});
});

describe('what npm would publish from a fresh checkout', () => {
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
