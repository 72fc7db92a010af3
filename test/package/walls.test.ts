import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { apiWordsElsewhere } from '../../testing/walls/apiWords';
import type { Breach } from '../../testing/walls/breach';
import { forbiddenImports } from '../../testing/walls/imports';
import { staleLabels } from '../../testing/walls/labels';
import { incompleteOperations } from '../../testing/walls/operations';
import { undocumentedReasons } from '../../testing/walls/reasons';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder that holds a few files of a repository. */
function planted(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'walls-'));
	folders.push(root);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

/** `place: what`, with only the first word of what. */
const found = (breaches: Breach[]) => breaches.map(({ place, what }) => `${place}: ${what.split(/[ :]/)[0]}`);

describe('imports', () => {
	const importing = (path: string) => `import { x } from '${path}';\nexport const y = x;\n`;
	const plain = 'export const x = 1;\n';

	it('of a tree that keeps to the walls are left alone', () => {
		const root = planted({
			'nodes/Toy/Toy.node.ts': importing('./actions/get.operation'),
			'nodes/Toy/actions/get.operation.ts': "export { x } from '../api/things';\n",
			'nodes/Toy/api/things.ts': "export { x } from '../../shared/number';\n",
			'nodes/shared/number.ts': "export { x } from '../../sync/number';\n",
			'sync/number.ts': "import { createHash } from 'node:crypto';\nexport const x = createHash;\n",
			'sandbox/number.ts': "export { x } from 'fastify';\n",
			'scripts/run.ts': importing('../sandbox/number'),
		});
		expect(forbiddenImports(root)).toEqual([]);
	});

	it('of lodash are left alone where node_modules/ is a link', () => {
		const installed = planted({
			'node_modules/lodash/package.json': '{"name": "lodash", "version": "4.0.0", "main": "index.js"}',
			'node_modules/lodash/index.js': 'exports.x = 1;\n',
			'node_modules/express/package.json': '{"name": "express", "version": "5.0.0", "main": "index.js"}',
			'node_modules/express/index.js': 'exports.x = 1;\n',
		});
		const root = planted({ 'sync/a.ts': importing('lodash'), 'sync/b.ts': importing('express') });
		symlinkSync(join(installed, 'node_modules'), join(root, 'node_modules'));
		expect(found(forbiddenImports(root))).toEqual(['sync/b.ts: sync-is-pure']);
	});

	const circle = (room: string) => ({
		[`${room}/circle/one.ts`]: "import { two } from './two';\nexport const one = () => two;\n",
		[`${room}/circle/two.ts`]: "import { one } from './one';\nexport const two = () => one;\n",
	});
	const breaches: Record<string, { path: string; text: string; wall: string }> = {
		'of n8n in sync/': { path: 'sync/a.ts', text: importing('n8n-workflow'), wall: 'sync-is-pure' },
		'of HTTP in sync/': { path: 'sync/b.ts', text: importing('node:http'), wall: 'sync-is-pure' },
		'of a node in sync/': { path: 'sync/c.ts', text: importing('../nodes/Toy/x'), wall: 'sync-is-pure' },
		'from scripts/ in nodes/': {
			path: 'nodes/Toy/api/d.ts',
			text: importing('../../../scripts/x'),
			wall: 'published-code-stands-alone',
		},
		'from testing/ in nodes/': {
			path: 'nodes/Toy/api/e.ts',
			text: importing('../../../testing/x'),
			wall: 'published-code-stands-alone',
		},
		'from test/ in nodes/': {
			path: 'nodes/Toy/api/f.ts',
			text: importing('../../../test/x'),
			wall: 'published-code-stands-alone',
		},
		'from sandbox/ in credentials/': {
			path: 'credentials/g.ts',
			text: importing('../sandbox/x'),
			wall: 'published-code-stands-alone',
		},
		'that reach back into actions/': {
			path: 'nodes/Toy/stock/h.ts',
			text: importing('../actions/order/mark'),
			wall: 'nothing-reaches-into-actions',
		},
		'of one node in the other': {
			path: 'nodes/Box/i.ts',
			text: importing('../Toy/x'),
			wall: 'nodes-meet-in-workflows-only',
		},
		'of a node in nodes/shared/': {
			path: 'nodes/shared/j.ts',
			text: importing('../Toy/x'),
			wall: 'shared-knows-no-node',
		},
		'of a node in sandbox/': {
			path: 'sandbox/k.ts',
			text: importing('../nodes/Toy/x'),
			wall: 'sandbox-has-its-own-mind',
		},
		'of a test in scripts/': {
			path: 'scripts/l.ts',
			text: importing('../test/x'),
			wall: 'tests-are-nobodys-room',
		},
		'in a circle of types': {
			path: 'sync/m.ts',
			text: "import type { N } from './n';\nexport interface M { n: N }\n",
			wall: 'no-circle',
		},
	};
	let places: string[];
	beforeAll(() => {
		const root = planted({
			...Object.fromEntries(
				['nodes/Toy', 'scripts', 'testing', 'test', 'sandbox'].map((room) => [`${room}/x.ts`, plain]),
			),
			'nodes/Toy/actions/order/mark.ts': plain,
			'sync/n.ts': "import type { M } from './m';\nexport interface N { m: M }\n",
			...Object.assign({}, ...['nodes/Toy', 'sync', 'sandbox', 'testing', 'scripts'].map(circle)),
			...Object.fromEntries(Object.values(breaches).map(({ path, text }) => [path, text])),
		});
		places = found(forbiddenImports(root));
	});

	it.each(Object.entries(breaches))('%s are found', (_what, { path, wall }) => {
		expect(places).toContain(`${path}: ${wall}`);
	});

	it.each(['nodes/Toy', 'sync', 'sandbox', 'testing', 'scripts'])('in a circle in %s are found', (room) => {
		expect(places).toContain(`${room}/circle/one.ts: no-circle`);
	});
});

