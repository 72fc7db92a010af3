import { pause } from './pause';

/** A refusal stretches the interval by this factor, up to a limit; every request that goes out takes a little back. */
const STRETCH = { perRefusal: 1.03, perRequest: 0.998, most: 4 };

/**
 * By how much turns are planned apart beyond the interval, since networks and timers waver. What a turn
 * came late is made up for by at most as much, so that two requests are never closer than the interval.
 */
const MARGIN = 0.04;

/**
 * The pace of one credential: everything in this n8n process that uses the credential takes its turn
 * here, whichever workflow it belongs to. Other processes have budgets of their own; between them
 * the APIs' refusals and the back-off decide.
 */
export class RateBudget {
	private nextTurnAt = 0;

	private readonly queue: symbol[] = [];

	/** Above 1 while the API refuses at the plain interval: networks waver, and other processes may share the limit. */
	private stretch = 1;

	/** @param intervalMs least time between two requests, start to start */
	constructor(public intervalMs: number) {}

	/** Resolves when the caller may send one request, or at once when `signal` is aborted. */
	async takeTurn(signal?: AbortSignal): Promise<void> {
		const turn = Symbol('turn');
		this.queue.push(turn);
		while (!signal?.aborted) {
			const wait = this.nextTurnAt - Date.now();
			if (wait <= 0 && this.queue[0] === turn) break;
			await pause(Math.max(wait, 1), signal);
		}
		this.queue.splice(this.queue.indexOf(turn), 1);
		const margin = this.intervalMs * MARGIN;
		const now = Date.now();
		const late = Math.min(Math.max(now - this.nextTurnAt, 0), margin);
		this.nextTurnAt = Math.max(this.nextTurnAt, now - late + (this.intervalMs + margin) * this.stretch);
		this.stretch = Math.max(1, this.stretch * STRETCH.perRequest);
	}

	/** Lets nobody send for `ms` milliseconds because the API refused a request, and goes slower from then on. */
	refused(ms: number): void {
		this.stretch = Math.min(STRETCH.most, this.stretch * STRETCH.perRefusal);
		this.holdFor(ms);
	}

	/** Lets nobody send for `ms` milliseconds. */
	holdFor(ms: number): void {
		this.nextTurnAt = Math.max(this.nextTurnAt, Date.now() + ms);
	}
}

const budgets = new Map<string, RateBudget>();

/** The budget of a credential, the same object for every node and workflow in this process. */
export function budgetFor(credentialKey: string, intervalMs: number): RateBudget {
	let budget = budgets.get(credentialKey);
	if (budget === undefined) {
		budget = new RateBudget(intervalMs);
		budgets.set(credentialKey, budget);
	}
	budget.intervalMs = intervalMs;
	return budget;
}
