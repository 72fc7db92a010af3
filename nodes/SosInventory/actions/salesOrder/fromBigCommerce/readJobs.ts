import type { IDataObject, IExecuteFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { isEqual } from 'lodash';
import type { NormalizedOrder } from '../../../../../sync/bigCommerceOrder';
import { normalizeOrder } from '../../../../../sync/normalizeOrder';
import {
	checkReferenceNumbers,
	numberThatFitsNone,
	referenceNumber,
} from '../../../../../sync/order/referenceNumber';
import { settingsFault } from '../../../../../sync/order/settingsFault';
import type { SalesDocumentSettings } from '../../../../../sync/order/settings';
import type { Reason } from '../../../../../sync/reason';
import { nodeFailure } from '../../../../shared/run/forEachItem';
import { areSameForAllItems } from '../../../../shared/parameters/itemParameter';
import { refuseFor } from '../../../../shared/parameters/refuse';
import { yesOrNo } from '../../../../shared/parameters/yesOrNo';
import { readSettings } from './readSettings';
import { planOnly } from './topChoices';

interface Parameters {
	settings: SalesDocumentSettings;
	planOnly: boolean;
}

/** An order and what the node's parameters say for it. */
export interface OrderJob extends Parameters {
	order: NormalizedOrder;
	/** Why its reference number cannot be used in this batch, if it cannot. */
	clash?: Reason;
}

/** An order to import; an input item that is no order, or not a whole one; or settings that cannot be read. */
export type InputJob =
	OrderJob | { json: IDataObject; reason: Reason } | { error: NodeApiError | NodeOperationError };

/**
 * Reads the whole batch before the first write, so that two orders with one reference number are known.
 * Orders are planned one by one later: thousands of plans at a time would fill n8n's memory.
 *
 * @throws {NodeOperationError} when the settings of an item cannot be read, or cannot work for any order, and the node is
 *   not set to continue
 */
export function readJobs(context: IExecuteFunctions): InputJob[] {
	const isReadOnce = areSameForAllItems(context);
	let last: Parameters | undefined;
	const jobs = context.getInputData().map(({ json }, itemIndex): InputJob => {
		const { order, reason } = normalizeOrder(json);
		if (order === undefined) return { json, reason };
		if (last === undefined || !isReadOnce) {
			const read = readParameters(context, itemIndex);
			if ('error' in read) return read;
			// Mostly they are the same for all; then one object serves.
			if (!isEqual(read, last)) last = read;
		}
		return { order, ...last! };
	});
	const orders = jobs.filter((job): job is OrderJob => 'settings' in job);
	const numbers = orders.map(({ order, settings }) => ({
		orderId: order.id,
		number: referenceNumber(order, settings),
	}));
	const withoutRoom = numberThatFitsNone(numbers.map(({ number }) => number));
	if (withoutRoom !== undefined && !context.continueOnFail()) throw refuseFor(context, withoutRoom);
	const clashes = checkReferenceNumbers(numbers);
	for (const [index, job] of orders.entries()) job.clash = clashes[index];
	return jobs;
}

function readParameters(
	context: IExecuteFunctions,
	itemIndex: number,
): Parameters | { error: NodeApiError | NodeOperationError } {
	try {
		const dryRun = yesOrNo(context, planOnly, itemIndex);
		const settings = readSettings(context, itemIndex);
		const fault = settingsFault(settings);
		if (fault !== undefined) throw refuseFor(context, fault, itemIndex);
		return { settings, planOnly: dryRun };
	} catch (error) {
		const failure = nodeFailure(context, error, itemIndex);
		if (!context.continueOnFail()) throw failure;
		return { error: failure };
	}
}