describe('API paths and wording', () => {
	it.each([
		"'/v3/catalog/products'",
		'`/v2/orders/${id}/products`',
		'`${base}/v3/orders`',
		"'salesorder'",
		'`/salesorder/${id}`',
		"'/item'",
		'/no line items/i.test(text)',
		'/modified by someone else/.test(text)',
		'/duplicate|already/.test(text)',
	])('%s is found outside api/ and allowed within', (code) => {
		const text = `// a comment may name /v3/orders\nexport const x = (id: string, base: string, text: string) => ${code};\n`;
		const root = planted({ 'nodes/Toy/actions/get.operation.ts': text, 'nodes/Toy/api/things.ts': text });
		expect(apiWordsElsewhere(root).map(({ place }) => place)).toEqual([
			'nodes/Toy/actions/get.operation.ts:2',
		]);
	});

	it('what only looks alike is allowed', () => {
		const texts = [
			'e.g. https://api.bigcommerce.com/stores/abc/v3/',
			'/returnAll',
			'item',
			'is in use already',
		];
		const root = planted({ 'nodes/Toy/hints.ts': `export const hints = ${JSON.stringify(texts)};\n` });
		expect(apiWordsElsewhere(root)).toEqual([]);
	});
});

const toyNode = `
export class Toy {
	description = {
		displayName: 'Toy Shop',
		name: 'toy',
		outputs: '={{ [{ displayName: "Held" }] }}',
		properties: [
			{ displayName: 'Resource', name: 'resource', options: [{ name: 'Order', value: 'order' }] },
			{
				displayName: 'Operation',
				name: 'operation',
				displayOptions: { show: { resource: ['order'] } },
				options: [{ name: 'Get', value: 'get' }, { name: 'Get Many', value: 'getAll' }],
			},
			{ displayName: 'Location Name or ID', name: 'location' },
			{ displayName: 'Options', name: 'options', options: [{ displayName: 'Time Zone', name: 'zone' }] },
		],
	};
}
`;

