import type { IDataObject, IExecuteFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

/**
 * Does the same for each input item and pairs what comes out with it. When one fails and the node is
 * set to continue, that item leaves with what went wrong, on the error output if there is one, and
 * the others go on; otherwise the failure is thrown with the item's number.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	work: (itemIndex: number) => Promise<IDataObject | IDataObject[]>,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		try {
			const made = await work(itemIndex);
			for (const json of Array.isArray(made) ? made : [made]) {
				results.push({ json, pairedItem: { item: itemIndex } });
			}
		} catch (error) {
			const failure = nodeFailure(context, error, itemIndex);
			if (!context.continueOnFail()) throw failure;
			results.push(failedItem(failure, itemIndex));
		}
	}
	return results;
}

/** An item that failed, in the shape n8n recognises and sends to the error output. */
export function failedItem(
	failure: NodeApiError | NodeOperationError,
	itemIndex: number,
): INodeExecutionData {
	return {
		json: { error: failure.message, details: failure.description ?? '' },
		error: failure,
		pairedItem: { item: itemIndex },
	};
}

/** The failure as n8n shows it, knowing which item it belongs to. */
export function nodeFailure(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const failure =
		error instanceof NodeApiError || error instanceof NodeOperationError
			? error
			: new NodeOperationError(context.getNode(), error as Error | JsonObject);
	failure.context.itemIndex ??= itemIndex;
	return failure;
}
