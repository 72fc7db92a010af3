import type { ApiFailure } from '../../shared/request/apiFailure';
import { pause } from '../../shared/request/pause';
import { cancelSignal } from '../../shared/request/send';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';

/** Sends of one record at most, when answers get lost or others keep being faster. */
const MAX_TRIES = 5;

/**
 * Creates a record that must not be there twice: after each failure it is looked up before it is sent
 * again. What is not found is sent again all the same, after a while, since a list may lag behind.
 *
 * @param send creates the record, each time it is called
 * @param lookUp what a failure left behind: the record, undefined where there is none and sending again
 *   does no harm. It throws the failure where that makes no sense
 * @throws {ApiFailure} what `lookUp` throws, and the last failure when none of the sends came to anything; it
 *   leaves the write open once one of the sends may have been done, whatever failed in the end
 */
export async function createOnce<T>(
	{ context, profile }: SosClient,
	send: () => Promise<T>,
	lookUp: (failure: ApiFailure) => Promise<T | undefined>,
): Promise<T> {
	let isOpen = false;
	const last = (failure: ApiFailure) => {
		failure.leavesWriteOpen ||= isOpen;
		return failure;
	};
	for (let tries = 1; ; tries++) {
		const sent = await settle(send());
		if (sent.failure === undefined) return sent.value;
		isOpen ||= sent.failure.mayHaveBeenDone;
		const found = await settle(lookUp(sent.failure));
		if (found.failure !== undefined) throw last(found.failure);
		if (found.value !== undefined) return found.value;
		if (tries === MAX_TRIES) throw last(sent.failure);
		await pause(2 * profile.firstWaitMs * tries, cancelSignal(context));
	}
}
