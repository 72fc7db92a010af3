import { OneAtATime } from '../../../shared/run/oneAtATime';
import type { RateBudget } from '../../../shared/request/rateBudget';
import type { BigCommerceClient } from '../../transport/client';

/** By what a store's clients share in this n8n process. */
const queues = new WeakMap<RateBudget, OneAtATime>();

/**
 * Lets updates of one store wait for one another: of two absolute figures for one item that are under
 * way together nobody can tell which one stays.
 *
 * @throws {NodeOperationError} when the execution is canceled while it waits
 */
export async function oneRunAtATime<T>(
	{ context, profile }: BigCommerceClient,
	work: () => Promise<T>,
): Promise<T> {
	const queue = queues.get(profile.budget) ?? new OneAtATime();
	queues.set(profile.budget, queue);
	return await queue.run(context, work);
}
