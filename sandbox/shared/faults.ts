import { seededFaker } from './seededFaker';

/** What can be made to go wrong with one request. */
export const faultKinds = [
	/** The API's own "too many requests", with its headers. */
	'tooManyRequests',
	/** The same status without any header that says how long to wait. */
	'tooManyRequestsBare',
	/** SOS only: the throttle text under HTTP 200, or under HTTP 400. */
	'throttleText200',
	'throttleText400',
	'serverError500',
	'serverError502',
	'serverError503',
	/** The connection is cut before anything was done. */
	'resetBeforeHandling',
	/** The request is carried out, then the connection is cut: the answer is lost. */
	'resetAfterHandling',
	/** The request is carried out at once and answered after `delayMs`. */
	'hang',
	/** The request is carried out; half of the answer's text arrives. */
	'truncatedBody',
	/** The request is carried out; the answer says JSON and is not. */
	'nonJsonBody',
	/** Nothing is done; a web page comes back under HTTP 200. */
	'htmlPage',
	/** The token is refused as if it had run out. */
	'tokenExpired',
	/** A list is answered as it was `delayMs` ago, before the last writes. */
	'staleRead',
	/** A later page starts one row too far or one row too early, as if a row before it had gone or come. */
	'shiftingPage',
	/** An order on the page is changed right after the page was read. */
	'editDuringRead',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** When a fault happens. Without `every` and `probability` it happens to each request that fits. */
export interface FaultRule {
	kind: FaultKind;
	/** Only requests with this HTTP method. */
	method?: string;
	/** Only requests whose path with query contains this text or matches it as a regular expression. */
	path?: string;
	/** Chance per request, 0 to 1. */
	probability?: number;
	/** Every n-th request that fits: 3 is the third, sixth, … */
	every?: number;
	/** At most so often. */
	times?: number;
	/** Seed of the chance; the same requests in the same order then meet the same faults. */
	seed?: number;
	/** Milliseconds: how late a `hang` answers (default 60,000), how old a `staleRead` is (default 5,000). */
	delayMs?: number;
}

interface ActiveRule {
	rule: FaultRule;
	seen: number;
	fired: number;
	draw: () => number;
	path?: RegExp;
}

/** The faults a server has been told to make, and how many it made. */
export class Faults {
	/** How many faults of each kind were made. */
	injected: Partial<Record<FaultKind, number>> = {};

	private active: ActiveRule[] = [];

	constructor(private readonly supported: readonly FaultKind[]) {}

	/**
	 * Adds rules; the first rule that fires decides about a request.
	 * @throws Error for a kind this server cannot make, or a `path` that is no regular expression
	 */
	add(...rules: FaultRule[]): void {
		const added = rules.map((rule) => {
			if (!this.supported.includes(rule.kind))
				throw new Error(`This server cannot make the fault "${rule.kind}".`);
			const faker = seededFaker(rule.seed ?? 1);
			const path = rule.path === undefined ? undefined : new RegExp(rule.path);
			return { rule, seen: 0, fired: 0, draw: () => faker.number.float(), path };
		});
		this.active.push(...added);
	}

	clear(): void {
		this.active = [];
	}

	resetCounts(): void {
		this.injected = {};
	}

	/** The rules with how many requests fitted each and how many faults it made. */
	list(): Array<{ rule: FaultRule; seen: number; fired: number }> {
		return this.active.map(({ rule, seen, fired }) => ({ rule, seen, fired }));
	}

	/**
	 * Decides about one request, once.
	 * @param applies whether a fault of this kind can happen to the request at all
	 */
	take(method: string, path: string, applies: (kind: FaultKind) => boolean): FaultRule | undefined {
		for (const candidate of this.active) {
			if (!fits(candidate, method, path) || !applies(candidate.rule.kind)) continue;
			candidate.seen += 1;
			if (!fires(candidate)) continue;
			candidate.fired += 1;
			this.injected[candidate.rule.kind] = (this.injected[candidate.rule.kind] ?? 0) + 1;
			return candidate.rule;
		}
		return undefined;
	}
}

function fits({ rule, path: pattern }: ActiveRule, method: string, path: string): boolean {
	if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
	return pattern === undefined || path.includes(rule.path ?? '') || pattern.test(path);
}

function fires({ rule, seen, fired, draw }: ActiveRule): boolean {
	if (rule.times !== undefined && fired >= rule.times) return false;
	if (rule.every !== undefined && seen % rule.every !== 0) return false;
	return rule.probability === undefined || draw() < rule.probability;
}
