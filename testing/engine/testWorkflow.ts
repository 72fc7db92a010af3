import { omit, pick } from 'lodash';
import { Workflow, type IConnections, type INode, type INodeParameters } from 'n8n-workflow';
import { fullNodeName } from './catalogue';
import type { CredentialData } from './credentialsHelper';
import type { Engine } from './engine';

/** A node as it stands in a workflow: any of n8n's node settings (`onError`, `disabled`, `retryOnFail`, …) may be given. */
export interface TestNode extends Partial<Omit<INode, 'parameters' | 'credentials'>> {
	/** `bigCommerce`, `sosInventory`, or the full name of an extra node type. */
	node: string;
	parameters?: INodeParameters;
	/** Used by this node in place of the run's credentials. */
	credentials?: CredentialData;
}

export type NamedTestNode = TestNode & { name: string };

/** `[from, to]`, or `[from, to, output of from]`. */
export type TestConnection = [from: string, to: string, output?: number];

/** The node that feeds the first node of every test workflow. */
export const sourceName = 'Items';

/** Builds the workflow, stores its credentials in the engine, and puts the source node before the first node. */
export function buildWorkflow(
	engine: Engine,
	nodes: NamedTestNode[],
	connections: TestConnection[] = chain(nodes),
	credentials: CredentialData = {},
): Workflow {
	const source: INode = plainNode({ node: 'test.passThrough', name: sourceName });
	return new Workflow({
		id: '1',
		name: 'Test',
		nodes: [source, ...nodes.map((node) => nodeWithCredentials(node, engine, credentials))],
		connections: asConnections([[sourceName, nodes[0].name], ...connections]),
		active: false,
		nodeTypes: engine.catalogue.nodeTypes,
		settings: { executionOrder: 'v1' },
	});
}

function nodeWithCredentials(node: NamedTestNode, engine: Engine, shared: CredentialData): INode {
	const parts = plainNode(node);
	const { description } = engine.catalogue.nodeTypes.getByNameAndVersion(parts.type, node.typeVersion);
	const newest = description.defaultVersion ?? Math.max(...[description.version].flat());
	const declared = (description.credentials ?? []).map(({ name }) => name);
	const credentials = engine.credentials.add(pick({ ...shared, ...node.credentials }, declared));
	return { ...parts, typeVersion: node.typeVersion ?? newest, credentials };
}

function plainNode(node: NamedTestNode): INode {
	const settings = omit(node, 'node', 'credentials');
	return {
		id: node.name,
		type: fullNodeName(node.node),
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...settings,
	};
}

function chain(nodes: NamedTestNode[]): TestConnection[] {
	return nodes.slice(1).map((node, index) => [nodes[index].name, node.name]);
}

function asConnections(connections: TestConnection[]): IConnections {
	const result: IConnections = {};
	for (const [from, to, output = 0] of connections) {
		const { main } = (result[from] ??= { main: [] });
		while (main.length <= output) main.push([]);
		main[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return result;
}
