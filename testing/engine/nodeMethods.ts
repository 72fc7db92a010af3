import { createEngine } from './engine';
import { LoadOptionsContext } from 'n8n-core';
import { omit } from 'lodash';
import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import type { ExtraTypes } from './catalogue';
import type { CredentialData } from './credentialsHelper';
import { buildWorkflow, type TestNode } from './testWorkflow';

export interface MethodCall extends Omit<TestNode, 'credentials'> {
	/** The method's name in the node's `methods`. */
	method: string;
	credentials?: CredentialData;
	extraTypes?: ExtraTypes;
}

/** What fills a drop-down: calls `methods.loadOptions[method]` as the editor does. Throws what the method throws. */
export async function loadOptions(call: MethodCall): Promise<INodePropertyOptions[]> {
	const { nodeType, context } = await contextFor(call);
	const method = nodeType.methods?.loadOptions?.[call.method];
	if (method === undefined) throw new Error(`The node has no loadOptions method "${call.method}"`);
	return await method.call(context);
}

/** What fills a "From list" field: calls `methods.listSearch[method]` as the editor does. Throws what the method throws. */
export async function listSearch(
	call: MethodCall & { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	const { nodeType, context } = await contextFor(call);
	const method = nodeType.methods?.listSearch?.[call.method];
	if (method === undefined) throw new Error(`The node has no listSearch method "${call.method}"`);
	return await method.call(context, call.filter, call.paginationToken);
}

async function contextFor(
	call: MethodCall,
): Promise<{ nodeType: INodeType; context: ILoadOptionsFunctions }> {
	const { credentials, extraTypes, ...node } = omit(call, 'method', 'filter', 'paginationToken');
	const engine = await createEngine('internal', extraTypes);
	const name = 'Node under test';
	const workflow = buildWorkflow(engine, [{ ...node, name }], [], credentials);
	const built = workflow.nodes[name];
	engine.additionalData.currentNodeParameters = built.parameters;
	return {
		nodeType: engine.catalogue.nodeTypes.getByNameAndVersion(built.type, built.typeVersion),
		context: new LoadOptionsContext(workflow, built, engine.additionalData, ''),
	};
}
