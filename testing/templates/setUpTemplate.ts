import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { INode, INodeCredentials, INodeParameters } from 'n8n-workflow';
import packageJson from '../../package.json';
import type { StoredCredential, StoredWorkflow } from '../n8n/commands';

const folder = resolve(__dirname, '../../workflows');

/** The ready-made workflows by what they do; the file names are those in `workflows/`. */
export const templateFiles = {
	importOrders: 'import-bigcommerce-orders-into-sos-inventory.json',
	updateStock: 'update-bigcommerce-stock-from-sos-inventory.json',
	reconcileStock: 'reconcile-bigcommerce-stock-nightly.json',
};

/** Settings of the stock templates for a shop that was never in step with SOS, so that the first update changes nearly everything. */
export const withoutLimits = {
	mostItemsToZero: 10_000,
	mostChangedPercent: 100,
	mostUnitsLostPercent: 100,
	mostMissingPercent: 100,
};

/** What a user does after importing a template: chooses credentials, fills in the settings node, changes other nodes. */
export interface Setup {
	credentials: StoredCredential[];
	/** New values by name of the field in the node "Settings"; the others keep what the template says. */
	settings?: Record<string, unknown>;
	/** Parameters that differ from the template's, by the name of the node. */
	parameters?: Record<string, INodeParameters>;
}

/** Reads a template and sets it up under the given id, ready for {@link importWorkflows}. */
export async function setUpTemplate(
	file: string,
	id: string,
	{ credentials, settings = {}, parameters = {} }: Setup,
): Promise<StoredWorkflow> {
	const template = JSON.parse(await readFile(resolve(folder, file), 'utf8')) as Omit<StoredWorkflow, 'id'>;
	const nodes = template.nodes
		.map((node) => withSettings(withCredentials(node, credentials), settings))
		.map((node) => ({ ...node, parameters: { ...node.parameters, ...parameters[node.name] } }));
	return { ...template, id, nodes };
}

/** The credentials a node of this package may use, as they stand in a workflow. */
export function credentialsFor(
	{ type: nodeType, parameters }: Pick<INode, 'type' | 'parameters'>,
	credentials: StoredCredential[],
): INodeCredentials {
	const [, node] = nodeType.split(`${packageJson.name}.`);
	const isStores = (type: string) => parameters.markOrders === true && type === 'bigCommerceApi';
	const usable = credentials.filter(
		({ type }) => node !== undefined && (type.startsWith(node.replace(/Trigger$/, '')) || isStores(type)),
	);
	return Object.fromEntries(usable.map(({ id, name, type }) => [type, { id, name }]));
}

function withCredentials(node: INode, credentials: StoredCredential[]): INode {
	const usable = credentialsFor(node, credentials);
	return Object.keys(usable).length === 0 ? node : { ...node, credentials: usable };
}

function withSettings(node: INode, settings: Record<string, unknown>): INode {
	if (node.name !== 'Settings') return node;
	const { assignments } = node.parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	const unknown = Object.keys(settings).filter((name) => !assignments.some((field) => field.name === name));
	if (unknown.length > 0) throw new Error(`The template has no setting ${unknown.join(', ')}`);
	const changed = assignments.map((field) =>
		field.name in settings ? { ...field, value: settings[field.name] } : field,
	);
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } } as INode;
}
