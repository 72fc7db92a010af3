import { remove } from 'lodash';
import { sleep } from 'n8n-workflow';
import { SLICE_MS } from './pause';

/** A refusal stretches the interval by this factor, up to a limit; every request that goes out takes a little back. */
const STRETCH = { perRefusal: 1.03, perRequest: 0.998, most: 4 };

/**
 * By how much turns are planned apart beyond the interval, since networks and timers waver. What a turn
 * came late is made up for by at most as much, so that two requests are never closer than the interval.
 */
const MARGIN = 0.03;

/** A long import lets one request of others through after so many of its own, so that stock never stands still. */
const TURNS_IN_A_ROW = 10;

const DEPARTURE = {
	/** A request has left so many ms after its turn, unless n8n is busy with other work. */
	afterMs: 3,
	/** Timers this short usually fire this late. */
	timerDelayMs: 1,
	/** Below this interval we don't measure: measuring would delay the next turn. */
	watchedFromMs: 10,
};

/** BigCommerce's window is 30 s. Whoever asks for more than this, a proxy perhaps, is asked again sooner. */
const LONGEST_HOLD_MS = 120_000;

/** Who goes first where orders and stock wait for the same credential. */
export type Urgency = 'orders' | 'stock';

interface Waiter {
	signal?: AbortSignal;
	go(): void;
}

/**
 * The pace of one credential: everything in this n8n process that uses the credential takes its turn
 * here, whichever workflow it belongs to. Other processes have budgets of their own; between them
 * the APIs' refusals and the back-off decide.
 */
export class RateBudget {
	/** As `performance.now()` counts. */
	private nextTurnAt = 0;

	private readonly waiting: Record<Urgency, Waiter[]> = { orders: [], stock: [] };

	private isServing = false;

	private turnsInARow = 0;

	/** Above 1 while the API refuses at the plain interval: networks waver, and other processes may share the limit. */
	private stretch = 1;

	/** @param intervalMs least time between two requests, start to start */
	constructor(public intervalMs: number) {}

	/** Resolves when the caller may send one request, or soon after `signal` is aborted. */
	async takeTurn(signal?: AbortSignal, urgency: Urgency = 'orders'): Promise<void> {
		await new Promise<void>((go) => {
			this.waiting[urgency].push({ signal, go });
			void this.serve();
		});
	}

	/** Lets nobody send for `ms` milliseconds because the API refused a request, and goes slower from then on. */
	refused(ms: number): void {
		this.stretch = Math.min(STRETCH.most, this.stretch * STRETCH.perRefusal);
		this.holdFor(ms);
	}

	/** Lets nobody send for `ms` milliseconds. */
	holdFor(ms: number): void {
		this.nextTurnAt = Math.max(this.nextTurnAt, performance.now() + Math.min(ms, LONGEST_HOLD_MS));
	}

	/** Gives turns to those who wait, one by one, until nobody does. */
	private async serve(): Promise<void> {
		if (this.isServing) return;
		this.isServing = true;
		for (;;) {
			this.dismissCancelled();
			const wait = this.nextTurnAt - performance.now();
			if (this.waiting.orders.length + this.waiting.stock.length === 0) break;
			if (wait > 0) {
				await sleep(Math.min(wait, SLICE_MS));
				continue;
			}
			this.giveTurn();
			if (this.intervalMs >= DEPARTURE.watchedFromMs) await this.watchDeparture();
		}
		this.isServing = false;
	}

	/** The next request keeps its distance from when this one left, not from when it might have. */
	private async watchDeparture(): Promise<void> {
		const turnAt = performance.now();
		await sleep(DEPARTURE.afterMs);
		const heldUp = performance.now() - turnAt - DEPARTURE.afterMs - DEPARTURE.timerDelayMs;
		if (heldUp > 0) this.nextTurnAt += heldUp;
	}

	private giveTurn(): void {
		const { orders, stock } = this.waiting;
		const isStockDue = orders.length === 0 || (stock.length > 0 && this.turnsInARow >= TURNS_IN_A_ROW);
		this.turnsInARow = isStockDue || stock.length === 0 ? 0 : this.turnsInARow + 1;
		(isStockDue ? stock : orders).shift()!.go();

		const margin = this.intervalMs * MARGIN;
		const now = performance.now();
		const late = Math.min(now - this.nextTurnAt, margin);
		this.nextTurnAt = now - late + (this.intervalMs + margin) * this.stretch;
		this.stretch = Math.max(1, this.stretch * STRETCH.perRequest);
	}

	private dismissCancelled(): void {
		for (const queue of Object.values(this.waiting)) {
			for (const { go } of remove(queue, ({ signal }) => signal?.aborted ?? false)) go();
		}
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
