import type { ApiContext } from '../request/apiProfile';
import { cancelSignal, stopIfCancelled } from '../request/send';

/** Lets work that must not overlap wait for what was handed in before it, whether that went well or not. */
export class OneAtATime {
	private last: Promise<void> = Promise.resolve();

	/**
	 * Does the work when it is its turn. An execution that is canceled while it waits stops waiting at once;
	 * what comes behind it still waits for what is ahead of both.
	 *
	 * @throws {NodeOperationError} when the execution is canceled before its turn; then nothing was done
	 */
	async run<T>(context: ApiContext, work: () => Promise<T>): Promise<T> {
		const signal = cancelSignal(context);
		const ahead = this.last;
		let leave = () => {};
		const own = new Promise<void>((resolve) => void (leave = resolve));
		this.last = ahead.then(() => own);
		try {
			await settledOrAborted(ahead, signal);
			stopIfCancelled(context, signal);
			return await work();
		} finally {
			leave();
		}
	}
}

/** Takes its listener off the signal again: one execution may wait hundreds of times. */
async function settledOrAborted(ahead: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
	if (signal === undefined) return await ahead;
	if (signal.aborted) return;
	let wake = () => {};
	const aborted = new Promise<void>((resolve) => void (wake = resolve));
	signal.addEventListener('abort', wake);
	await Promise.race([ahead, aborted]);
	signal.removeEventListener('abort', wake);
}
