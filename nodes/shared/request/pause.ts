import { sleep } from 'n8n-workflow';

/** Long waits are cut into slices of this many ms, so that a canceled execution stops soon. */
export const SLICE_MS = 200;

/** Waits `ms` milliseconds, or less when `signal` is aborted meanwhile. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	const until = Date.now() + ms;
	for (let left = ms; left > 0 && !signal?.aborted; left = until - Date.now()) {
		await sleep(Math.min(left, SLICE_MS));
	}
}
