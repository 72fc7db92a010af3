import type { IDataObject, IExecuteFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { BigCommerceOrder } from '../../../../../sync/bigCommerceOrder';
import { normaliseOrder } from '../../../../../sync/normaliseOrder';
import { planSalesDocument } from '../../../../../sync/order/planSalesDocument';
import { checkReferenceNumbers } from '../../../../../sync/order/referenceNumber';
import type { Reason } from '../../../../../sync/reason';
import { nodeFailure } from '../../../../shared/forEachItem';
import { unforeseen } from '../../../writing/failureReason';
import type { ImportJob } from '../../../writing/importOrder';
import { readSettings } from './readSettings';

/** An order with its plan; an input item that is no order, or not a whole one; or settings that cannot be read. */
export type PlannedOrder =
	ImportJob | { order: BigCommerceOrder; reason: Reason } | { error: NodeApiError | NodeOperationError };

/**
 * Plans every order before the first write, so that what can be known beforehand stops nothing half-way.
 *
 * @throws {NodeOperationError} when the settings of an item cannot be read and the node is not set to continue
 */
export function planOrders(context: IExecuteFunctions): PlannedOrder[] {
	const planned = context.getInputData().map(({ json }, itemIndex) => planOne(context, json, itemIndex));
	const jobs = planned.filter((one): one is ImportJob => 'plan' in one);
	const clashes = checkReferenceNumbers(
		jobs.map(({ order, plan }) => ({ orderId: order.id, number: plan.number })),
	);
	for (const [index, { plan }] of jobs.entries()) {
		const clash = clashes[index];
		if (clash !== undefined) plan.held.push(clash);
	}
	return planned;
}

function planOne(context: IExecuteFunctions, json: IDataObject, itemIndex: number): PlannedOrder {
	const { order, reason } = normaliseOrder(json);
	if (order === undefined) return { order: json as unknown as BigCommerceOrder, reason };
	let settings;
	try {
		settings = readSettings(context, itemIndex);
	} catch (error) {
		const failure = nodeFailure(context, error, itemIndex);
		if (!context.continueOnFail()) throw failure;
		return { error: failure };
	}
	try {
		return { order, settings, plan: planSalesDocument(order, settings) };
	} catch (error) {
		return { order, reason: unforeseen(order.id, error) };
	}
}
