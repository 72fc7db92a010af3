import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { refuse } from '../../../shared/parameters/refuse';

/** Who changes the mark of an order that a run is importing makes room for a second run. */
export function beingImported(
	context: IExecuteFunctions,
	orderId: number,
	itemIndex: number,
): NodeOperationError {
	return refuse(
		context,
		`Order ${orderId} is being imported by a run at the moment`,
		'Wait for that run to end. Should it have ended without marking the order, try again after 15 minutes.',
		itemIndex,
	);
}
