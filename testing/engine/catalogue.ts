import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
	NodeHelpers,
	type ICredentialType,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';
import packageJson from '../../package.json';
import { oAuth2Api, passThroughNode } from './builtIn';

const root = resolve(__dirname, '../..');

/** Node and credential types that exist only inside one test. */
export interface ExtraTypes {
	nodes?: INodeType[];
	credentials?: ICredentialType[];
}

/** What n8n knows once it has loaded this package: node types by full name, credential types by name. */
export interface Catalogue {
	nodeTypes: INodeTypes;
	nodeNames: string[];
	credentialTypes: Map<string, ICredentialType>;
}

/** `bigCommerce` as n8n spells it in a workflow; a name that has a package already is left alone. */
export function fullNodeName(name: string): string {
	return name.includes('.') ? name : `${packageJson.name}.${name}`;
}

/**
 * Loads every node and credential that package.json names, from its TypeScript source, so that a
 * test needs no build. A source that is not there is left out; one that does not compile throws.
 */
export async function loadCatalogue(extra: ExtraTypes = {}): Promise<Catalogue> {
	const nodes = [...(await instances<INodeType>(packageJson.n8n.nodes)), ...(extra.nodes ?? [])];
	const credentials = await instances<ICredentialType>(packageJson.n8n.credentials);
	const nodesByName = new Map(
		[passThroughNode, ...nodes].map((node) => [fullNodeName(node.description.name), node]),
	);
	return {
		nodeTypes: nodeTypesFrom(nodesByName),
		nodeNames: [...nodesByName.keys()],
		credentialTypes: new Map(
			[oAuth2Api, ...credentials, ...(extra.credentials ?? [])].map((type) => [type.name, type]),
		),
	};
}

async function instances<T>(compiledFiles: string[]): Promise<T[]> {
	const sources = compiledFiles
		.map((file) => resolve(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')))
		.filter((source) => existsSync(source));
	return await Promise.all(
		sources.map(async (source) => {
			const loaded = (await import(source)) as Record<string, new () => T>;
			return new loaded[basename(source).split('.')[0]]();
		}),
	);
}

function nodeTypesFrom(nodesByName: Map<string, INodeType | IVersionedNodeType>): INodeTypes {
	const getByName = (name: string) => {
		const node = nodesByName.get(name);
		if (node === undefined)
			throw new Error(`No node type "${name}" among: ${[...nodesByName.keys()].join(', ')}`);
		return node;
	};
	return {
		getByName,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(getByName(name), version),
		getKnownTypes: () => ({}),
	};
}
