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
 * @throws {ApiFailure} what `lookUp` throws, and the last failure when none of the sends came to anything
 */
export async function createOnce<T>(
	{ context, profile }: SosClient,
	send: () => Promise<T>,
	lookUp: (failure: ApiFailure) => Promise<T | undefined>,
): Promise<T> {
	for (let tries = 1; ; tries++) {
		const sent = await settle(send());
		if (sent.failure === undefined) return sent.value;
		const found = await lookUp(sent.failure);
		if (found !== undefined) return found;
		if (tries === MAX_TRIES) throw sent.failure;
		await pause(2 * profile.firstWaitMs * tries, cancelSignal(context));
	}
}
