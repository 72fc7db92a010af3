import { createRequire } from 'node:module';

/**
 * Lets a request that failed be sent again after a millisecond. A read is sent nine times, with waits that
 * grow to 30 seconds: with real ones, ten thousand runs would take days. Only the length of that wait is
 * another one; that the nodes wait, how often they ask and when they give up is as it is for users, and so
 * are their timeouts. To be called before the nodes are loaded.
 */
export function shortenBackOff(): void {
	const load = createRequire(__filename);
	const file = load.resolve('../../nodes/shared/request/backOff');
	const backOff = load(file) as object;
	load.cache[file]!.exports = { ...backOff, backOffMs: () => 1 };
}
