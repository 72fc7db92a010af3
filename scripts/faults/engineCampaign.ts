import { inTurns } from './inTurns';
import { countOf, type Outcome } from './outcome';
import { printOutcome } from './report';
import { runScenario } from './runScenario';
import { allKindsTogether, oneKindAtATime, withoutFaults, type Scenario } from './scenarios';

/** Shops at a time: under faults most of the time is spent waiting. */
const AT_ONCE = 6;

/** What share of the orders meets one kind of fault only. */
const SHARE_ALONE = 0.4;

/**
 * Both templates on n8n-core's engine, in many shops with `orders` orders in all, or a few more: first
 * without faults, which says what the calls should be, then with.
 */
export async function engineCampaign(orders: number): Promise<Outcome[]> {
	const scenarios = [
		...allKindsTogether(orders * (1 - SHARE_ALONE)),
		...oneKindAtATime(orders * SHARE_ALONE),
	];
	const calm = new Map(scenarios.map((scenario) => [keyOf(scenario), withoutFaults(scenario)]));
	const calmOutcomes = await inTurns([...calm.values()], AT_ONCE, runAndPrint);
	const calls = new Map([...calm.keys()].map((key, index) => [key, calmOutcomes[index].calls]));

	const outcomes = await inTurns(scenarios, AT_ONCE, async (scenario) => {
		const outcome = await runAndPrint(scenario);
		if (countOf(outcome.injected) === 0) outcome.findings.wrong.push('not one fault was made');
		return { ...outcome, extraCalls: outcome.calls - (calls.get(keyOf(scenario)) ?? 0) };
	});
	return [...calmOutcomes, ...outcomes];
}

async function runAndPrint(scenario: Scenario): Promise<Outcome> {
	const outcome = await runScenario(scenario);
	printOutcome(outcome);
	return outcome;
}

/** Scenarios that cost the same without faults. */
function keyOf({ setting }: Scenario): string {
	return JSON.stringify(setting);
}