describe('labels', () => {
	const template = (content: string) =>
		JSON.stringify({
			name: 'Import',
			nodes: [
				{ name: 'Set stock', type: 'x', parameters: {} },
				{ name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: { content } },
			],
		});

	it('that the editor shows are left alone', async () => {
		const root = planted({
			'nodes/Toy/Toy.node.ts': toyNode,
			'sync/fix.ts':
				"export const fix = \"Choose 'Time Zone' under 'Options', or 'Order: Get Many'. It's the shop's 'T'.\";\n",
			'docs/toy.md':
				'*Toy Shop: Order: Get* has *Time Zone*, *Location* and *Held*.\n\n| option | |\n| --- | --- |\n| Time Zone, Location | |\n',
			'workflows/import.json': template('See **Set stock**, *Import* and *Options*. **Never** twice.'),
		});
		expect(await staleLabels(root)).toEqual([]);
	});

	it.each([
		['sync/fix.ts', 'export const fix = "Choose \'Timezone\'.";\n', 'sync/fix.ts:1'],
		[
			'nodes/Toy/fix.ts',
			"export const fix = (n: number) => `${n}: choose 'Timezone'.`;\n",
			'nodes/Toy/fix.ts:1',
		],
		['docs/toy.md', 'Choose\n*Timezone*.\n', 'docs/toy.md:2'],
		['docs/toy.md', '| setting | |\n| --- | --- |\n| Timezone | |\n', 'docs/toy.md:3'],
		['workflows/import.json', template('See *Timezone*.'), 'workflows/import.json'],
		['workflows/import.json', template('See **Set the stock**.'), 'workflows/import.json'],
	])('that it does not show are found in %s', async (path, text, place) => {
		const root = planted({ 'nodes/Toy/Toy.node.ts': toyNode, [path]: text });
		expect((await staleLabels(root)).map((breach) => breach.place)).toEqual([place]);
	});
});

describe('reasons', () => {
	const source =
		"export const reason = { code: 'SKU_MISSING' };\nexport const other = { code: 'UNKNOWN' };\n";
	const row = (code: string) => `| \`${code}\` | what | fix |\n`;

	it('that have a row each are left alone', () => {
		const root = planted({
			'sync/reasons.ts': source,
			'docs/reasons.md': row('SKU_MISSING') + row('UNKNOWN'),
		});
		expect(undocumentedReasons(root)).toEqual([]);
	});

	it('without a row, rows without a reason and rows that stand twice are found', () => {
		const root = planted({
			'sync/reasons.ts': source,
			'docs/reasons.md': row('UNKNOWN') + row('UNKNOWN') + row('NO_SUCH'),
		});
		expect(undocumentedReasons(root).map(({ what }) => what)).toEqual([
			'SKU_MISSING has no row in docs/reasons.md',
			'nothing gives NO_SUCH: take its row out',
			'UNKNOWN has two rows',
		]);
	});
});

describe('operations', () => {
	const toy = {
		'nodes/Toy/Toy.node.ts': toyNode,
		'nodes/Toy/Toy.node.json': JSON.stringify({
			resources: { primaryDocumentation: [{ url: 'https://example.com/blob/main/docs/toy.md' }] },
		}),
		'nodes/Toy/__schema__/v1.0.0/order/get.json': '{}',
		'nodes/Toy/__schema__/v1.0.0/order/getAll.json': '{}',
		'docs/toy.md': '| operation | returns |\n| --- | --- |\n| Order: Get, Get Many | orders |\n\nMore.\n',
		'testing/operations/toyRuns.ts': "export const runs = {\n\t'order/get': 1,\n\t'order/getAll': 2,\n};\n",
	};

	it('that are complete are left alone', async () => {
		expect(await incompleteOperations(planted(toy))).toEqual([]);
	});

	it('without a row, a schema or a run are found', async () => {
		const root = planted({
			'nodes/Toy/Toy.node.ts': toyNode,
			'nodes/Toy/Toy.node.json': toy['nodes/Toy/Toy.node.json'],
			'nodes/Toy/__schema__/v1.0.0/order/get.json': '{}',
			'nodes/Toy/__schema__/v1.0.0/order/update.json': '{}',
			'docs/toy.md': '| operation | returns |\n| --- | --- |\n| Order: Get | the order |\n',
		});
		expect((await incompleteOperations(root)).map(({ what }) => what)).toEqual([
			'Toy "Order: Get Many" has no row',
			'Toy "order/getAll" has no schema',
			'there is a schema of "order/update", which Toy does not have',
			'Toy "order/get" has no run',
			'Toy "order/getAll" has no run',
		]);
	});
});
