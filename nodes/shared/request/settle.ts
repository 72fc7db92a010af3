import { ApiFailure } from './apiFailure';

/**
 * Turns an API's refusal into a value, for operations that go on after some refusals ("no such
 * record", "number taken"). Anything that is not an {@link ApiFailure} is still thrown.
 */
export async function settle<T>(
	work: Promise<T>,
): Promise<{ value: T; failure?: undefined } | { failure: ApiFailure }> {
	const [outcome] = await Promise.allSettled([work]);
	if (outcome.status === 'fulfilled') return { value: outcome.value };
	if (outcome.reason instanceof ApiFailure) return { failure: outcome.reason };
	throw outcome.reason;
}
