import type { IDataObject, INodeParameters } from 'n8n-workflow';
import packageJson from '../../package.json';
import type { NamedTestNode } from '../engine/testWorkflow';
import { setUpTemplate } from './setUpTemplate';

/** The part of a template that n8n-core's engine can run: its settings, then the nodes of this package one behind the other. */
export interface TemplateChain {
	nodes: NamedTestNode[];
	/** What the node "Settings" hands on. */
	items: IDataObject[];
	/** What n8n keeps with the workflow between runs. */
	kept: IDataObject;
}

interface Assignment {
	name: string;
	type: string;
	value: unknown;
}

/**
 * @param file one of `templateFiles`
 * @param settings new values for fields of the node "Settings"
 * @param changes parameters that differ from the template's, by the name of the node
 */
export async function templateChain(
	file: string,
	settings: Record<string, unknown>,
	changes: Record<string, INodeParameters> = {},
): Promise<TemplateChain> {
	const { nodes } = await setUpTemplate(file, 'template', { credentials: [], settings, parameters: changes });
	const fields = nodes.find(({ name }) => name === 'Settings')?.parameters.assignments as {
		assignments: Assignment[];
	};
	const own = nodes.filter(({ type }) => type.startsWith(`${packageJson.name}.`));
	return {
		nodes: [
			{ name: 'Settings', node: 'test.passThrough' },
			...own.map(({ name, type, parameters }) => ({ name, node: type, parameters })),
		],
		items: [Object.fromEntries(fields.assignments.map((field) => [field.name, valueOf(field)]))],
		kept: {},
	};
}

/** n8n's node Edit Fields reads the text of a list as the list. */
function valueOf({ type, value }: Assignment): IDataObject[string] {
	return (type === 'array' && typeof value === 'string' ? JSON.parse(value) : value) as IDataObject[string];
}
