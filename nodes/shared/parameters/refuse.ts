import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import upperFirst from 'lodash/upperFirst';
import type { Reason } from '../../../sync/reason';
import { withLabels } from './settingLabels';

/**
 * The end of a run, or of one item, that asks something of a person: another setting, a look at a document.
 *
 * @param message what is wrong and with what: `'Limit' is "ten", which is not a number`
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

/** As `refuse`, for what the rules have found out. */
export function refuseFor(
	context: IExecuteFunctions,
	reason: Reason,
	itemIndex?: number,
): NodeOperationError {
	const { message, fix } = withLabels(reason);
	return refuse(context, upperFirst(message), fix, itemIndex);
}
