import { sum, sumBy } from 'lodash';
import type { FaultKind } from '../../sandbox/shared/faultRule';
import { isClean, type Findings } from './findings';

/** How many faults of each kind were made, killed processes among them. */
export type FaultCounts = Partial<Record<FaultKind | 'processKilled', number>>;

/** What became of one shop. */
export interface Outcome {
	/** The row of the table it is counted in. */
	group: string;
	title: string;
	/** Orders that had to arrive. */
	orders: number;
	injected: FaultCounts;
	/** Executions of the templates, and how many of them did not end well, as they may under faults. */
	runs: number;
	failedRuns: number;
	/** Requests to both servers. */
	calls: number;
	/** Those beyond what the same takes without faults; undefined where there is nothing to compare with. */
	extraCalls?: number;
	findings: Findings;
}

export function isGood({ findings, orders }: Outcome): boolean {
	return orders > 0 && isClean(findings);
}

export function addCounts(...counts: FaultCounts[]): FaultCounts {
	const total: FaultCounts = {};
	for (const [kind, count] of counts.flatMap(
		(one) => Object.entries(one) as Array<[keyof FaultCounts, number]>,
	)) {
		total[kind] = (total[kind] ?? 0) + count;
	}
	return total;
}

export function countOf(injected: FaultCounts): number {
	return sum(Object.values(injected));
}

/** Several outcomes as one. */
export function sumUp(title: string, outcomes: Outcome[]): Outcome {
	const compared = outcomes.filter(({ extraCalls }) => extraCalls !== undefined);
	return {
		group: title,
		title,
		orders: sumBy(outcomes, 'orders'),
		injected: addCounts(...outcomes.map(({ injected }) => injected)),
		runs: sumBy(outcomes, 'runs'),
		failedRuns: sumBy(outcomes, 'failedRuns'),
		calls: sumBy(outcomes, 'calls'),
		extraCalls: compared.length === 0 ? undefined : sumBy(compared, 'extraCalls'),
		findings: {
			duplicates: outcomes.flatMap(({ findings }) => findings.duplicates),
			losses: outcomes.flatMap(({ findings }) => findings.losses),
			oversold: outcomes.flatMap(({ findings }) => findings.oversold),
			wrong: outcomes.flatMap(({ findings }) => findings.wrong),
		},
	};
}
