import type { Answer } from '../../shared/answer';
import type { SosSettings } from '../settings';

/** One request per interval for each company, and the three ways in which SOS Inventory has been seen to refuse more. */
export class Throttle {
	/** By company id: the moment from which on the next request is not early. */
	private readonly nextDue = new Map<number, number>();

	private refusals = 0;

	/** @param clock milliseconds from any start, never going back */
	constructor(
		private readonly settings: SosSettings,
		private readonly clock: () => number = () => performance.now(),
	) {}

	/**
	 * Takes one request of a company into account.
	 * @returns the refusal, or undefined when the request may go on; a refused request costs nothing
	 */
	admit(companyId: number): Answer | undefined {
		const { intervalMs, intervalTolerance } = this.settings;
		if (intervalMs <= 0) return undefined;
		const now = this.clock();
		const due = this.nextDue.get(companyId) ?? now;
		if (now >= due - intervalMs * intervalTolerance) {
			this.nextDue.set(companyId, Math.max(now, due) + intervalMs);
			return undefined;
		}
		const forms = [tooFrequent, throttledUnder200, throttledUnder400];
		const answer = forms[this.refusals % forms.length](this.settings);
		this.refusals += 1;
		if (this.settings.sendRetryAfter) answer.headers = { 'retry-after': `${Math.ceil((due - now) / 1000)}` };
		return answer;
	}
}

/** HTTP 429. */
export function tooFrequent({ intervalMs }: SosSettings): Answer {
	const message = `Please issue requests less frequently than ${intervalMs || 500}ms`;
	return { status: 429, body: { status: 'error', message, data: null } };
}

/** The text under HTTP 200. */
export function throttledUnder200(): Answer {
	return { status: 200, body: { status: 'error', message: 'Throttle limit exceeded', data: null } };
}

/** The text, with a full stop, under HTTP 400; one client also saw the status `unauthorized` with it. */
export function throttledUnder400(): Answer {
	return { status: 400, body: { status: 'unauthorized', message: 'Throttle limit exceeded.', data: null } };
}
