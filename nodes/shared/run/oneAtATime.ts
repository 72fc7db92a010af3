/** Lets work that must not overlap wait for what was handed in before it, whether that went well or not. */
export class OneAtATime {
	private last: Promise<unknown> = Promise.resolve();

	run<T>(work: () => Promise<T>): Promise<T> {
		const result = this.last.then(work, work);
		this.last = result;
		return result;
	}
}
