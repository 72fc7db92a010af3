import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { presentable } from './presentable';

/** What comes of one input item: something, several things, or a list that is still being read. */
export type Made = Promise<IDataObject | IDataObject[]> | AsyncIterable<IDataObject>;

/**
 * Does the same for each input item and pairs what comes out with it. When one fails and the node is
 * set to continue, that item leaves with what went wrong, on the error output if there is one, next to
 * what a list gave before it failed, and the others go on; otherwise the failure is thrown with the
 * item's number.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	work: (itemIndex: number) => Made,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		try {
			for await (const json of each(work(itemIndex))) {
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

async function* each(made: Made): AsyncGenerator<IDataObject> {
	if (Symbol.asyncIterator in made) return yield* made;
	const all = await made;
	yield* Array.isArray(all) ? all : [all];
}

/**
 * An item that failed, in the shape n8n recognizes and sends to the error output, together with the
 * input item. Without the error object: n8n would put its message in place of all other fields.
 */
export function failedItem(
	failure: NodeApiError | NodeOperationError,
	itemIndex: number,
): INodeExecutionData {
	return {
		json: { error: failure.message, details: failure.description ?? '' },
		pairedItem: { item: itemIndex },
	};
}

/** The failure as n8n shows it, knowing which item it belongs to. */
export function nodeFailure(
	context: IExecuteFunctions,
	error: unknown,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const failure = presentable(context.getNode(), error);
	failure.context.itemIndex ??= itemIndex;
	return failure;
}
