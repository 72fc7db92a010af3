/** How often each route of a server was called: every request that reached the API, refused ones included. */
export class RequestCounters {
	total = 0;

	/** For example `GET /v2/orders/:id` → 12. */
	byRoute: Record<string, number> = {};

	/** Requests turned away because the rate limit was spent; injected refusals are counted by {@link Faults}. */
	refusedByLimit = 0;

	count(route: string): void {
		this.total += 1;
		this.byRoute[route] = (this.byRoute[route] ?? 0) + 1;
	}

	countRefusal(): void {
		this.refusedByLimit += 1;
	}

	reset(): void {
		this.total = 0;
		this.byRoute = {};
		this.refusedByLimit = 0;
	}
}
