import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import type { CredentialData } from '../../../testing/engine/credentialsHelper';
import { listSearch, loadOptions } from '../../../testing/engine/nodeMethods';
import { runWorkflow } from '../../../testing/engine/runNode';
import type { NamedTestNode } from '../../../testing/engine/testWorkflow';

/** What a subject runs on. */
export interface Stand {
	sandbox: Sandbox;
	credentials: CredentialData;
	/** Stops the run. */
	cancelWhen?: Promise<unknown>;
}

/** All that a run leaves for somebody to see. */
export interface Seen {
	error?: unknown;
	/** What came out, and n8n's record of the run. */
	given: unknown;
	staticData?: IDataObject;
}

/** Something a user can do with the nodes, whose requests are spoiled. */
export interface Subject {
	name: string;
	/** The operations, drop-downs and searches it is there for; see {@link coverable}. */
	covers: string[];
	/** Whether n8n, rather than a node, says what came: nobody else could take anything out of it. */
	isSaidByN8n?: boolean;
	run(stand: Stand): Promise<Seen>;
}

export type NodeName = 'bigCommerce' | 'sosInventory';

interface Details {
	/** Told apart from other runs of the same operation by this. */
	as?: string;
	parameters?: INodeParameters | ((sandbox: Sandbox) => INodeParameters);
	items?: (sandbox: Sandbox) => IDataObject[];
	onError?: NamedTestNode['onError'];
	staticData?: IDataObject;
}

/** @param name "order: get" */
export function operation(node: NodeName, name: string, details: Details = {}): Subject {
	const { as, parameters = {}, items, onError, staticData } = details;
	const [resource, operation] = name.split(': ');
	return {
		name: `${node} ${name}${as === undefined ? '' : `, ${as}`}`,
		covers: [`${node} ${name}`],
		run: async (stand) => {
			const own = typeof parameters === 'function' ? parameters(stand.sandbox) : parameters;
			const step = { name, node, onError, parameters: { resource, operation, ...own } };
			return await runChain(stand, [step], items?.(stand.sandbox), staticData);
		},
	};
}

/** Several operations one behind the other. */
export function chain(
	name: string,
	nodes: (sandbox: Sandbox) => NamedTestNode[],
	{ items, covers = [] }: { items?: Details['items']; covers?: string[] } = {},
): Subject {
	return {
		name,
		covers,
		run: async (stand) => await runChain(stand, nodes(stand.sandbox), items?.(stand.sandbox)),
	};
}

/** What fills a drop-down. */
export function dropDown(node: NodeName, method: string): Subject {
	return {
		name: `${node} ${method}`,
		covers: [`${node} ${method}`],
		run: async ({ credentials }) =>
			await caught(async () => await loadOptions({ node, method, credentials })),
	};
}

/** What fills a list to choose a record from. */
export function search(node: NodeName, method: string, filter?: string): Subject {
	return {
		name: `${node} ${method}${filter === undefined ? '' : ' by text'}`,
		covers: [`${node} ${method}`],
		run: async ({ credentials }) =>
			await caught(async () => await listSearch({ node, method, credentials, filter })),
	};
}

async function runChain(
	{ credentials, cancelWhen }: Stand,
	nodes: NamedTestNode[],
	items?: IDataObject[],
	staticData?: IDataObject,
): Promise<Seen> {
	const kept = structuredClone(staticData);
	const { error, runData } = await runWorkflow({ nodes, items, credentials, staticData: kept, cancelWhen });
	return { error, given: runData, staticData: kept };
}

async function caught(work: () => Promise<unknown>): Promise<Seen> {
	try {
		return { given: await work() };
	} catch (error) {
		return { error, given: undefined };
	}
}
