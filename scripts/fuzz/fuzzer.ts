import { sortBy } from 'lodash';
import { Bench, type RunOutcome, type RunPlan } from './bench';
import { drawCase, targetsOf, type Case, type Target } from './cases';
import { keyOf } from './exchange';
import { judge, type Finding } from './judge';
import { allSubjects } from './subjects/allSubjects';
import type { Subject } from './subjects/subject';
import { Visitors } from './visitors';
import { writesIn } from './writes';

/** A run and what was wrong with it. */
export interface CaseResult {
	case: Case;
	findings: Finding[];
	outcome: RunOutcome;
}

/** Of a credential where answers do not come in time; the least that is allowed. Elsewhere nothing is slow. */
const TIMEOUT_SECONDS = { slow: 1, usual: 20 };

/** A run that takes longer hangs. One with a slow answer waits once for its timeout. */
const MOST_MS = 30_000;

/** Runs cases, several benches at a time, since those with slow answers only wait. */
export class Fuzzer {
	private constructor(
		private readonly benches: Bench[],
		private readonly visitors: Visitors,
		readonly targets: Target[],
	) {}

	/** @throws Error when a subject fails without a spoiled answer */
	static async open(benchCount: number): Promise<Fuzzer> {
		const benches = [];
		for (let count = 0; count < benchCount; count++) benches.push(await Bench.open());
		const targets: Target[] = [];
		for (const subject of allSubjects) targets.push(...(await usualTargets(benches[0], subject)));
		return new Fuzzer(benches, await Visitors.open(), targets);
	}

	/** The ids of `runs` cases over all targets: more where there is more to spoil, fewer where a run takes long. */
	idsOf(seed: number, runs: number): string[] {
		const weights = this.targets.map(
			({ fields, usual }) => (2 + Math.sqrt(fields.size)) / (1 + usual.requests / 8),
		);
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		return this.targets.flatMap(({ subject, number }, index) => {
			const turns = Math.ceil((runs * weights[index]) / total);
			const name = `${seed}/${allSubjects.indexOf(subject)}/${number}`;
			return Array.from({ length: turns }, (_, turn) => `${name}/${turn}`);
		});
	}

	/** Runs the cases with these ids and hands on the result of each. */
	async run(ids: string[], onResult: (result: CaseResult) => void): Promise<void> {
		const rest = ids.values();
		const lane = async (index: number) => {
			for (const id of rest) {
				const result = await this.runCase(this.benches[index], id);
				// What has hung may go on asking, and would be taken for the next run.
				if (result.outcome.hasHung) this.benches[index] = await reopened(this.benches[index]);
				onResult(result);
			}
		};
		await Promise.all(this.benches.map(async (_, index) => await lane(index)));
	}

	async close(): Promise<void> {
		this.visitors.close();
		await Promise.all(this.benches.map(async (bench) => await bench.close()));
	}

	private async runCase(bench: Bench, id: string): Promise<CaseResult> {
		const one = drawCase(id, this.targetOf(id), { elsewhere: this.visitors.urlFor(id) });
		const timeoutSeconds = one.isSlow ? TIMEOUT_SECONDS.slow : TIMEOUT_SECONDS.usual;
		const outcome = await bench.run(one.target.subject, {
			id,
			spoiling: one.spoiling,
			mostRequests: 4 * one.target.usual.requests + 100,
			timeoutSeconds,
			mostMs: MOST_MS,
		});
		const findings = judge(one, outcome, timeoutSeconds * 1000);
		const visits = this.visitors.countOf(id);
		if (visits > 0) findings.push({ measure: 'redirectsFollowed', text: `${visits} requests` });
		return { case: one, findings, outcome };
	}

	private targetOf(id: string): Target {
		const [, subject, number] = id.split('/').map(Number);
		const found = this.targets.find(
			(target) => target.number === number && target.subject === allSubjects[subject],
		);
		if (found === undefined) throw new Error(`There is no case ${id}`);
		return found;
	}
}

const unspoiled: Omit<RunPlan, 'id'> = {
	mostRequests: 1000,
	timeoutSeconds: TIMEOUT_SECONDS.usual,
	mostMs: MOST_MS,
};

async function usualTargets(bench: Bench, subject: Subject): Promise<Target[]> {
	const { seen, log } = await bench.run(subject, { id: subject.name, ...unspoiled });
	if (seen.error) throw new Error(`"${subject.name}" fails by itself: ${(seen.error as Error).message}`);
	// Requests that are made side by side come in any order.
	const exchanges = sortBy(log.exchanges, ({ question }) => keyOf(question));
	return targetsOf(subject, exchanges, { writes: writesIn(exchanges), requests: exchanges.length });
}

async function reopened(bench: Bench): Promise<Bench> {
	await bench.close();
	return await Bench.open();
}
