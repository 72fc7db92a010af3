import { presentable } from '../../shared/run/presentable';
import { cancelSignal } from '../../shared/request/send';
import { unforeseen } from './failureReason';
import { heldItem } from './importedOrder';
import type { ImportRun, Outcome } from './importRun';

/**
 * Holds an order at which the node meets something that it was not made for: what was written for the
 * orders before must be reported, whatever is wrong with this one.
 *
 * @throws what `work` throws once the execution is canceled
 */
export async function guarded<T>(
	{ client: { context } }: ImportRun,
	order: { id: number },
	work: () => Promise<T>,
): Promise<T | Outcome> {
	try {
		return await work();
	} catch (error) {
		const failure = presentable(context.getNode(), error);
		if (cancelSignal(context)?.aborted) throw failure;
		return { held: heldItem(order, [unforeseen(order.id, failure)]), mayBeWritten: true };
	}
}
