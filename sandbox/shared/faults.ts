import type { Fault, FaultKind, FaultRule } from './faultRule';
import { seededFaker } from './seededFaker';

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
	 * @throws Error for a kind this server cannot make, or a `path` or `field` that is not a regular expression
	 */
	add(...rules: FaultRule[]): void {
		const added = rules.map((rule) => {
			if (!this.supported.includes(rule.kind))
				throw new Error(`This server cannot make the fault "${rule.kind}".`);
			new RegExp(rule.field ?? '');
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
	take(method: string, path: string, applies: (kind: FaultKind) => boolean): Fault | undefined {
		for (const candidate of this.active) {
			if (!fits(candidate, method, path) || !applies(candidate.rule.kind)) continue;
			candidate.seen += 1;
			if (!fires(candidate)) continue;
			candidate.fired += 1;
			this.injected[candidate.rule.kind] = (this.injected[candidate.rule.kind] ?? 0) + 1;
			return { ...candidate.rule, turn: candidate.seen };
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
