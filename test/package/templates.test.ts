import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isEqual } from 'lodash';
import { NodeHelpers, type INode } from 'n8n-workflow';
import packageJson from '../../package.json';
import { templateFiles } from '../../testing/templates/setUpTemplate';
import { loadCatalogue, type Catalogue } from '../../testing/engine/catalogue';

interface Template {
	name: string;
	nodes: INode[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
	settings: { executionOrder: string };
	[field: string]: unknown;
}

const folder = resolve(__dirname, '../../workflows');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(resolve(folder, file), 'utf8')) as Template;
const isOurs = ({ type }: INode) => type.startsWith(`${packageJson.name}.`);

let catalogue: Catalogue;
beforeAll(async () => void (catalogue = await loadCatalogue()));

it('every template is run by the demo and the tests', () => {
	expect(files.sort()).toEqual(Object.values(templateFiles).sort());
});

describe.each(files)('%s', (file) => {
	const template = read(file);
	const { nodes, connections } = template;

	it('carries nothing of the n8n it was made in', () => {
		expect(
			Object.keys(template).filter((key) => ['id', 'versionId', 'meta', 'active', 'shared'].includes(key)),
		).toEqual([]);
		expect(template.pinData ?? {}).toEqual({});
		expect(nodes.filter(({ credentials, webhookId }) => credentials ?? webhookId)).toEqual([]);
	});

	it('has nodes with names and ids of their own, and connections between them', () => {
		const names = nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(names.length);
		const targets = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
		expect([...Object.keys(connections), ...targets].filter((name) => !names.includes(name))).toEqual([]);
	});

	it('starts on a schedule and by hand, with the settings in one node', () => {
		const types = nodes.map(({ type }) => type);
		expect(types).toEqual(
			expect.arrayContaining(['n8n-nodes-base.scheduleTrigger', 'n8n-nodes-base.manualTrigger']),
		);
		expect(
			nodes.filter(({ name, type }) => name === 'Settings' && type === 'n8n-nodes-base.set'),
		).toHaveLength(1);
		expect(template.settings.executionOrder).toBe('v1');
	});

	it('explains itself in one yellow note of 100 to 300 words, and each part in a short one', () => {
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		const words = ({ parameters }: INode) => String(parameters.content).trim().split(/\s+/).length;
		const [about, ...others] = notes.filter(({ parameters }) => parameters.color === 1);
		expect(others).toEqual([]);
		expect(words(about)).toBeGreaterThanOrEqual(100);
		expect(words(about)).toBeLessThanOrEqual(300);
		expect(about.parameters.content).toMatch(/### How it works[\s\S]*### Setup/);
		expect(notes.filter((note) => note !== about && words(note) >= 50)).toEqual([]);
	});

	it('sets only fields that its nodes have', () => {
		const unknown = nodes.filter(isOurs).filter((node) => {
			const { description } = catalogue.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
			const kept = NodeHelpers.getNodeParameters(
				description.properties,
				node.parameters,
				true,
				false,
				node,
				description,
			);
			return !isEqual(kept, { ...kept, ...node.parameters });
		});
		expect(unknown.map(({ name, parameters }) => ({ name, parameters }))).toEqual([]);
	});
});
