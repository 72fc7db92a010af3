/**
 * A service's own clock, as its answers tell it in their `Date`. What a service dates is compared with this
 * one: the clock of the machine that n8n runs on may be hours apart from it.
 */
export class ServiceClock {
	/** What the service said, in ms, and when, as `performance.now()` counts. */
	private read?: { ms: number; at: number };

	/** Takes note of an answer's headers, names in lower case; one without a readable `Date` changes nothing. */
	observe({ headers }: { headers: Record<string, string> }): void {
		const ms = Date.parse(headers.date);
		if (!Number.isNaN(ms)) this.read = { ms, at: performance.now() };
	}

	/**
	 * The service's time in ms, to the second and the time an answer is on its way. This machine's as long
	 * as no answer has told it.
	 */
	now(): number {
		if (this.read === undefined) return Date.now();
		return this.read.ms + (performance.now() - this.read.at);
	}
}
