const LONGEST_WAIT_MS = 30_000;

/** After this many sends of one request the last refusal stands. */
export const MAX_SENDS = 9;

/** After this many answers that are not the API's, such as a firewall's page, more would only take longer to say so. */
export const MAX_UNREADABLE = 5;

/**
 * How long to wait before send number `sends + 1`, in ms: doubling, with jitter, so that several n8n
 * workers that were refused together do not come back together.
 *
 * @param random a number from 0 up to 1
 */
export function backOffMs(sends: number, firstWaitMs: number, random: number): number {
	const ceiling = Math.min(firstWaitMs * 2 ** (sends - 1), LONGEST_WAIT_MS);
	return Math.round(ceiling * (0.5 + random / 2));
}
