import { inspect } from 'node:util';
import { Fuzzer } from './fuzzer';
import { shortenBackOff } from './shortWaits';
import { reportOf, type RunReport } from './runReport';
import { endpointOf } from './exchange';

/** Runs single cases and prints what they asked for and what came out. */
export async function runAlone(ids: string[]): Promise<RunReport[]> {
	shortenBackOff();
	const fuzzer = await Fuzzer.open(1);
	const reports: RunReport[] = [];
	await fuzzer.run(ids, (result) => {
		const { seen, log } = result.outcome;
		reports.push(reportOf(result));
		console.log(`\n${result.case.id}  ${reports.at(-1)!.title}`);
		for (const { question, answer } of log.exchanges) {
			console.log(`  ${endpointOf(question)} ${answer.status}`);
			if (question.method !== 'GET') console.log(`    ${question.body.slice(0, 500)}`);
		}
		console.log(inspect(seen, { depth: 8, maxStringLength: 500, breakLength: 110 }));
	});
	await fuzzer.close();
	return reports;
}
