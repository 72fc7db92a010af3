import type { IDataObject, INode, IRun } from 'n8n-workflow';
import type { StoredWorkflow } from './commands';

/**
 * What the one node with this resource and operation gave, by output, over all its runs. Throws when
 * the workflow has no such node; a node that did not run gave nothing.
 */
export function itemsFrom(
	run: IRun,
	workflow: StoredWorkflow,
	resource: string,
	operation: string,
): IDataObject[][] {
	const does = ({ parameters }: INode) =>
		parameters.resource === resource && parameters.operation === operation;
	const node = workflow.nodes.find(does);
	if (node === undefined) throw new Error(`"${workflow.name}" has no node for ${resource}: ${operation}`);
	const outputs: IDataObject[][] = [];
	for (const { data } of run.data.resultData.runData[node.name] ?? []) {
		(data?.main ?? []).forEach((items, output) => {
			outputs[output] = [...(outputs[output] ?? []), ...(items ?? []).map(({ json }) => json)];
		});
	}
	return outputs;
}
