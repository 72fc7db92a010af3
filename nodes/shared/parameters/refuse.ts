import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * The end of a run, or of one item, for what a parameter holds.
 *
 * @param message which parameter and what is wrong with it: `'Limit' is "ten", which is not a number`
 * @param fix what to do, as an instruction
 */
export function refuse(
	context: IExecuteFunctions,
	message: string,
	fix: string,
	itemIndex?: number,
): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { description: fix, itemIndex });
}
